using System.Globalization;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Dialogs;

/// <summary>Reads what somebody wrote as the answer to a question: a choice by its value, its name or its number, and anything else as the field reads it.</summary>
internal static class AnswerText
{
    public static Parsed<string> Read(Blank blank, string text)
    {
        if (blank.Input == FormInput.Toggle)
            // Asked for, its two answers are numbered; pressed, they are what boxes send.
            return DialogWords.In(text.Trim().TrimEnd('.', ')') switch { "1" or "true" => "yes", "2" or "false" => "no", var said => said }) switch { DialogWord.Yes => "true", DialogWord.No => Parsed<string>.Yes(""), _ => Phrase.Of("dialog.yes-or-no") };
        var parts = blank.Input switch
        {
            FormInput.OneOf => [Chosen(blank, text)],
            FormInput.AnyOf => text.Split([',', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Chosen(blank, part)),
            _ => (IEnumerable<string>)[text],
        };
        var answer = Slip.Tidied(blank, string.Join(',', parts));
        return answer.Length == 0 ? Phrase.Of("dialog.empty") : blank.Fault(answer) is { } fault ? fault : Parsed<string>.Yes(blank.Settled(answer));
    }

    /// <summary>Whether a text is one of the field's own choices, which it then means, whatever else it could mean.</summary>
    public static bool IsChoice(FormField field, string text) => field.Choices.Length > 0 && Tidy.Fold(text.Trim()) is var folded
        && field.Choices.Any(choice => Tidy.Fold(choice.Value) == folded || Array.Exists(Speech.Languages, language => Tidy.Fold(Speech.Say(choice.Title, Speech.Culture(language))) == folded));

    /// <summary>The value that a text chooses; the text itself where it is none of the choices, so that the field can say why.</summary>
    private static string Chosen(Blank blank, string text)
    {
        var folded = Tidy.Fold(text.Trim());
        var known = blank.Choices.FirstOrDefault(choice => Tidy.Fold(choice.Value) == folded)
            ?? blank.Choices.FirstOrDefault(choice => Array.Exists(Speech.Languages, language => Tidy.Fold(Speech.Say(choice.Title, Speech.Culture(language))) == folded));
        if (known is null && int.TryParse(text.Trim().TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= blank.Choices.Length) known = blank.Choices[number - 1];
        return known?.Value ?? text;
    }
}

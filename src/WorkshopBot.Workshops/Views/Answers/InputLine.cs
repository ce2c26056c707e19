using System.Globalization;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>One field to fill in, as a card shows it. What somebody wrote that is no number or no date is shown as text, so that it is never lost.</summary>
public sealed record InputLine(
    string Id, string Label, string Hint, bool HasHint, string Example, string Needed, bool Required, int MaxLength, string Value, decimal Number, string Fault, bool HasFault, string Style, IReadOnlyList<ChoiceLine> Choices, string Dataset, string Yes,
    bool IsText, bool IsLong, bool IsNumber, bool IsNumberFilled, bool IsDate, bool IsOne, bool IsAny, bool IsToggle)
{
    private const int FewChoices = 5;

    /// <param name="field">The field.</param>
    /// <param name="id">What its value is sent under.</param>
    /// <param name="reader">Who fills it in.</param>
    /// <param name="dataset">What is asked for more choices, where a chat can look for them; empty for nothing.</param>
    public static InputLine Of(FormField field, string id, Reader reader, string dataset = "")
    {
        var number = decimal.TryParse(field.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : (decimal?)null;
        var input = field.Input switch
        {
            FormInput.Number when field.Value.Length > 0 && number is null => FormInput.Text,
            FormInput.Date when field.Value.Length > 0 && !DateOnly.TryParseExact(field.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => FormInput.Text,
            var declared => declared,
        };
        var label = reader.Say(field.Label);
        var hint = field.Hint is { } said ? reader.Say(said) : "";
        var fault = field.Fault is { } wrong ? reader.Say(wrong) : "";
        // A few are laid open; where none need be chosen a closed list lets people take their choice back.
        var open = field.Choices.Length <= FewChoices && (field.Required || input == FormInput.AnyOf);
        // A closed list says what to do with it; in an open one that is to be seen.
        var chosen = input is FormInput.OneOf or FormInput.AnyOf && !open;
        return new(
            id, label, hint, hint.Length > 0, field.Example is { } example ? reader.Say(Phrase.Of("form.example", example)) : chosen ? reader.Say(Phrase.Of("form.choose")) : "", reader.Say(Phrase.Of("form.needed", label)), field.Required && input != FormInput.Toggle,
            field.MaxLength > 0 ? field.MaxLength : Limits.Text, field.Value, number ?? 0, fault, fault.Length > 0, open ? "expanded" : "compact", [.. field.Choices.Select(choice => new ChoiceLine(reader.Say(choice.Title), choice.Value))], field.Finds ? dataset : "", reader.Say(Phrase.Of("form.yes")),
            input == FormInput.Text, input == FormInput.LongText, input == FormInput.Number && number is null, input == FormInput.Number && number is not null, input == FormInput.Date, input == FormInput.OneOf, input == FormInput.AnyOf,
            input == FormInput.Toggle);
    }
}

/// <summary>One thing that can be chosen: what is read, and what is sent.</summary>
public sealed record ChoiceLine(string Title, string Value);

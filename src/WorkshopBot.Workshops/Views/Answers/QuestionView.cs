using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The question of a dialog that is open now. It names its workshop, since a private chat may know several.</summary>
public sealed record QuestionView(string Overline, string Asks, string Hint, bool HasHint, string Notice, bool HasNotice, IReadOnlyList<InputLine> Fields, IReadOnlyList<Button> Buttons) : View
{
    public override string Card => "question";

    public override string Brief => $"{Overline}\n{Asks}\n{Notice}";

    public static QuestionView Of(Question question, Reader reader)
    {
        var field = InputLine.Of(question.Field, Press.Text, reader);
        var notice = question.Notice is { } said ? reader.Say(said) : field.Fault;
        // Once is enough.
        var hint = question.Number > 1 ? field.Hint : $"{field.Hint} {reader.Say(Phrase.Of("dialog.private"))}".Trim();
        Button Word(Phrase title, string word) => reader.Make(title, Press.Answer, false, (Press.Dialog, question.Dialog), (Press.Asked, question.Field.Id), (Press.Word, word));
        return new(
            reader.Say(question.Workshop.Length > 0 ? Phrase.Of("question.of", question.Workshop, question.Title, question.Number, question.Count) : Phrase.Of("question.alone", question.Title, question.Number, question.Count)), field.Label, hint, hint.Length > 0, notice, notice.Length > 0, [field with { Fault = "", HasFault = false }],
            Button.Row(
            [
                reader.Make(Phrase.Of("button.answer"), Press.Answer, true, (Press.Dialog, question.Dialog), (Press.Asked, question.Field.Id)),
                .. question.Ways.Select(word => Word(Phrase.Of($"button.{word}"), word)),
            ]));
    }
}

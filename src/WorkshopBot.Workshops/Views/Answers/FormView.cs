using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>A form to fill in: one card for all of them.</summary>
public sealed record FormView(string Said, bool HasSaid, string Title, string Intro, string Notice, bool HasNotice, IReadOnlyList<InputLine> Fields, IReadOnlyList<Button> Buttons) : View
{
    public override string Card => "form";

    public override string Brief => $"{Title}\n{Intro}\n{Notice}";

    /// <param name="form">The form.</param>
    /// <param name="said">What happened before it is shown; empty for nothing.</param>
    /// <param name="reader">Who fills it in.</param>
    public static FormView Of(Form form, string said, Reader reader)
    {
        (string, string)[] names = [(Press.Of, form.Of), (Press.FormId, form.Id), (Press.Item, form.Item?.ToString() ?? ""), (Press.Was, form.Was ?? "")];
        (string, string)[] filled = [.. form.Fields.Where(field => field.Value.Length > 0).Select(field => (Press.Field + field.Id, field.Value))];
        var notice = form.Notice is { } noticed ? reader.Say(noticed) : "";
        return new(
            said, said.Length > 0, reader.Say(form.Title), reader.Say(form.Intro), notice, notice.Length > 0, [.. form.Fields.Select(field => InputLine.Of(field, Press.Field + field.Id, reader, new ChoiceQuery(reader.MapId, form.Of, form.Item, field.Id).Write()))],
            Button.Row(
            [
                form.Restores ? reader.Make(Phrase.Of("button.restore"), Press.Submit, true, [.. names, (Press.Restores, "true")]) : reader.Make(form.Sends ?? Phrase.Of(form.Item is null ? "button.add" : "button.save"), Press.Submit, true, names),
                .. form.Whole || form.Restores ? (Button[])[] : [reader.Make(Phrase.Of("button.more"), Press.More, true, names)],
                // What is sent with it would be checked for what is required, and nobody who wants to be asked has filled that in.
                .. form.Restores ? (Button[])[] : [reader.Make(Phrase.Of("button.ask"), Press.Ask, false, [.. names, .. filled])],
            ]));
    }
}

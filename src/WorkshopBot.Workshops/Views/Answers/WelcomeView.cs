using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Before there is a workshop: what this is, and how to start one.</summary>
public sealed record WelcomeView(string Title, string Text, string Said, bool HasSaid, string InputId, string Label, string Example, string Needed, int MaxLength, IReadOnlyList<Button> Buttons) : View
{
    public override string Card => "welcome";

    public override string Brief => $"{Title}\n{Text}";

    /// <param name="said">What led here, such as that nothing is running; empty for nothing.</param>
    /// <param name="reader">Who reads it.</param>
    public static WelcomeView Of(string said, Reader reader) => new(
        reader.Say(Phrase.Of("welcome.title")), reader.Say(Phrase.Of("welcome.text")), said, said.Length > 0, Press.Field + "title", reader.Say(Phrase.Of("welcome.label")), reader.Say(Phrase.Of("welcome.example")),
        reader.Say(Phrase.Of("welcome.needed")), Limits.Title, Button.Row([reader.Make(Phrase.Of("button.start"), Press.Submit, true, (Press.Of, Forms.StartSheet.Name), (Press.FormId, Forms.StartSheet.Name)), reader.Help()]));
}

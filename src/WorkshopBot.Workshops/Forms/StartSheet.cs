using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>Opens a workshop: what it is called, and whether the map is of how it is or of how it shall be.</summary>
public sealed class StartSheet : Sheet
{
    public const string Name = "start", ToBe = "to-be";

    public override string Id => Name;

    public override Arg Word => Phrase.Of("form.start");

    public override Arg Intro(Occasion o) => Phrase.Of("form.start.intro");

    // A workshop that is over makes room for the next one.
    public override Phrase? Refuses(Occasion o) => o.Workshop.Phase == Phase.Running ? Phrase.Of("already-started", o.Workshop.Title) : null;

    public override Phrase Sends(Occasion o) => Phrase.Of("button.start");

    public override IEnumerable<Blank> Blanks(Occasion o) =>
    [
        Blank.Text("title", Phrase.Of("form.start.title"), Limits.Title) with { Required = true, Example = Phrase.Of("form.start.title.example") },
        Blank.OneOf("map", Phrase.Of("form.start.map"), new("as-is", Phrase.Of("form.start.as-is")), new(ToBe, Phrase.Of("form.start.to-be"))) with { Value = "as-is" },
    ];

    public override Wish Take(ImmutableSortedDictionary<string, string> given, Occasion o) => Wish.For(new WorkshopCommand.Start(given["title"], given.GetValueOrDefault("map") == ToBe));

    /// <summary>The line somebody would have typed instead of sending this form.</summary>
    public static string LineOf(Press submit) =>
        Lines.Scan.Tidy.Value((submit.Find(Press.Field + "map") == ToBe ? "start to-be " : "start ") + submit.Find(Press.Field + "title")).Replace('|', '/');
}

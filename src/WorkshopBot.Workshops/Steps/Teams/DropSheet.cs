using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Teams;

/// <summary>Drops a finding, with the reason.</summary>
public sealed class DropSheet : Sheet
{
    public const string Name = "drop";

    public override string Id => Name;

    public override Arg Word => Phrase.Of("form.drop");

    public override Arg Title(Occasion o) => o.Item is { } item ? Phrase.Of("form.drop.one", item.Name) : Word;

    public override Arg Intro(Occasion o) => Phrase.Of("form.drop.intro");

    public override Phrase? Refuses(Occasion o) =>
        base.Refuses(o) ?? o.Workshop.OnlyLeads(o.Actor)?.Reply[0] ?? (o.Item is { } item && item.Kind != Gap.Kind ? Phrase.Of("only-gaps", item.Name)
            : o.Item is null && o.Workshop.Map.Count(Gap.Kind.Letter, tag: Gap.Open) + o.Workshop.Map.Count(Gap.Kind.Letter, tag: Gap.Accepted) == 0 ? Phrase.Of("form.drop.none") : null);

    public override Phrase Sends(Occasion o) => Phrase.Of("button.drop");

    public override IEnumerable<Blank> Blanks(Occasion o) =>
    [
        // Which one is asked only where nobody has said.
        .. o.Item is not null ? (Blank[])[] : [Choosing.Among(new Blank("gap", Gap.Kind.Word, FormInput.OneOf) { Required = true, Fault = text => Named(text, o).Fault, Settled = text => Named(text, o).Value.ToString() },
            name => name.Letter == Gap.Kind.Letter, o.Workshop, null, entry => entry.Item is Gap { State: Gap.Open or Gap.Accepted })],
        Blank.Text("reason", new Arg.Word("gap.reason.label", Gap.Kind.Field("reason")!.Label), Limits.Text) with { Required = true, Example = Phrase.Of("form.drop.example") },
    ];

    public override Wish Take(ImmutableSortedDictionary<string, string> given, Occasion o)
    {
        var name = o.Item?.Name ?? Named(given["gap"], o).Value;
        // Sent a second time it has nothing to say.
        return Wish.For(o.Workshop.Map.Live(name)?.Item is Gap { State: Gap.Dropped } gap && gap.Reason == given["reason"] ? [] : [new WorkshopCommand.DropGap(name, given["reason"])]);
    }

    private static Parsed<Ref> Named(string text, Occasion o) => Naming.Read(text, o.Reading, new RefShape("X"));
}

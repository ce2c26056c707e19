using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Kickoff;

/// <summary>What the workshop is about and how it is run, every field of which may be left empty; and whom the person speaks for, which is all that is asked of anybody else.</summary>
public sealed class KickoffSheet : Sheet
{
    private static readonly string[] Asked = ["actor", "scenario", "purpose", "decisions", "subject", "mode", "window", "names", "owner", "trigger", "outcome", "end", "cadence", "language"];

    public const string Name = "kickoff";

    public override string Id => Name;

    public override Arg Word => Phrase.Of("form.kickoff");

    public override IReadOnlyList<string> Begins => ["actor", "scenario", "purpose", "mode", "window", "owner", "speaks"];

    public override Arg Intro(Occasion o) => o.Workshop.Leads(o.Actor) ? Phrase.Of("form.kickoff.intro") : base.Intro(o);

    public override bool Changes(Occasion o) => true;

    // Until the first step is over it is what the workshop begins with.
    public override Phrase Sends(Occasion o) => Phrase.Of(o.Workshop.Leads(o.Actor) && o.Workshop.Opened.Count <= 1 ? "button.begin" : "button.save");

    public override IEnumerable<Blank> Blanks(Occasion o)
    {
        if (o.Workshop.Leads(o.Actor))
            foreach (var field in Asked.Select(id => Frame.Kind.Field(id)!))
            {
                var blank = Blank.Of(Frame.Kind, field, o.Workshop.Frame, o, required: false);
                // What a later version brings is not offered.
                yield return blank with { Choices = [.. blank.Choices.Where(choice => choice.Value != Frame.Anonymous)] };
            }
        var mine = o.Workshop.Crew[o.Actor.Key]?.Departments ?? [];
        yield return Blank.Text("speaks", Phrase.Of("form.speaks"), Limits.Text) with
        {
            Example = Phrase.Of("form.speaks.example"), Hint = mine.IsEmpty ? null : (Arg)Phrase.Of("form.speaks.now", Arg.List(mine.Select(name => (Arg)name))),
        };
    }

    public override Wish Take(ImmutableSortedDictionary<string, string> given, Occasion o)
    {
        var frame = Frame.Kind.Fields.Where(field => given.ContainsKey(field.Id)).Select(field => new Answer(field, given[field.Id])).ToImmutableArray();
        var mine = (o.Workshop.Crew[o.Actor.Key]?.Departments ?? []).Select(Tidy.Fold).ToHashSet(StringComparer.Ordinal);
        var more = given.GetValueOrDefault("speaks", "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DistinctBy(Tidy.Fold).Where(name => !mine.Contains(Tidy.Fold(name)));
        return Wish.For([.. frame.IsEmpty ? (WorkshopCommand[])[] : [new WorkshopCommand.SetFrame(frame, Replace: true)], .. more.Select(name => new WorkshopCommand.SpeakFor(name))]);
    }
}

using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>One line of a message as it reads after an edit, and what the line had made before.</summary>
/// <param name="Heard">The edit.</param>
/// <param name="Of">The name of the turn that the message was.</param>
/// <param name="Text">The line as it reads now.</param>
/// <param name="Made">What the line made, also what is off the map since.</param>
internal sealed record AmendedLine(Heard Heard, string Of, TidyLine Text, ImmutableArray<Ref> Made)
{
    private string Mark { get; } = Conversation.Mark(Text.Text);

    public Answered Hear(Answered so)
    {
        var w = so.After;
        var own = Made.Select(w.Map.Find).OfType<Entry>().Where(entry => entry.Item is not Party && !IsBeside(entry, w)).ToImmutableArray();
        // It is read as it was then: while the step was open that it was written for, and without what it made.
        var before = own.Where(entry => entry.IsLive).Aggregate(own is [{ Timing: Timing.OnTime } first, ..] && w.Playbook.Home(first.Kind) is var home && w.Playbook.Position(home.Id) > 0 ? w with { StepId = home.Id } : w,
            (state, entry) => state with { Map = state.Map.Withdraw(entry.Name) });
        var actor = Actor(so);
        switch (LineReader.Read(new(Text.Text, before, before.Reading(actor)) { Person = actor.Key }))
        {
            case Line.No no: return Kept(so, own, no.Reason);
            case Line.Do done when done.Commands.All(command => command is WorkshopCommand.Add): return new AmendedItems(this, own, before with { StepId = w.StepId }).Hear([.. done.Commands.Cast<WorkshopCommand.Add>()], so);
            case Line.Do done when done.Commands.All(IsContent): return Anew(done.Commands, own, so);
            case var line:
                so = Amending.Unsay(Made.ToHashSet(), actor, so);
                return line is Line.Ask { Query: Query.Courtesy } || so.Lines.Any(said => IsOfCommand(said)) ? so : so with { Lines = so.Lines.Add(Phrase.Of("message.command")) };
        }
    }

    /// <summary>Who edits, under the next entry id of the line that made nothing yet, so that a second edit finds what this one makes.</summary>
    public Actor Actor(Answered so)
    {
        var entry = $"{Of}/{Text.Number}";
        for (var index = 1; !so.After.Map.MadeBy(entry).IsEmpty; index++) entry = $"{Of}/{Text.Number}.{index}";
        return Conversation.ActorOf(Heard) with { Entry = entry, Confirmed = Heard.Confirmed.Contains(Mark) };
    }

    public Answered Do(WorkshopCommand command, Answered so) => Conversation.Together([command], Actor(so), so, Mark);

    /// <summary>Refused: what the line made stays as it was, and that is said.</summary>
    public Answered Kept(Answered so, ImmutableArray<Entry> own, params ImmutableArray<Phrase> reasons)
    {
        List<Arg> kept = [.. own.Where(entry => so.After.Map.Live(entry.Name) is not null).Select(entry => (Arg)entry.Name)];
        return so with
        {
            Lines = [.. so.Lines, .. reasons, .. kept.Count > 0 ? [Phrase.Of("message.kept", Arg.List(kept))] : (Phrase[])[]], Refused = true,
            Warned = reasons.Any(reason => reason.Code == "personal-data") ? so.Warned.Add(Mark) : so.Warned,
        };
    }

    /// <summary>Evidence that the line made for what it made.</summary>
    private bool IsBeside(Entry entry, Workshop w) => entry.Item is Evidence { On: { } on } && w.Map.Resolve(on) != entry.Name && Made.Contains(w.Map.Resolve(on));

    /// <summary>
    /// A line that says something of what is there (a feeling, a fact, a route, the frame): it counts as if it were written now, where that changes anything. What
    /// it had made elsewhere goes.
    /// </summary>
    private Answered Anew(ImmutableArray<WorkshopCommand> commands, ImmutableArray<Entry> own, Answered so)
    {
        var tried = Conversation.Together(commands, Actor(so), so with { Events = [], Lines = [] }, Mark);
        if (!tried.Refused && Sourced(tried.Events, so.After) is { } known)
        {
            commands = [.. commands.Select(command => command switch { WorkshopCommand.Fill fill => fill with { Source = null }, WorkshopCommand.Feel feel => feel with { Source = null }, _ => command })];
            tried = Conversation.Together(commands, Actor(so), so with { Events = [], Lines = [] }, Mark);
            own = own.Remove(known);
        }
        if (tried.Refused && own.IsEmpty) return Kept(so, own, tried.Lines);
        var touched = tried.Events.SelectMany(Touched).ToHashSet();
        // What keeps a new route from its hundred may be what this line said before.
        var without = Amending.Unsay(own.Where(entry => !touched.Contains(entry.Name)).Select(entry => entry.Name).ToHashSet(), Actor(so), so);
        if (tried.Events.All(e => IsIdle(e, so.After)) && !tried.Refused) return without;
        var done = Conversation.Together(commands, Actor(without), without, Mark);
        return done.Events.Length == without.Events.Length ? Kept(so, own, [.. done.Lines.Skip(without.Lines.Length)]) : done with { Lines = done.Lines.Add(Phrase.Of("message.anew")) };
    }

    /// <summary>The evidence that says already what this line would bring as evidence; null for none.</summary>
    private Entry? Sourced(ImmutableArray<WorkshopEvent> events, Workshop w) =>
        events.OfType<WorkshopEvent.ItemAdded>().FirstOrDefault(e => e.Item is Evidence)?.Item is not Evidence { On: { } on } brought ? null
        : Made.Select(w.Map.Live).OfType<Entry>().FirstOrDefault(entry => entry.Item is Evidence { On: { } place } && w.Map.Resolve(place) == w.Map.Resolve(on) && entry.Kind.Fields.All(field => field.Home || field.Same(entry.Said, brought)));

    private static bool IsContent(WorkshopCommand command) => command is WorkshopCommand.Fill or WorkshopCommand.Feel or WorkshopCommand.Route or WorkshopCommand.SetFrame or WorkshopCommand.Judge;

    private static bool IsOfCommand(Phrase said) => said.Code == "message.command" || said.Args.Any(arg => arg is Arg.Inner { Value.Code: "message.command" });

    private static IEnumerable<Ref> Touched(WorkshopEvent e) => e is WorkshopEvent.Felt felt ? [felt.Name] : Reversal.Touches(e) is { } name ? [name] : [];

    /// <summary>An event that would leave everything as it is.</summary>
    private static bool IsIdle(WorkshopEvent e, Workshop w) => e switch
    {
        WorkshopEvent.Felt felt => w.Map.Live(felt.Name)?.Item is Steps.Touchpoints.Feeling feeling && (felt.Wanted ? feeling.Wanted : feeling.Actual).Of(felt.Voter) == felt.Mood,
        WorkshopEvent.ItemRevised revised => w.Map.Live(revised.Name) is { } entry && entry.Kind.Fields.All(field => field.Same(entry.Item, revised.Item)),
        WorkshopEvent.Framed framed => Steps.Kickoff.Frame.Kind.Fields.All(field => field.Same(w.Frame, framed.Frame)),
        WorkshopEvent.Judged judged => w.Judgements.GetValueOrDefault(judged.Person) == judged.Judgement,
        _ => false,
    };
}

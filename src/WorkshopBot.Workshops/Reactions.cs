using System.Collections.Immutable;
using WorkshopBot.Workshops.Checks;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops;

/// <summary>
/// Which messages are kept for a workshop, what each shows, and which of them an event may have changed. Pure: says what should be read somewhere, posts nothing.
/// A key that reads the same after all costs its rendering; a forgotten one would be stale, so in doubt it is named.
/// </summary>
public static class Reactions
{
    private const string Board = "board", Step = "step", Findings = "findings", Outcome = "outcome", Digest = "digest", Invite = "invite";

    /// <summary>The mode in which people are written to.</summary>
    private const string Asynchronous = "async";

    /// <summary>The keys that may read differently after these events.</summary>
    public static IReadOnlySet<string> To(IEnumerable<WorkshopEvent> events, Workshop after)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        List<WorkshopEvent> flat = [.. events.SelectMany(e => e is WorkshopEvent.Undone undone ? undone.Events.Prepend(e) : [e])];
        if (flat.Count == 0) return keys;
        // Counts, open points and texts of items that others name are on these.
        keys.UnionWith(All(after).Where(key => Kind(key) is not (Step or Invite)));
        var moved = flat.Exists(Moves);
        var kinds = flat.Select(Reversal.Touches).OfType<Ref>().Concat(flat.OfType<WorkshopEvent.Felt>().Select(felt => felt.Name)).Concat(flat.OfType<WorkshopEvent.Unmerged>().Select(e => e.Younger))
            .Concat(flat.OfType<WorkshopEvent.FindingRaised>().Select(e => e.Name)).Concat(flat.OfType<WorkshopEvent.FindingResolved>().Select(e => e.Name)).ToList();
        foreach (var step in after.Playbook.Steps.Where(step => after.Opened.Contains(step.Id)))
            if (moved || kinds.Exists(name => Shows(step, name, after))) keys.Add($"{Step}:{step.Id}");
        foreach (var person in Invited(after))
            if (moved || flat.Exists(e => Concerns(e, person.Key, after))) keys.Add($"{Invite}:{after.StepId}:{person.Key}");
        return keys;
    }

    /// <summary>Every key there is now, in the order in which they are posted: the board first, since all else hangs on it.</summary>
    public static IEnumerable<string> All(Workshop w)
    {
        if (w.Phase == Phase.NotStarted) yield break;
        yield return Board;
        foreach (var step in w.Playbook.Steps.Where(step => w.Opened.Contains(step.Id)))
        {
            yield return $"{Step}:{step.Id}";
            if (FindingsView.Any(step, w)) yield return $"{Findings}:{step.Id}";
            if (IsOver(step, w)) yield return $"{Outcome}:{step.Id}";
        }
        foreach (var person in Invited(w)) yield return $"{Invite}:{w.StepId}:{person.Key}";
        if (w.Phase == Phase.Closed) yield return Digest;
    }

    /// <summary>What a key shows now; null when there is nothing to post or to edit: what was posted for it before stays as it is.</summary>
    public static Kept? Show(string key, Workshop w, Reader reader)
    {
        if (w.Phase == Phase.NotStarted) return null;
        var parts = key.Split(':', 3);
        var step = parts.Length > 1 && w.Opened.Contains(parts[1]) ? w.Playbook.Step(parts[1]) : null;
        return (parts[0], step) switch
        {
            (Board, _) => new(key, null, Must: true, InThread: false, [BoardView.Of(w, reader)]) { Returns = true },
            (Step, not null) => new(key, null, Must: true, InThread: true, [StepView.Of(step, w, reader)]) { Returns = w.Phase == Phase.Running && step.Id == w.StepId },
            (Findings, not null) when FindingsView.Any(step, w) => new(key, null, Must: true, InThread: true, [FindingsView.Of(step, w, reader)]),
            (Outcome, not null) when IsOver(step, w) => new(key, null, Must: false, InThread: false, [OutcomeView.Of(step, w, reader)]),
            (Invite, not null) when step.Id == w.StepId && Invited(w).FirstOrDefault(person => person.Key == parts[2]) is { } person => new(key, person.Key, Must: false, InThread: false, [InviteView.Of(w, person.Key, reader)]),
            (Digest, _) when w.Phase == Phase.Closed => new(key, null, Must: false, InThread: false, DigestView.Pages(w, reader)),
            _ => null,
        };
    }

    /// <summary>What stands where a message has become shorter than it was.</summary>
    public static View Blank(Reader reader) => DigestView.Blank(reader);

    private static string Kind(string key) => key.Split(':', 2)[0];

    /// <summary>True once a step has been left. The last one is told of by the digest; one that was opened by mistake, with nothing in it and others before it to do, by nobody.</summary>
    private static bool IsOver(Step step, Workshop w) =>
        step.Id != w.StepId && step != w.Playbook.Steps[^1] && (w.Playbook.Position(step.Id) < w.Playbook.Position(w.StepId) || step.Kinds.Any(kind => w.Map.Count(kind.Letter) > 0));

    /// <summary>Who is written to: in an asynchronous workshop those who took part before the step opened, but not whoever opened it. The first step is the facilitator's.</summary>
    private static IEnumerable<Participant> Invited(Workshop w) =>
        w.Phase != Phase.Running || w.Frame.Mode != Asynchronous || w.Playbook.Position(w.StepId) == 0 ? [] : w.Crew.All.Where(person => person.At <= w.StepOpenedAt && person.Key != w.StepOpenedBy);

    /// <summary>Events that change where the workshop is or what everything is called.</summary>
    private static bool Moves(WorkshopEvent e) => e is WorkshopEvent.Started or WorkshopEvent.StepOpened or WorkshopEvent.Framed or WorkshopEvent.Closed or WorkshopEvent.Reopened or WorkshopEvent.StagesOrdered
        or WorkshopEvent.LeadChosen or WorkshopEvent.Merged or WorkshopEvent.Unmerged or WorkshopEvent.Imported or WorkshopEvent.Judged or WorkshopEvent.Unknown;

    /// <summary>Whether a step's card may say something of an item: of its own kinds, and of what they belong to, such as the stages, which are its headings.</summary>
    private static bool Shows(Step step, Ref name, Workshop w) =>
        step.Kinds.Any(kind => kind.Letter == name.Letter) || Places(step).Any(kind => kind.Accepts(name))
        || (step.Kinds.Contains(Steps.Teams.Gap.Kind) && w.Playbook.Checks.Any(check => check.Reads.Contains(name.Letter, StringComparison.Ordinal)));

    /// <summary>The fields through which items of a step belong to something: where that moves, they move.</summary>
    private static IEnumerable<Kinds.Field> Places(Step step) => step.Kinds.Select(kind => kind.Home).OfType<Kinds.Field>();

    private static bool Concerns(WorkshopEvent e, string person, Workshop w) => e switch
    {
        WorkshopEvent.Joined joined => joined.Person == person,
        WorkshopEvent.RoleGiven given => given.Person == person,
        WorkshopEvent.LanguageChosen chosen => chosen.Person == person,
        WorkshopEvent.Passed passed => passed.Person == person,
        WorkshopEvent.Felt felt => felt.Voter == person,
        WorkshopEvent.Undone undone => undone.Person == person,
        _ => Reversal.Touches(e) is { } name && (w.Map.Find(name)?.By == person || (w.Acts.TryGetValue(person, out var acts) && acts.Exists(act => act.Left.ContainsKey(name)))),
    };
}

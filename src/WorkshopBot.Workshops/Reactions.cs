using System.Collections.Immutable;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>
/// Which messages are kept for a workshop, what each shows, and which of them an event may have changed. Pure: says what should be read somewhere, posts nothing.
/// A key that reads the same after all costs its rendering; a forgotten one would be stale, so in doubt it is named.
/// </summary>
public static class Reactions
{
    /// <summary>Key of the message that all others of a room go under.</summary>
    public const string Root = Board;

    private const string Board = "board", Step = "step", Findings = "findings", Outcome = "outcome", Digest = "digest", Invite = "invite", Ask = "ask", Answer = "answer";

    /// <summary>The mode in which people are written to.</summary>
    private const string Asynchronous = "async";

    /// <summary>The keys that may read differently after these events.</summary>
    public static IReadOnlySet<string> To(IEnumerable<WorkshopEvent> events, Workshop after)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        List<WorkshopEvent> flat = [.. events.SelectMany(e => e is WorkshopEvent.Undone undone ? undone.Events.Prepend(e) : [e])];
        if (flat.Count == 0) return keys;
        // Counts, open points and texts of items that others name are on these.
        keys.UnionWith(All(after).Where(key => Kind(key) is not (Step or Invite or Ask or Answer)));
        if (flat.Exists(e => Enters(e) || IsOfRooms(e))) keys.UnionWith(AskingViews.Keys(after));
        var moved = flat.Exists(Moves);
        var kinds = flat.SelectMany(Names).ToList();
        // What the open step's example names, and what its forms need.
        var told = after.Phase != Phase.NotStarted && (kinds.Exists(name => name.Letter == JourneyMap.Persona || Examples.Tells(after.Step, name)) || (flat.Exists(e => e is WorkshopEvent.Joined) && Examples.TellsOfPeople(after.Step)));
        foreach (var step in Opened(after))
            if (moved || (told && step == after.Step) || kinds.Exists(name => Shows(step, name, after))) keys.Add($"{Step}:{step.Id}");
        // Leaving a step changes what was asked for it of everybody, also long ago. Of one that was left only whose items are on the map is told; who has
        // answered the open one also depends on who filled what, and that an event that puts another value there does not say.
        var (entered, filled) = (flat.Exists(Enters), flat.Exists(e => e is WorkshopEvent.ItemRevised));
        var people = flat.SelectMany(e => Concerned(e, after)).SelectMany(after.SelvesOf).ToHashSet(StringComparer.Ordinal);
        foreach (var step in Inviting(after))
            foreach (var person in after.Crew.All)
                if (entered || ((moved || filled || told) && step.Id == after.StepId) || people.Contains(person.Key) || (Ahead(step, after) && kinds.Exists(name => step.Kinds.Any(kind => kind.Letter == name.Letter)))) keys.Add($"{Invite}:{step.Id}:{person.Key}");
        return keys;
    }

    /// <summary>Every key there is now, also of what is only to be put right, in the order in which they are posted: the board first, since all else hangs on it.</summary>
    public static IEnumerable<string> All(Workshop w)
    {
        if (w.Phase == Phase.NotStarted) yield break;
        yield return Board;
        foreach (var step in Opened(w))
        {
            yield return $"{Step}:{step.Id}";
            if (FindingsView.Any(step, w)) yield return $"{Findings}:{step.Id}";
            if (HasOutcome(step, w)) yield return $"{Outcome}:{step.Id}";
        }
        yield return Digest;
        foreach (var key in AskingViews.Keys(w)) yield return key;
        foreach (var step in Inviting(w))
            foreach (var person in w.Crew.All) yield return $"{Invite}:{step.Id}:{person.Key}";
    }

    /// <summary>What a key shows now; null when there is nothing to post or to edit: what was posted for it before stays as it is.</summary>
    public static Kept? Show(string key, Workshop w, Reader reader)
    {
        if (w.Phase == Phase.NotStarted) return null;
        // In a room that is out only the board says so; the rest stays as it is.
        if (reader.Room is { } room && !w.Tenancy.Holds(room)) return key == Board ? new(key, null, Must: true, InThread: false, () => [AskingViews.Out(w, reader)]) { OnlyEdits = true } : null;
        var parts = key.Split(':', 3);
        var step = parts.Length > 1 && w.Opened.Contains(parts[1]) ? w.Playbook.Step(parts[1]) : null;
        return (parts[0], step) switch
        {
            (Ask or Answer, _) => AskingViews.Show(key, parts, w, reader),
            (Board, _) => new(key, null, Must: true, InThread: false, () => [BoardView.Of(w, reader)]) { Returns = true },
            (Step, not null) => new(key, null, Must: true, InThread: true, () => [StepView.Of(step, w, reader)]) { Returns = step == Progress.Open(w) },
            (Findings, not null) when FindingsView.Any(step, w) => new(key, null, Must: true, InThread: true, () => [FindingsView.Of(step, w, reader)]),
            (Outcome, not null) when HasOutcome(step, w) => new(key, null, Must: false, InThread: false, () => [OutcomeView.Of(step, w, reader)]) { OnlyEdits = !IsTold(step, w) },
            (Invite, not null) when parts.Length > 2 && Inviting(w).Contains(step) && w.Crew[parts[2]] is { } person && w.Tenancy.Reaches(person.Key) =>
                new(key, person.Key, Must: false, InThread: false, () => [InviteView.Of(step, w, person.Key, reader)]) { OnlyEdits = !IsInvited(person, step, w) },
            (Digest, _) => new(key, null, Must: false, InThread: false, () => DigestView.Pages(w, reader)) { OnlyEdits = w.Phase != Phase.Closed },
            _ => null,
        };
    }

    /// <summary>A key as one person sees it: the board with what concerns them, in their language. Null where all see the same.</summary>
    public static View? Personal(string key, Workshop w, string person, Reader reader) => key == Board && w.Phase != Phase.NotStarted ? BoardView.Of(w, reader, person) : null;

    /// <summary>What a message is called that is told once and is still to be told; null for any other.</summary>
    public static Phrase? Told(string key, Workshop w)
    {
        if (w.Phase == Phase.NotStarted) return null;
        var parts = key.Split(':', 3);
        var step = parts.Length > 1 && w.Opened.Contains(parts[1]) ? w.Playbook.Step(parts[1]) : null;
        return (parts[0], step) switch
        {
            (Ask, _) when AskingViews.Find(parts, w) is { Outcome: AskOutcome.Pending } ask => ask.Said,
            (Outcome, not null) when HasOutcome(step, w) && IsTold(step, w) => Phrase.Of("outcome.of", step.Word),
            (Invite, not null) when parts.Length > 2 && Inviting(w).Contains(step) && w.Crew[parts[2]] is { } person && IsInvited(person, step, w) => Phrase.Of("again.invite", step.Word, person.Name),
            (Digest, _) when w.Phase == Phase.Closed => Phrase.Of("again.digest"),
            _ => null,
        };
    }

    /// <summary>What stands where a message has become shorter than it was.</summary>
    public static View Blank(Reader reader) => DigestView.Blank(reader);

    private static string Kind(string key) => key.Split(':', 2)[0];

    /// <summary>A step the team has come back from: whether it is over or still to come depends on what it holds.</summary>
    private static bool Ahead(Step step, Workshop w) => w.Playbook.Position(step.Id) > w.Playbook.Position(w.StepId);

    private static IEnumerable<Step> Opened(Workshop w) => w.Playbook.Steps.Where(step => w.Opened.Contains(step.Id));

    /// <summary>What comes of the last step is told by the digest.</summary>
    private static bool HasOutcome(Step step, Workshop w) => step != w.Playbook.Steps[^1];

    /// <summary>True once a step has been left. The one in which the workshop was closed is told of by the digest; one that was opened by mistake by nobody.</summary>
    private static bool IsTold(Step step, Workshop w) => step.Id != w.StepId && Progress.IsDone(w, step);

    /// <summary>Steps that people are or were asked for, the open one first. The first step is the facilitator's.</summary>
    private static IEnumerable<Step> Inviting(Workshop w) => Opened(w).Where(step => step != w.Playbook.Steps[0]).OrderBy(step => step == Progress.Open(w) ? 0 : 1);

    /// <summary>Who is written to: in an asynchronous workshop those who took part before the step opened, but not whoever opened it, nor who has answered already. Who is in two chats is written to in one.</summary>
    private static bool IsInvited(Participant person, Step step, Workshop w) =>
        step == Progress.Open(w) && w.Frame.Mode == Asynchronous && w.VoterOf(person.Key) != w.VoterOf(w.StepOpenedBy) && !Progress.HasAnswered(w, step, person.Key)
        && w.SelvesOf(person.Key).Select(self => w.Crew[self]).OfType<Participant>().Where(self => self.At <= w.StepOpenedAt && w.Tenancy.Reaches(self.Key))
            .OrderBy(self => self.At).ThenBy(self => self.Key, StringComparer.Ordinal).FirstOrDefault()?.Key == person.Key;

    /// <summary>Events that change where the workshop is or what everything is called.</summary>
    private static bool Moves(WorkshopEvent e) => Enters(e) || e is WorkshopEvent.StagesOrdered or WorkshopEvent.LeadChosen or WorkshopEvent.Merged or WorkshopEvent.Unmerged or WorkshopEvent.Imported
        or WorkshopEvent.Judged or WorkshopEvent.PeopleLinked or WorkshopEvent.RoomAdmitted or WorkshopEvent.RoomLeft or WorkshopEvent.Unknown;

    /// <summary>Events that change which step is open, or how the workshop speaks and to whom.</summary>
    private static bool Enters(WorkshopEvent e) => e is WorkshopEvent.Started or WorkshopEvent.StepOpened or WorkshopEvent.Closed or WorkshopEvent.Reopened or WorkshopEvent.Framed or WorkshopEvent.Unknown;

    /// <summary>Events that change which rooms there are, or who decides on them and how they are spoken to.</summary>
    private static bool IsOfRooms(WorkshopEvent e) =>
        e is WorkshopEvent.RoomAsked or WorkshopEvent.RoomAdmitted or WorkshopEvent.RoomRefused or WorkshopEvent.RoomLeft or WorkshopEvent.RoleGiven or WorkshopEvent.LanguageChosen;

    /// <summary>The items an event says something of.</summary>
    private static IEnumerable<Ref> Names(WorkshopEvent e) => e switch
    {
        WorkshopEvent.Felt felt => [felt.Name],
        WorkshopEvent.Unmerged apart => [apart.Younger],
        WorkshopEvent.FindingRaised raised => [raised.Name],
        WorkshopEvent.FindingResolved resolved => [resolved.Name],
        _ => Reversal.Touches(e) is { } name ? [name] : [],
    };

    /// <summary>Whether a step's card may say something of an item: of its own kinds, and of what they belong to, such as the stages, which are its headings.</summary>
    private static bool Shows(Step step, Ref name, Workshop w) =>
        step.Kinds.Any(kind => kind.Letter == name.Letter) || Places(step).Any(kind => kind.Accepts(name))
        || (step.Kinds.Contains(Steps.Teams.Gap.Kind) && w.Playbook.Checks.Any(check => check.Reads.Contains(name.Letter, StringComparison.Ordinal)));

    /// <summary>The fields through which items of a step belong to something: where that moves, they move.</summary>
    private static IEnumerable<Kinds.Field> Places(Step step) => step.Kinds.Select(kind => kind.Home).OfType<Kinds.Field>();

    /// <summary>Whose answers an event may have changed, and how they are spoken to.</summary>
    private static IEnumerable<string> Concerned(WorkshopEvent e, Workshop w) => e switch
    {
        WorkshopEvent.Joined joined => [joined.Person],
        WorkshopEvent.RoleGiven given => [given.Person],
        WorkshopEvent.SpokeFor spoke => [spoke.Person],
        WorkshopEvent.LanguageChosen chosen => [chosen.Person],
        WorkshopEvent.Passed passed => [passed.Person],
        WorkshopEvent.Judged judged => [judged.Person],
        WorkshopEvent.Felt felt => [felt.Voter],
        WorkshopEvent.Undone undone => [undone.Person],
        WorkshopEvent.PeopleLinked linked => [linked.One],
        _ => Names(e).SelectMany(name => w.Map.Find(name) is { } entry ? JourneyMap.HandsOf(entry) : []),
    };
}

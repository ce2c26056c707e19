using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Views;

/// <summary>What has happened since messages were last true, by what it means for them: what undo took back counts as if it had happened now.</summary>
internal sealed class Happenings
{
    private readonly List<WorkshopEvent> events;
    private readonly Workshop after;
    private HashSet<string>? people;
    private bool? tells;

    public Happenings(IEnumerable<WorkshopEvent> happened, Workshop after)
    {
        this.after = after;
        events = [.. happened.SelectMany(e => e is WorkshopEvent.Undone undone ? undone.Events.Prepend(e) : [e])];
        Names = [.. events.SelectMany(Named)];
        Enters = events.Exists(IsEntering);
        Moves = Enters || events.Exists(IsMoving);
        AreOfRooms = events.Exists(IsOfRooms);
        Fills = events.Exists(e => e is WorkshopEvent.ItemRevised);
    }

    public bool IsEmpty => events.Count == 0;

    /// <summary>The items they say something of.</summary>
    public IReadOnlyList<Ref> Names { get; }

    /// <summary>Another step is open, or the workshop speaks otherwise or to others.</summary>
    public bool Enters { get; }

    /// <summary>The workshop is elsewhere, or things are called otherwise.</summary>
    public bool Moves { get; }

    /// <summary>Other rooms take part or ask to, or others decide on them and are spoken to otherwise.</summary>
    public bool AreOfRooms { get; }

    /// <summary>Something that was there is filled in otherwise.</summary>
    public bool Fills { get; }

    /// <summary>What the open step's example names, or what its forms need, is another.</summary>
    public bool Tells => tells ??= Names.Any(name => name.Letter == JourneyMap.Persona || Examples.Tells(after.Step, name)) || (events.Exists(e => e is WorkshopEvent.Joined) && Examples.TellsOfPeople(after.Step));

    /// <summary>Whose answers may be others now, or who is spoken to otherwise; in all chats they are in.</summary>
    public IReadOnlySet<string> People => people ??= events.SelectMany(Concerned).SelectMany(after.SelvesOf).ToHashSet(StringComparer.Ordinal);

    private static bool IsEntering(WorkshopEvent e) => e is WorkshopEvent.Started or WorkshopEvent.StepOpened or WorkshopEvent.Closed or WorkshopEvent.Reopened or WorkshopEvent.Framed or WorkshopEvent.Unknown;

    private static bool IsMoving(WorkshopEvent e) => e is WorkshopEvent.StagesOrdered or WorkshopEvent.LeadChosen or WorkshopEvent.Merged or WorkshopEvent.Unmerged or WorkshopEvent.Imported
        or WorkshopEvent.Judged or WorkshopEvent.PeopleLinked or WorkshopEvent.RoomAdmitted or WorkshopEvent.RoomLeft;

    private static bool IsOfRooms(WorkshopEvent e) =>
        e is WorkshopEvent.RoomAsked or WorkshopEvent.RoomAdmitted or WorkshopEvent.RoomRefused or WorkshopEvent.RoomLeft or WorkshopEvent.RoleGiven or WorkshopEvent.LanguageChosen;

    private static IEnumerable<Ref> Named(WorkshopEvent e) => e switch
    {
        WorkshopEvent.Felt felt => [felt.Name],
        WorkshopEvent.Unmerged apart => [apart.Younger],
        WorkshopEvent.FindingRaised raised => [raised.Name],
        WorkshopEvent.FindingResolved resolved => [resolved.Name],
        _ => Reversal.Touches(e) is { } name ? [name] : [],
    };

    private IEnumerable<string> Concerned(WorkshopEvent e) => e switch
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
        _ => Named(e).SelectMany(name => after.Map.Find(name) is { } entry ? JourneyMap.HandsOf(entry) : []),
    };
}

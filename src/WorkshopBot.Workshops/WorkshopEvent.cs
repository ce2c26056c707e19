using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops;

/// <summary>
/// Something that happened in a workshop: a closed family of few facts with typed payloads. A new kind or step needs no new event.
/// Stored names are in <see cref="Stored.EventJson"/> and never change.
/// </summary>
public abstract record WorkshopEvent
{
    private WorkshopEvent() { }

    public sealed record Started(string Title, bool ToBe, string? LinkedTo) : WorkshopEvent
    {
        /// <summary>The room it was started in; null where that was before rooms were written down.</summary>
        public RoomRef? Room { get; init; }
    }

    public sealed record Joined(string Person, string Name, string Zone, string Language) : WorkshopEvent;

    public sealed record RoleGiven(string Person, Role Role) : WorkshopEvent;

    public sealed record SpokeFor(string Person, ImmutableArray<string> Departments) : WorkshopEvent;

    public sealed record LanguageChosen(string Person, string Tag) : WorkshopEvent;

    public sealed record Framed(Frame Frame) : WorkshopEvent;

    public sealed record LeadChosen(Ref? Persona) : WorkshopEvent;

    public sealed record StepOpened(string Step) : WorkshopEvent;

    public sealed record StagesOrdered(ImmutableArray<Ref> Order) : WorkshopEvent;

    public sealed record ItemAdded(Ref Name, Item Item, string Entry, Timing Timing) : WorkshopEvent;

    /// <summary><see cref="Said"/> is what the line that made the item says from now on, where its message was edited.</summary>
    public sealed record ItemRevised(Ref Name, Item Item, Item? Said = null) : WorkshopEvent;

    /// <summary><see cref="Unsaid"/>: its line is gone from the message, so that it comes back with it.</summary>
    public sealed record ItemWithdrawn(Ref Name, bool Unsaid = false) : WorkshopEvent;

    public sealed record ItemRestored(Ref Name) : WorkshopEvent;

    public sealed record Merged(Ref Younger, Ref Older) : WorkshopEvent;

    public sealed record Unmerged(Ref Younger) : WorkshopEvent;

    /// <summary>A vote on a feeling; a null mood takes it back. <see cref="Wanted"/> false means how it actually feels.</summary>
    public sealed record Felt(Ref Name, bool Wanted, string Voter, Mood? Mood) : WorkshopEvent;

    /// <summary>Somebody has nothing to add to a step; <see cref="Off"/> takes that back.</summary>
    public sealed record Passed(string Person, string Step, bool Off = false) : WorkshopEvent;

    public sealed record FindingRaised(Ref Name, string Check, Ref Place) : WorkshopEvent;

    public sealed record FindingResolved(Ref Name) : WorkshopEvent;

    public sealed record Judged(string Person, Judgement Judgement) : WorkshopEvent;

    public sealed record Closed(Ending Ending) : WorkshopEvent;

    public sealed record Reopened(string Step) : WorkshopEvent;

    /// <summary>Every link to the map page that was given out before is dead. It cannot be taken back: who asks for it means it.</summary>
    public sealed record LinksRevoked : WorkshopEvent;

    /// <summary>A person took the last of their messages back; the events are what that meant.</summary>
    public sealed record Undone(string Person, string Turn, ImmutableArray<WorkshopEvent> Events) : WorkshopEvent;

    /// <summary>Somebody typed a code in another room, which only asks; <see cref="Code"/> names the code and is not it.</summary>
    public sealed record RoomAsked(RoomRef Room, string Person, string Name, string Code, bool External) : WorkshopEvent;

    public sealed record RoomAdmitted(RoomRef Room) : WorkshopEvent;

    /// <summary>A room that asked is not admitted.</summary>
    public sealed record RoomRefused(string Room) : WorkshopEvent;

    /// <summary>A room takes part no more; <see cref="Taken"/>: it never did, since it had got a workshop of its own before its admission came through.</summary>
    public sealed record RoomLeft(string Room, bool Taken = false) : WorkshopEvent;

    /// <summary>People of other organisations are in a room that takes part, as its chat says.</summary>
    public sealed record RoomShared(string Room) : WorkshopEvent;

    /// <summary>Two persons are one human, and have one vote in this workshop from now on.</summary>
    public sealed record PeopleLinked(string One, string Other) : WorkshopEvent;

    /// <summary>A map came in from an export; only the number of the people who made it is known.</summary>
    public sealed record Imported(int Participants) : WorkshopEvent;

    /// <summary>An event of a later version: it changes nothing here and is kept as it is.</summary>
    public sealed record Unknown(string Name, JsonElement Stored) : WorkshopEvent;
}

/// <summary>An event with who caused it, when and by which turn.</summary>
public sealed record Happening(WorkshopEvent Event, string By, DateTimeOffset At, string Turn);

using System.Collections.Immutable;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Words;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops;

/// <summary>Where a workshop is in its life.</summary>
public enum Phase { NotStarted, Running, Closed }

/// <summary>How a workshop ended (facilitation, step 7).</summary>
public enum Ending { SignedOff, OpenPoints, ThrownAway }

/// <summary>What one person says of the whole at the close (S2-43): a score with a sentence, and sign-off or objection.</summary>
public sealed record Judgement(int? Score, string? Text, bool SignedOff, string? Objection)
{
    /// <summary>Nothing was said, or it was taken back.</summary>
    public static readonly Judgement Nothing = new(null, null, false, null);
}

/// <summary>A message of one person that changed something, with what would take it back and the state it left things in.</summary>
/// <param name="Turn">The turn of the message.</param>
/// <param name="At">When.</param>
/// <param name="Back">The events that undo it, last change first.</param>
/// <param name="Left">The revision it found each item at (-1: none) and left it at; another one now means that somebody went on from there.</param>
public sealed record Act(string Turn, DateTimeOffset At, ImmutableList<WorkshopEvent> Back, ImmutableDictionary<Ref, (int Was, int Is)> Left);

/// <summary>The whole of a workshop as its events left it. Immutable; changed only by <see cref="Evolution"/>.</summary>
public sealed record Workshop(Playbook Playbook)
{
    public Phase Phase { get; init; }

    public string Title { get; init; } = "";

    /// <summary>A map of how it shall be, not of how it is (S2-05).</summary>
    public bool ToBe { get; init; }

    /// <summary>The map this one was started from; null for a new one.</summary>
    public string? LinkedTo { get; init; }

    public Frame Frame { get; init; } = Frame.Blank;

    /// <summary>Whose it is, and which rooms take part.</summary>
    public Tenancy Tenancy { get; init; } = Tenancy.None;

    /// <summary>Persons who are one human with another, whose vote is theirs.</summary>
    public ImmutableSortedDictionary<string, string> Linked { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public Crew Crew { get; init; } = Crew.Nobody;

    public JourneyMap Map { get; init; } = JourneyMap.Empty(Playbook.Kinds);

    /// <summary>Id of the open step; empty before the start.</summary>
    public string StepId { get; init; } = "";

    public string StepOpenedBy { get; init; } = "";

    public DateTimeOffset StepOpenedAt { get; init; }

    /// <summary>Ids of the steps that were open at some time.</summary>
    public ImmutableSortedSet<string> Opened { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Who passed on which step, as "person step".</summary>
    public ImmutableSortedSet<string> Passes { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>In which step each gap was accepted, whatever has become of it since.</summary>
    public ImmutableSortedDictionary<Ref, string> AcceptedIn { get; init; } = ImmutableSortedDictionary<Ref, string>.Empty;

    public ImmutableSortedDictionary<string, Judgement> Judgements { get; init; } = ImmutableSortedDictionary.Create<string, Judgement>(StringComparer.Ordinal);

    public ImmutableDictionary<string, ImmutableList<Act>> Acts { get; init; } = ImmutableDictionary.Create<string, ImmutableList<Act>>(StringComparer.Ordinal);

    public Ending? Ending { get; init; }

    /// <summary>How often the links to the map page were revoked; a link is good while it carries this number.</summary>
    public int LinkEpoch { get; init; }

    public DateTimeOffset At { get; init; }

    public Step Step => Playbook.Step(StepId) ?? Playbook.Steps[0];

    public Reading Reading(Actor actor) => new(Map, Crew, actor.Zone.Day(actor.At), actor.Zone)
    {
        Tongue = Tongue.Of(LanguageOf(actor.Key, actor.Language), Frame.Language), Mentions = actor.Mentions,
    };

    /// <summary>The person as whom somebody votes: themselves, or who they are one human with.</summary>
    public string VoterOf(string person) => Linked.GetValueOrDefault(person, person);

    /// <summary>Whether somebody contributes and hands nothing over (settled: "Tenants"): a guest, as their chat says, or of another tenant than it belongs to.</summary>
    public bool IsGuest(string person, bool said) => said || (Phase != Phase.NotStarted && !Tenancy.Owns(person));

    /// <summary>The tag of the language a person is spoken to in: the one they chose, else that of their chat, else the room's.</summary>
    /// <param name="person">Person key.</param>
    /// <param name="chat">What their chat says now; null when it says nothing or nobody asked it.</param>
    public string LanguageOf(string person, string? chat = null) =>
        Crew[person] is { Chose: true } chosen ? Speech.Tag(chosen.Language) ?? Language : Speech.Tag(chat) ?? Speech.Tag(Crew[person]?.Language) ?? Language;

    /// <summary>The tag of the language of its rooms.</summary>
    public string Language => Speech.Tag(Frame.Language) ?? Speech.Languages[0];
}

/// <summary>Who does something, when, and by which line; comes in with every command, so that deciding needs no clock.</summary>
/// <param name="Key">Person key: platform, tenant, user.</param>
/// <param name="Name">Display name.</param>
/// <param name="At">The time of the turn.</param>
/// <param name="Zone">The zone dates are read in.</param>
/// <param name="Turn">Id of what the person did.</param>
/// <param name="Entry">Id of the line, form or dialog within it; the same one never adds twice.</param>
/// <param name="Confirmed">The person was warned of this text before and sent it again (L29).</param>
/// <param name="Language">Tag of the language of the person's chat; null when it says nothing.</param>
public sealed record Actor(string Key, string Name, DateTimeOffset At, Zone Zone, string Turn, string Entry, bool Confirmed = false, string? Language = null)
{
    /// <summary>Who is mentioned in the text that is read.</summary>
    public ImmutableArray<PersonRef> Mentions { get; init; } = [];

    public WorkshopEvent.Joined Joins() => new(Key, Name, Zone.Id, Speech.Tag(Language) ?? "");
}

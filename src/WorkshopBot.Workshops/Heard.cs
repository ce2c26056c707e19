using System.Collections.Immutable;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>A message of one person, as the core hears it: everything it needs comes in with it.</summary>
/// <param name="Turn">Id of what the person did, the same on every delivery.</param>
/// <param name="Person">Person key: platform, tenant, user.</param>
/// <param name="Name">Display name.</param>
/// <param name="Text">What was typed, of any length and kind.</param>
/// <param name="At">The time of the turn, by the one clock.</param>
/// <param name="Zone">The zone dates are read in.</param>
/// <param name="Confirmed">Marks of lines the person was warned of and has now sent again (L29).</param>
/// <param name="Room">What the room is called; shown by <c>who can see this</c>.</param>
/// <param name="From">The workshop a new one is started from; null for none, or when the person takes no part in it.</param>
/// <param name="MapId">What people type to switch to this workshop; shown by <c>show map</c>.</param>
/// <param name="Press">What was pressed; null when something was typed.</param>
/// <param name="Private">Nobody else sees it, so questions may be asked one after the other.</param>
/// <param name="Language">Tag of the language of the person's chat; null when it says nothing.</param>
public sealed record Heard(
    string Turn, string Person, string Name, string Text, DateTimeOffset At, Zone Zone, ImmutableHashSet<string> Confirmed, string Room = "", string MapId = "", Workshop? From = null,
    Press? Press = null, bool Private = false, string? Language = null)
{
    /// <summary>What was done with an earlier message, whose text is now <see cref="Text"/>; null for a message of its own.</summary>
    public MessageChange? Change { get; init; }

    /// <summary>Everybody in the room would read the answer, so that a form or what is a person's own is only offered. Never together with <see cref="Private"/>.</summary>
    public bool Shared { get; init; }

    /// <summary>A form cannot be shown in answer, but only by a button that is pressed: it is offered.</summary>
    public bool Offers { get; init; }

    /// <summary>It was said to others: only lines that cannot be mistaken count, and of the rest nothing is said (settled: "Who hears what").</summary>
    public bool Overheard { get; init; }

    /// <summary>A guest of the tenant: they contribute, and hand nothing over (settled: "Tenants").</summary>
    public bool Guest { get; init; }

    /// <summary>The room it was said in; null where nobody says.</summary>
    public RoomRef? Place { get; init; }

    /// <summary>People of other organisations are in that room, as its chat says.</summary>
    public bool External { get; init; }

    /// <summary>What asks to take part in this workshop, from a room that does not; null mostly.</summary>
    public Asking? Asking { get; init; }

    /// <summary>Who the code was shown to that was typed after <c>me</c>; null when it does not work, or none was.</summary>
    public string? Same { get; init; }

    /// <summary>Who was mentioned in the text, by the name that stands there: whether they take part or not.</summary>
    public ImmutableArray<PersonRef> Mentions { get; init; } = [];
}

/// <summary>What a message led to.</summary>
/// <param name="Events">What happened, in order; empty when nothing did.</param>
/// <param name="Lines">What to say, one phrase a line.</param>
/// <param name="Refused">At least one line was refused or not understood.</param>
/// <param name="Handover">The export format somebody asked for; null for none.</param>
/// <param name="Warned">Marks of the lines that were held back with a warning; kept until the person's next message (L29).</param>
/// <param name="After">The workshop with the events; the same when there are none.</param>
public sealed record Answered(
    ImmutableArray<WorkshopEvent> Events, ImmutableArray<Phrase> Lines, bool Refused, string? Handover, ImmutableArray<string> Warned, Workshop After)
{
    /// <summary>What is shown in answer, where it is more than <see cref="Lines"/>.</summary>
    public Screen? Screen { get; init; }

    /// <summary>The line that would have worked in place of the one that was refused; null when nobody can tell.</summary>
    public string? Instead { get; init; }

    /// <summary>Key of the message that is to be posted again; null for none.</summary>
    public string? Again { get; init; }

    /// <summary>It was not for us, so nothing is said.</summary>
    public bool Ignored { get; init; }

    /// <summary>How many questions were answered.</summary>
    internal int Asked { get; init; }
}

using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Dialogs;

namespace WorkshopBot.Turns;

/// <summary>When what lies in a seat is over. Which workshops a person takes part in is kept while those run, however long nobody says anything.</summary>
static class SeatEnd
{
    /// <summary>How long what somebody began is kept for them.</summary>
    public static readonly TimeSpan Unused = Interview.Patience;

    /// <summary>How long a closed workshop is kept in the seats of its people.</summary>
    public static readonly TimeSpan AfterClose = TimeSpan.FromDays(7);

    /// <summary>Whether a workshop has been closed for so long.</summary>
    public static bool IsOver(Workshop workshop, DateTimeOffset now) => workshop.Phase == Phase.Closed && now - workshop.At > AfterClose;

    /// <summary>What is left of a seat as far as one workshop goes: the same when nothing is over, null when nothing is left.</summary>
    public static Seat? Left(Seat seat, string id, Workshop workshop, DateTimeOffset now)
    {
        var left = seat;
        var unused = now - seat.LastUsed > Unused;
        if (IsOver(workshop, now) || (workshop.Phase == Phase.NotStarted && unused))
        {
            if (left.Known.Contains(id) || left.Workshop == id)
                left = left with { Known = left.Known.Remove(id), Workshop = left.Workshop == id ? null : left.Workshop };
            if (Dialog(left) is { Workshop: var of } && of == id)
                left = left with { Dialog = null };
        }
        if (unused && (left.Waiting is not null || left.Held is not null || !left.Turns.IsEmpty))
            left = left with { Waiting = null, Held = null, HeldTurn = null, Turns = [] };
        if (left.Drafts is not null && Drafts.Read(left.Drafts) is var kept && Drafts.Left(kept, IsOver(workshop, now) ? id : "", now) is var drafts && drafts.Length != kept.Length)
            left = left with { Drafts = Drafts.Write(drafts) };
        left = Dialog(left) switch
        {
            // What is left of it says so to the person when they write again; after as long again, nobody is told.
            { } dialog when now - dialog.Asked > Unused + Unused => left with { Dialog = null, Place = null, PlaceName = null },
            { Answers.IsEmpty: false } dialog when now - dialog.Asked > Unused => left with { Dialog = DialogJson.Write(dialog with { Answers = dialog.Answers.Clear(), Was = null }) },
            _ => left,
        };
        return left is { Known.IsEmpty: true, Workshop: null, Dialog: null } && !Passes(left) ? null : left;
    }

    /// <summary>Whether something of a seat will be over by time alone.</summary>
    public static bool Passes(Seat seat) => seat.Dialog is not null || seat.Waiting is not null || seat.Drafts is not null || seat.Held is not null || !seat.Turns.IsEmpty;

    /// <summary>Whether a seat holds something of a workshop, or of none at all.</summary>
    public static bool Concerns(Seat seat, string id) =>
        seat.Known.Contains(id) || (seat.Known.IsEmpty && Passes(seat)) || (Dialog(seat) is { } dialog && (dialog.Workshop.Length == 0 ? Seating.Nowhere : dialog.Workshop) == id);

    static Dialog? Dialog(Seat seat) => seat.Dialog is { } stored ? DialogJson.Read(stored) : null;
}

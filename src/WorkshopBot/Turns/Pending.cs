using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using WorkshopBot.Channels;

namespace WorkshopBot.Turns;

/// <summary>A turn that waits for its workshop.</summary>
/// <param name="turn">What was typed.</param>
/// <param name="workshop">The workshop it is for.</param>
/// <param name="confirmed">Marks of lines its person was warned of before.</param>
/// <param name="arrived">When it came, by the clock that only goes forward.</param>
/// <param name="from">The workshop it would be started from, where the person takes part in it.</param>
/// <param name="refused">The storage has refused something of it already.</param>
sealed class Pending(Turn turn, string workshop, ImmutableHashSet<string> confirmed, long arrived, bool refused, Workshops.Workshop? from = null)
{
    // Whoever waits goes on elsewhere, not on the mailbox's thread.
    readonly TaskCompletionSource<Outcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Turn Turn => turn;

    public TurnName Name { get; } = TurnName.Of(turn.Id);

    public string Workshop => workshop;

    public ImmutableHashSet<string> Confirmed => confirmed;

    public long Arrived => arrived;

    public bool Refused => refused;

    /// <summary>The trace it is a part of, for the commit that saves it.</summary>
    public ActivityContext Trace { get; } = Activity.Current?.Context ?? default;

    public Workshops.Workshop? From => from;

    /// <summary>It comes by its person's seat, not by a room.</summary>
    public bool Alone { get; init; }

    /// <summary>It came by what was remembered of its room, which another node may have given to another workshop since: it is heard only where the room is certainly this one's.</summary>
    public bool Guessed { get; init; }

    /// <summary>The room it asks for; then nothing else is heard of it. Null mostly.</summary>
    public Workshops.Tenants.Asking? Asking { get; init; }

    /// <summary>Who the code was shown to that it says.</summary>
    public string? Same { get; init; }

    /// <summary>It is nobody's: what the house does by itself in a workshop, by the time it is. Null for what people do.</summary>
    public Func<Workshops.Workshop, DateTimeOffset, ImmutableArray<Workshops.WorkshopEvent>>? Own { get; init; }

    /// <summary>It was heard before, so it is never decided again.</summary>
    public bool Repeats { get; init; }

    public int Bytes { get; } = Encoding.UTF8.GetByteCount(turn.Text) + (turn.Action?.Data.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value)) ?? 0);

    public Task<Outcome> Outcome => _outcome.Task;

    /// <summary>A turn of the house's own; its id says what it is about, so that it is done once however often, and by however many, it is found that it is to be done.</summary>
    public static Pending OfHouse(string id, string workshop, long arrived, Func<Workshops.Workshop, DateTimeOffset, ImmutableArray<Workshops.WorkshopEvent>> does) =>
        new(new(id, new("", "", "UTC", ""), new("", ""), "", false), workshop, [], arrived, refused: false) { Own = does };

    public void Answer(Outcome outcome) => _outcome.TrySetResult(outcome);
}

using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>
/// Lines typed where nobody else sees them: which workshop they are for follows from the person's seat, not from the room. With several and none chosen
/// the person is asked, and the line waits for the choice, while there is room. Only workshops the person takes part in can be chosen.
/// </summary>
sealed class PrivateChat(
    Seating seats, Func<string, CancellationToken, ValueTask<Workshop>> peek, Func<Come, CancellationToken, Task<Reply>> start, Func<Come, string, CancellationToken, Task<Reply?>> deliver,
    Func<Come, CancellationToken, Task<Reply>> nowhere)
{
    /// <summary>How many workshops are read at once.</summary>
    public const int MostAtOnce = 8;

    const string Quotes = "\"“”„";

    public async Task<Reply> Deliver(Come come, CancellationToken ct)
    {
        var turn = come.Turn;
        // In a chat of one person there is a room as well: the workshops started here.
        if (turn.Starts())
            return await start(come, ct);
        var seat = await seats.Find(Seating.Private, turn.Person.Key, ct);
        // A message that was changed is for the workshop it went to.
        if (turn.Change is { } change && await Made(turn, seat, TurnName.Of(change.Of).ToString(), ct) is { } went)
            return await To(went);
        // A button says which workshop it was made for; it is one of the person's own, or none.
        if (turn.Action?.Data.GetValueOrDefault(Press.Workshop) is { Length: > 0 } named)
            return seat.Known.Contains(named) ? await Follow(turn, seat, named, await To(named), ct) : new(Say(turn, "unknown-workshop", named), ReplyKind.Refused);
        var chosen = turn.Change is null ? Conversation.SwitchesTo(turn.Text) : null;
        if (chosen is { Length: > 0 } && await Switch(come, seat, chosen, ct) is { } switched)
            return switched;
        // A workshop that is over does not keep the chat when others are open.
        if (chosen is not "" && seat.Workshop is { } current && (await Look(turn, current, ct)).Phase == Phase.Running)
            return await To(current);
        var open = (await Met(turn, seat, ct)).Where(one => one.Phase == Phase.Running).ToList();
        if (chosen is "" && open.Count > 0)
            return Which(turn, open, waits: false, ReplyKind.Answered);
        return open switch
        {
            [] when (seat.Workshop ?? seat.Known.LastOrDefault()) is { } last => await To(last),
            [] => await nowhere(come, ct),
            [var only] => await To(only.Id),
            _ when Conversation.IsCourtesy(turn.Text) => await nowhere(come, ct) with { Message = null },
            _ => await Ask(come, seat, open, ct),
        };

        // Only a line that opens a workshop comes back without an answer.
        async Task<Reply> To(string workshop) => (await deliver(come, workshop, ct))!;
    }

    // Where somebody presses, what they type next is for the same workshop; unless lines wait to be told for which they are.
    async Task<Reply> Follow(Turn turn, Seat seat, string pressed, Reply reply, CancellationToken ct) =>
        reply.Kind == ReplyKind.Answered && seat.Known.Length > 1 && seat.Workshop != pressed && seat.Waiting is null && await Look(turn, pressed, ct) is { Phase: Phase.Running } workshop
            && await seats.Change(Seating.Private, turn.Person.Key, now => now with { Workshop = pressed }, ct) ? reply.After(Say(turn, "switched", workshop.Title)) : reply;

    // Null: what was typed only begins like a choice.
    async Task<Reply?> Switch(Come come, Seat seat, string chosen, CancellationToken ct)
    {
        if (seat.Known.FirstOrDefault(known => Same(known, chosen)) is { } id && await Look(come.Turn, id, ct) is { Phase: not Phase.NotStarted } named)
            return await Switch(come, seat, id, named.Title, ct);
        var met = await Met(come.Turn, seat, ct);
        var (open, title) = (met.Where(one => one.Phase == Phase.Running).ToList(), chosen.Trim([.. Quotes]));
        var called = met.Where(one => Same(one.Title, title)).ToList();
        // Of several that are called so, the one that is still open is meant.
        var meant = called.Count > 1 ? [.. called.Where(one => one.Phase == Phase.Running)] : called;
        return meant switch
        {
            [var one] => await Switch(come, seat, one.Id, one.Title, ct),
            [_, _, ..] => Which(come.Turn, meant, waits: false, ReplyKind.Refused),
            [] when !IsName(chosen) => null,
            [] when open.Count == 0 => new(Say(come.Turn, "unknown-workshop", title), ReplyKind.Refused),
            [] => Which(come.Turn, open, waits: false, ReplyKind.Refused).After(Say(come.Turn, "unknown-workshop", title)),
        };
    }

    async Task<Reply> Switch(Come come, Seat seat, string workshop, string title, CancellationToken ct)
    {
        var (turn, said) = (come.Turn, (Reply?)null);
        for (var waiting = HeldLines.Read(seat.Waiting); ;)
        {
            var (heard, stopped) = (new List<string>(), (Reply?)null);
            // The lines first, each under its own turn: a crash in between leaves them waiting, and applied twice they add nothing.
            foreach (var line in waiting)
            {
                var late = (await deliver(come with { Turn = line.Again(turn) }, workshop, ct))!;
                if (late.Kind is ReplyKind.NotSaved or ReplyKind.Busy)
                {
                    stopped = late;
                    break;
                }
                // A line that fails each time must not stand in the way of all choosing.
                late = late.Kind == ReplyKind.Failed ? late with { Kind = ReplyKind.Refused } : late;
                said = said is null ? late : said.Then(late);
                heard.Add(line.Turn);
            }
            if (stopped is not null && heard.Count == 0)
                return stopped.Behind(said);
            var left = ImmutableArray<HeldLine>.Empty;
            if (!await seats.Change(Seating.Private, turn.Person.Key, now => Heard(now, heard, workshop, out left) with { Workshop = stopped is null ? workshop : now.Workshop }, ct))
                return Answering.Missed(turn, ReplyKind.NotSaved);
            if (stopped is not null)
                return stopped.Behind(said);
            // What came to wait meanwhile is for what was chosen too.
            if (left.IsEmpty)
                break;
            waiting = left;
        }
        // What was typed below the choice is for what was chosen.
        if (turn.Action is null && Conversation.Below(turn.Text) is { Length: > 0 } more && await deliver(come with { Turn = turn with { Text = more } }, workshop, ct) is { } below)
            said = below.Behind(said);
        return said is null ? new(Say(turn, "switched", title), ReplyKind.Answered) : said.After(Say(turn, "switched", title));
    }

    async Task<Reply> Ask(Come come, Seat before, IReadOnlyList<Choice> open, CancellationToken ct)
    {
        var turn = come.Turn;
        // A press that says nothing has nothing that could wait.
        if (HeldLine.Of(turn) is not { } line)
            return Which(turn, open, waits: false, ReplyKind.Refused);
        // Too much for any workshop: it says so now.
        if (!HeldLines.HaveRoom([], line))
            return await nowhere(come, ct);
        var (name, kept, chosen) = (TurnName.Of(turn.Id).ToString(), false, (string?)null);
        if (!await seats.Enlist(open[^1].Id, Seating.Private, turn.Person.Key, ct) || !await seats.Change(Seating.Private, turn.Person.Key, Wait, ct))
            return Answering.Missed(turn, ReplyKind.NotSaved);
        if (chosen is not null)
            return (await deliver(come, chosen, ct))!;
        return kept ? Which(turn, open, waits: true, ReplyKind.Refused) : Which(turn, open, waits: false, ReplyKind.Refused).After(Say(turn, "not-kept"));

        Seat Wait(Seat seat)
        {
            // The choice may have been made since, and nobody comes again for what begins to wait after it.
            chosen = seat.Turns.FirstOrDefault(heard => heard.Turn == name)?.Workshop ?? (seat.Workshop == before.Workshop ? null : seat.Workshop);
            var waiting = HeldLines.Read(seat.Waiting);
            var again = waiting.Any(held => held.Turn == turn.Id);
            kept = again || HeldLines.HaveRoom(waiting, line);
            return chosen is not null || again || !kept ? seat : seat with { Waiting = HeldLines.Write(waiting.Add(line)) };
        }
    }

    // Only what was heard waits no more. Should its turns come again, this is where they went.
    static Seat Heard(Seat seat, List<string> heard, string workshop, out ImmutableArray<HeldLine> left)
    {
        var waiting = HeldLines.Read(seat.Waiting);
        left = waiting.RemoveAll(line => heard.Contains(line.Turn));
        return left.Length == waiting.Length ? seat with { }
            : seat.Remember(heard.Select(turn => new SeatTurn(TurnName.Of(turn).ToString(), workshop))) with { Waiting = HeldLines.Write(left) };
    }

    static Reply Which(Turn turn, IReadOnlyList<Choice> open, bool waits, ReplyKind kind)
    {
        var culture = Speech.Culture(turn.Person.Language);
        List<(string, string)> named = [.. open.Select(one => (one.Id, one.Title))];
        var card = WhichView.Of(named, waits, new(culture, Zone.Of(turn.Person.Zone), "", () => ""));
        return new(Wording.Of(WhichView.Says(named, waits), culture), kind, Message: AnswerCards.Message("", card, culture.Name));
    }

    async Task<string?> Made(Turn late, Seat seat, string turn, CancellationToken ct)
    {
        foreach (var known in seat.Known.Reverse())
            if ((await Look(late, known, ct)).Map.MadeIn(turn).Count > 0)
                return known;
        return null;
    }

    async ValueTask<Workshop> Look(Turn turn, string workshop, CancellationToken ct) => Gate.Past(turn, await peek(workshop, ct));

    // Side by side: a person may know many, and those that are not held here are read from the journal, before the deadline.
    async Task<List<Choice>> Met(Turn turn, Seat seat, CancellationToken ct)
    {
        var met = new Choice?[seat.Known.Length];
        await Parallel.ForAsync(0, met.Length, new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = ct }, async (i, stop) =>
        {
            if (await Look(turn, seat.Known[i], stop) is { Phase: not Phase.NotStarted } workshop)
                met[i] = new(seat.Known[i], workshop.Title, workshop.Phase);
        });
        return [.. met.OfType<Choice>()];
    }

    // What names none of the person's workshops is a choice all the same while it could be meant as one: a word, an id, a title in quotation marks. Anything longer is a line.
    static bool IsName(string chosen) => Quotes.Contains(chosen[0], StringComparison.Ordinal) || !chosen.AsSpan().ContainsAny(" ,:|");

    static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    static string Say(Turn turn, string code, params ReadOnlySpan<object?> args) => Wording.Own(code, turn.Person.Language, args);

    readonly record struct Choice(string Id, string Title, Phase Phase);
}

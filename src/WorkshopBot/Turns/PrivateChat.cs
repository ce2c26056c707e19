using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>
/// Lines typed where nobody else sees them: which workshop they are for follows from the person's seat, not from the room. With several and none chosen
/// the person is asked, and the line waits for the choice. Only workshops the person takes part in can be chosen.
/// </summary>
sealed class PrivateChat(
    Seating seats, Func<string, CancellationToken, ValueTask<Workshop>> peek, Func<Come, CancellationToken, Task<Reply>> start, Func<Come, string, CancellationToken, Task<Reply?>> deliver)
{
    public async Task<Reply> Deliver(Come come, CancellationToken ct)
    {
        var turn = come.Turn;
        // In a chat of one person there is a room as well: the workshops started here.
        if (Conversation.Starts(turn.Text))
            return await start(come, ct);
        var seat = await seats.Find(Seating.Private, turn.Person.Key, ct);
        // A button says which workshop it was made for; it is one of the person's own, or none.
        if (turn.Action?.Data.GetValueOrDefault(Press.Workshop) is { Length: > 0 } named)
            return seat.Known.Contains(named) ? await To(named) : new(Say(turn, "unknown-workshop", named), ReplyKind.Refused);
        if (Conversation.SwitchesTo(turn.Text) is { } chosen)
            return await Switch(come, seat, chosen, ct);
        var listing = string.Equals(turn.Text.Trim(), "switch", StringComparison.OrdinalIgnoreCase);
        // A workshop that is over does not keep the chat when others are open.
        if (!listing && seat.Workshop is { } current && (await peek(current, ct)).Phase == Phase.Running)
            return await To(current);
        var open = await Open(seat.Known, ct);
        if (listing && open.Count > 0)
            return new(List(turn, open), ReplyKind.Answered);
        return open switch
        {
            [] when (seat.Workshop ?? seat.Known.LastOrDefault()) is { } last => await To(last),
            [] => new(Say(turn, "no-workshop"), ReplyKind.Refused),
            [var only] => await To(only.Id),
            _ => await Ask(turn, open, ct),
        };

        // Only a line that opens a workshop comes back without an answer.
        async Task<Reply> To(string workshop) => (await deliver(come, workshop, ct))!;
    }

    async Task<Reply> Switch(Come come, Seat seat, string chosen, CancellationToken ct)
    {
        var turn = come.Turn;
        if (seat.Known.FirstOrDefault(known => string.Equals(known, chosen, StringComparison.OrdinalIgnoreCase)) is not { } workshop)
            return new(Say(turn, "unknown-workshop", chosen), ReplyKind.Refused);
        // The line first, under its own turn: a crash in between leaves it waiting, and applied twice it adds nothing.
        var waited = HeldLine.Read(seat.Waiting);
        var late = waited is null ? null : await deliver(come with { Turn = turn with { Id = waited.Turn, Text = waited.Text } }, workshop, ct);
        if (late is { Kind: not (ReplyKind.Answered or ReplyKind.Refused) })
            return late;
        if (!await seats.Change(Seating.Private, turn.Person.Key, now => now with { Workshop = workshop, Waiting = HeldLine.Read(now.Waiting) == waited ? null : now.Waiting }, ct))
            return new(Say(turn, "not-saved"), ReplyKind.NotSaved);
        var switched = Say(turn, "switched", (await peek(workshop, ct)).Title);
        return late is null ? new(switched, ReplyKind.Answered) : late with { Text = $"{switched}\n{late.Text}" };
    }

    async Task<Reply> Ask(Turn turn, IReadOnlyList<(string Id, string Title)> open, CancellationToken ct)
    {
        if (!await seats.Change(Seating.Private, turn.Person.Key, seat => seat with { Waiting = Wait(HeldLine.Read(seat.Waiting), turn).Write() }, ct))
            return new(Say(turn, "not-saved"), ReplyKind.NotSaved);
        return new(List(turn, open), ReplyKind.Refused);
    }

    // What waited already goes on waiting, before it.
    static HeldLine Wait(HeldLine? before, Turn turn)
    {
        if (before is null || before.Turn == turn.Id)
            return new(turn.Id, turn.Text);
        return before.Text.EndsWith("\n" + turn.Text, StringComparison.Ordinal) ? before : before with { Text = $"{before.Text}\n{turn.Text}" };
    }

    static string List(Turn turn, IReadOnlyList<(string Id, string Title)> open) =>
        string.Join('\n', open.Select(one => Say(turn, "switch-line", one.Id, one.Title)).Prepend(Say(turn, "which-workshop")));

    async Task<IReadOnlyList<(string Id, string Title)>> Open(ImmutableArray<string> known, CancellationToken ct)
    {
        var open = new List<(string, string)>();
        foreach (var id in known)
            if (await peek(id, ct) is { Phase: Phase.Running } workshop)
                open.Add((id, workshop.Title));
        return open;
    }

    static string Say(Turn turn, string code, params ReadOnlySpan<object?> args) => Wording.Own(code, turn.Person.Language, args);
}

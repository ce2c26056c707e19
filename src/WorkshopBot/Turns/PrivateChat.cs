using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>
/// Lines typed where nobody else sees them: which workshop they are for follows from the person's seat, not from the room. With several and none chosen
/// the person is asked, and the line waits for the choice. Only workshops the person takes part in can be chosen.
/// </summary>
sealed class PrivateChat(
    Seating seats, Func<string, CancellationToken, ValueTask<Workshop>> peek, Func<Come, CancellationToken, Task<Reply>> start, Func<Come, string, CancellationToken, Task<Reply?>> deliver,
    Func<Come, CancellationToken, Task<Reply>> nowhere)
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
        var chosen = Conversation.SwitchesTo(turn.Text);
        if (chosen is { Length: > 0 } && await Switch(come, seat, chosen, ct) is { } switched)
            return switched;
        // A workshop that is over does not keep the chat when others are open.
        if (chosen is not "" && seat.Workshop is { } current && (await peek(current, ct)).Phase == Phase.Running)
            return await To(current);
        var open = (await Met(seat, ct)).Where(one => one.Phase == Phase.Running).ToList();
        if (chosen is "" && open.Count > 0)
            return Which(turn, open, waits: false, ReplyKind.Answered);
        return open switch
        {
            [] when (seat.Workshop ?? seat.Known.LastOrDefault()) is { } last => await To(last),
            [] => await Nowhere(come, ct),
            [var only] => await To(only.Id),
            _ when Conversation.IsCourtesy(turn.Text) => await nowhere(come, ct) with { Message = null },
            _ => await Ask(turn, open, ct),
        };

        // Only a line that opens a workshop comes back without an answer.
        async Task<Reply> To(string workshop) => (await deliver(come, workshop, ct))!;
    }

    // What can be done without a workshop is done; of all else it is said where a workshop would be.
    async Task<Reply> Nowhere(Come come, CancellationToken ct)
    {
        var said = await nowhere(come, ct);
        return said.Kind == ReplyKind.Refused && come.Turn.Text.Length > 0 ? said with { Text = Say(come.Turn, "no-workshop") } : said;
    }

    // Null: what was typed only begins like a choice.
    async Task<Reply?> Switch(Come come, Seat seat, string chosen, CancellationToken ct)
    {
        if (seat.Known.FirstOrDefault(known => Same(known, chosen)) is { } id)
            return await Switch(come, seat, id, (await peek(id, ct)).Title, ct);
        var met = await Met(seat, ct);
        var (open, title) = (met.Where(one => one.Phase == Phase.Running).ToList(), chosen.Trim('"', '“', '”', '„'));
        var called = met.Where(one => Same(one.Title, title)).ToList();
        // Of several that are called so, the one that is still open is meant.
        var meant = called.Count > 1 ? [.. called.Where(one => one.Phase == Phase.Running)] : called;
        return meant switch
        {
            [var one] => await Switch(come, seat, one.Id, one.Title, ct),
            [_, _, ..] => Which(come.Turn, meant, waits: false, ReplyKind.Refused),
            [] when chosen.AsSpan().ContainsAny(",:|") => null,
            [] when open.Count == 0 => new(Say(come.Turn, "unknown-workshop", title), ReplyKind.Refused),
            [] => Which(come.Turn, open, waits: false, ReplyKind.Refused).After(Say(come.Turn, "unknown-workshop", title)),
        };
    }

    async Task<Reply> Switch(Come come, Seat seat, string workshop, string title, CancellationToken ct)
    {
        var turn = come.Turn;
        // The line first, under its own turn: a crash in between leaves it waiting, and applied twice it adds nothing. It was typed, whatever was pressed to choose.
        var waited = HeldLine.Read(seat.Waiting);
        var late = waited is null ? null : await deliver(come with { Turn = turn with { Id = waited.Turn, Text = waited.Text, Action = null } }, workshop, ct);
        if (late is { Kind: not (ReplyKind.Answered or ReplyKind.Refused) })
            return late;
        if (!await seats.Change(Seating.Private, turn.Person.Key, now => now with { Workshop = workshop, Waiting = HeldLine.Read(now.Waiting) == waited ? null : now.Waiting }, ct))
            return new(Say(turn, "not-saved"), ReplyKind.NotSaved);
        var switched = Say(turn, "switched", title);
        return late is null ? new(switched, ReplyKind.Answered) : late.After(switched);
    }

    async Task<Reply> Ask(Turn turn, IReadOnlyList<Choice> open, CancellationToken ct)
    {
        // A press that says no line has nothing that could wait.
        if (turn.Text.Length == 0)
            return Which(turn, open, waits: false, ReplyKind.Refused);
        if (!await seats.Enlist(open[^1].Id, Seating.Private, turn.Person.Key, ct) || !await seats.Change(Seating.Private, turn.Person.Key, seat => seat with { Waiting = Wait(HeldLine.Read(seat.Waiting), turn).Write() }, ct))
            return new(Say(turn, "not-saved"), ReplyKind.NotSaved);
        return Which(turn, open, waits: true, ReplyKind.Refused);
    }

    // What waited already goes on waiting, before it.
    static HeldLine Wait(HeldLine? before, Turn turn)
    {
        if (before is null || before.Turn == turn.Id)
            return new(turn.Id, turn.Text);
        return before.Text.EndsWith("\n" + turn.Text, StringComparison.Ordinal) ? before : before with { Text = $"{before.Text}\n{turn.Text}" };
    }

    static Reply Which(Turn turn, IReadOnlyList<Choice> open, bool waits, ReplyKind kind)
    {
        var culture = Speech.Culture(turn.Person.Language);
        List<(string, string)> named = [.. open.Select(one => (one.Id, one.Title))];
        var card = WhichView.Of(named, waits, new(culture, Zones.Find(turn.Person.Zone), "", () => ""));
        return new(Wording.Of(WhichView.Says(named, waits), culture), kind, Message: AnswerCards.Message("", card, culture.Name));
    }

    async Task<List<Choice>> Met(Seat seat, CancellationToken ct)
    {
        var met = new List<Choice>();
        foreach (var id in seat.Known)
            if (await peek(id, ct) is { Phase: not Phase.NotStarted } workshop)
                met.Add(new(id, workshop.Title, workshop.Phase));
        return met;
    }

    static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    static string Say(Turn turn, string code, params ReadOnlySpan<object?> args) => Wording.Own(code, turn.Person.Language, args);

    readonly record struct Choice(string Id, string Title, Phase Phase);
}

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
            [] => await nowhere(come, ct),
            [var only] => await To(only.Id),
            _ when Conversation.IsCourtesy(turn.Text) => await nowhere(come, ct) with { Message = null },
            _ => await Ask(turn, open, ct),
        };

        // Only a line that opens a workshop comes back without an answer.
        async Task<Reply> To(string workshop) => (await deliver(come, workshop, ct))!;
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
        if (!await seats.Change(Seating.Private, turn.Person.Key, now => Heard(now, waited, workshop) with { Workshop = workshop }, ct))
            return new(Say(turn, "not-saved"), ReplyKind.NotSaved);
        // What was typed below the choice is for what was chosen.
        var below = turn.Action is null && Conversation.Below(turn.Text) is { Length: > 0 } more ? await deliver(come with { Turn = turn with { Text = more } }, workshop, ct) : null;
        var said = below is null ? late : late is null ? below : below.After(late.Text);
        return said is null ? new(Say(turn, "switched", title), ReplyKind.Answered) : said.After(Say(turn, "switched", title));
    }

    async Task<Reply> Ask(Turn turn, IReadOnlyList<Choice> open, CancellationToken ct)
    {
        // A press that says no line has nothing that could wait.
        if (turn.Text.Length == 0)
            return Which(turn, open, waits: false, ReplyKind.Refused);
        if (!await seats.Enlist(open[^1].Id, Seating.Private, turn.Person.Key, ct) || !await seats.Change(Seating.Private, turn.Person.Key, seat => seat with { Waiting = HeldLine.After(HeldLine.Read(seat.Waiting), turn).Write() }, ct))
            return new(Say(turn, "not-saved"), ReplyKind.NotSaved);
        return Which(turn, open, waits: true, ReplyKind.Refused);
    }

    // What waited has been heard: should its turns come again, this is where.
    static Seat Heard(Seat seat, HeldLine? waited, string workshop) => waited is not null && seat.Waiting is { } waiting && HeldLine.Read(waiting)?.Text == waited.Text
        ? seat.Remember([new(TurnName.Of(waited.Turn).ToString(), workshop), .. waited.Also.Select(turn => new SeatTurn(turn, null))]) with { Waiting = null } : seat;

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

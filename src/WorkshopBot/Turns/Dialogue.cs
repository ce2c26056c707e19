using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>
/// The question-by-question dialog of a person's private chat: which turns answer it, and what of it is kept in their seat. What is asked and how answers are read is the core's.
/// What it makes goes to the workshop first, under the dialog's id, and only then out of the seat: a crash in between adds nothing twice.
/// </summary>
sealed class Dialogue(Seating seats, AnswerCards cards, TimeProvider time, Func<string, CancellationToken, ValueTask<Workshop>> peek, Func<string, CancellationToken, ValueTask<string?>> inRoom, Func<Come, string, bool, CancellationToken, Task<Reply>> deliver)
{
    /// <summary>The answer when the turn was one to an open question, or is one that has been answered before. Otherwise null, and what is to be said before its own answer, if anything.</summary>
    public async Task<(Reply? Reply, string? Before)> Answer(Come come, CancellationToken ct)
    {
        var turn = come.Turn;
        if (turn.Change is not null || (turn.Action is null ? turn.Addressed : turn.Action.Verb != Press.Answer))
            return default;
        if (await seats.Load(Seating.Private, turn.Person.Key, ct) is not { Seat: var seat } found)
            return default;
        if (Heard(seat, turn) is { } heard)
            return (await Again(come, heard.Workshop, ct), null);
        if (Read(seat) is not { } dialog)
            return default;
        var id = await Target(dialog, seat, ct);
        var workshop = await Look(turn, id, ct);
        var over = Interview.IsOver(dialog, workshop, time.GetUtcNow(), turn.Person.Key);
        if (over is not null || Interview.IsDone(dialog, workshop, turn.Person.Key))
        {
            await Leave(turn, dialog, id, ct);
            return dialog.Turns.Contains(TurnName.Of(turn.Id).ToString())
                ? (await Again(come, id, ct), null)
                : (null, over is null ? null : Speech.Say(over, Wording.Culture(workshop, turn.Person), Zone.Of(turn.Person.Zone)));
        }
        return Interview.Hear(dialog, turn.Text, TurnName.Of(turn.Id).ToString(), workshop, Actor(turn, dialog), turn.Press()) switch
        {
            DialogStep.Asks asks => (await Ask(turn, found, asks, workshop, ct), null),
            DialogStep.Submits submits => (await Submit(come, found, submits, ct), null),
            DialogStep.Ends ends when await Leave(turn, dialog with { Turns = dialog.Turns.Add(TurnName.Of(turn.Id).ToString()) }, null, ct) => (Said(turn, new([ends.Said]), workshop, id), null),
            _ => (Answering.Missed(turn, ReplyKind.NotSaved), null),
        };
    }

    /// <summary>Opens a dialog where none is open; where one is, its question is asked again and nothing is lost.</summary>
    public async Task<Reply> Open(Turn turn, Screen.Ask ask, Reply reply, CancellationToken ct)
    {
        // One that opens a workshop is for none yet, also when the room still speaks of one that is over.
        var dialog = ask.Dialog.OpensWorkshop ? ask.Dialog with { Workshop = "" } : ask.Dialog;
        var (place, name) = ask.Dialog.OpensWorkshop ? (turn.Room.Key, turn.Room.Name) : (null, (string?)null);
        // Before it is kept, so that somebody is sure to come and take out what nobody has finished.
        if (!await seats.Enlist(dialog.Workshop, Seating.Private, turn.Person.Key, ct))
            return Answering.Missed(turn, ReplyKind.NotSaved);
        var (open, before) = ((Dialog?)null, new Seat());
        var saved = await seats.Change(Seating.Private, turn.Person.Key, seat => (open = Read(before = seat)) is null && Heard(seat, turn) is null ? seat with { Dialog = DialogJson.Write(dialog), Place = place, PlaceName = name } : seat, ct);
        if (!saved)
            return Answering.Missed(turn, ReplyKind.NotSaved);
        if (Heard(before, turn) is not null)
            return Answering.Arrived(turn);
        if (open is null)
            return reply with { Private = true };
        var id = await Target(open, before, ct);
        var workshop = await Look(turn, id, ct);
        // The same turn again opens nothing again: its dialog may have gone on.
        var same = open.Id == dialog.Id;
        if (!Interview.IsDone(open, workshop, turn.Person.Key) && Interview.Again(open, workshop, Actor(turn, open), same ? null : Phrase.Of("dialog.one-at-a-time")) is { Ok: true, Value: var question })
            return same ? Question(turn, question, open, workshop) : Question(turn, question, open, workshop) with { Kind = ReplyKind.Refused };
        return await Leave(turn, open, id, ct) ? await Open(turn, ask, reply, ct) : Answering.Missed(turn, ReplyKind.NotSaved);
    }

    async ValueTask<Workshop> Look(Turn turn, string id, CancellationToken ct) => Gate.Past(turn, await peek(id, ct));

    // The workshop a dialog is for. One that opens a workshop is for the room it was asked for in: somebody else may have been faster there.
    async ValueTask<string> Target(Dialog dialog, Seat seat, CancellationToken ct) =>
        dialog.Workshop.Length > 0 ? dialog.Workshop : seat.Place is { } room && await inRoom(room, ct) is { } id && (await peek(id, ct)).Phase == Phase.Running ? id : "";

    // The workshop knows what came of it; of the answers before the last, nobody knows more than that they were heard.
    async Task<Reply> Again(Come come, string? workshop, CancellationToken ct) =>
        workshop is { Length: > 0 } ? await deliver(come with { Turn = come.Turn with { Text = "", Action = null } }, workshop, true, ct) : Answering.Arrived(come.Turn);

    static SeatTurn? Heard(Seat seat, Turn turn)
    {
        if (seat.Turns.IsEmpty)
            return null;
        var name = TurnName.Of(turn.Id).ToString();
        return seat.Turns.FirstOrDefault(heard => heard.Turn == name);
    }

    // Once, and only over what was read: of two answers to one question that come together, one is told that the other was first.
    async Task<Reply> Ask(Turn turn, FoundSeat found, DialogStep.Asks asks, Workshop workshop, CancellationToken ct) =>
        await seats.Replace(Seating.Private, turn.Person.Key, found, found.Seat with { Dialog = DialogJson.Write(asks.Next) }, ct) switch
        {
            WriteResult.Written => Question(turn, asks.Question, asks.Next, workshop),
            WriteResult.Unavailable => Answering.Missed(turn, ReplyKind.NotSaved),
            _ => await Beaten(turn, asks.Next, workshop, ct),
        };

    async Task<Reply> Beaten(Turn turn, Dialog dialog, Workshop workshop, CancellationToken ct)
    {
        var answered = Phrase.Of("dialog.answered");
        return Read((await seats.Load(Seating.Private, turn.Person.Key, ct))?.Seat) is { } now && now.Id == dialog.Id && Interview.Again(now, workshop, Actor(turn, now), answered) is { Ok: true, Value: var question }
            ? Question(turn, question, now, workshop) with { Kind = ReplyKind.Refused }
            : Said(turn, new([answered]), workshop, dialog.Workshop) with { Kind = ReplyKind.Refused };
    }

    async Task<Reply> Submit(Come come, FoundSeat found, DialogStep.Submits submits, CancellationToken ct)
    {
        var turn = come.Turn;
        var (dialog, press) = (submits.Last, submits.Press);
        // The last answer first, so that it need not be given again when the workshop cannot be reached just now.
        switch (await seats.Replace(Seating.Private, turn.Person.Key, found, found.Seat with { Dialog = DialogJson.Write(dialog) }, ct))
        {
            case WriteResult.Unavailable:
                return Answering.Missed(turn, ReplyKind.NotSaved);
            case not WriteResult.Written:
                return await Beaten(turn, dialog, await peek(dialog.Workshop, ct), ct);
        }
        var sent = turn with { Text = "", Action = new(press.Verb, press.Data) };
        // Where it was asked for, as if it had been filled in there.
        if (found.Seat.Place is { } place && place != turn.Room.Key)
            sent = sent with { Room = new(place, found.Seat.PlaceName ?? place), Private = false };
        var reply = await deliver(come with { Turn = sent }, dialog.Workshop, false, ct);
        if (reply is { Kind: ReplyKind.Refused, Parts: { } parts })
        {
            var now = await peek(await Target(dialog, found.Seat, ct), ct);
            if (Interview.After(dialog, new([], parts.Lines, true, null, [], now) { Screen = parts.Screen }, now, Actor(turn, dialog)) is DialogStep.Asks asks)
            {
                await seats.Change(Seating.Private, turn.Person.Key, seat => Read(seat)?.Id == dialog.Id ? seat with { Dialog = DialogJson.Write(asks.Next) } : seat, ct);
                return Question(turn, asks.Question, asks.Next, now) with { Kind = ReplyKind.Refused };
            }
        }
        if (reply.Kind is ReplyKind.Answered or ReplyKind.Refused)
            await Leave(turn, dialog, reply.Workshop ?? dialog.Workshop, ct);
        return reply;
    }

    // Its turns are remembered, the last with the workshop that knows what came of it.
    ValueTask<bool> Leave(Turn turn, Dialog dialog, string? workshop, CancellationToken ct) =>
        seats.Change(Seating.Private, turn.Person.Key, seat => Read(seat)?.Id == dialog.Id
            ? seat.Remember(dialog.Turns.Select((name, i) => new SeatTurn(name, i == dialog.Turns.Length - 1 ? workshop : null))) with { Dialog = null, Place = null, PlaceName = null } : seat, ct);

    Reply Question(Turn turn, Question question, Dialog dialog, Workshop workshop) =>
        Said(turn, new(Interview.Says(question), new Screen.Ask(dialog, question)), workshop, dialog.Workshop) with { Private = true };

    Reply Said(Turn turn, AnswerParts parts, Workshop workshop, string id) =>
        new(Wording.Of(parts.Lines, Wording.Culture(workshop, turn.Person), Zone.Of(turn.Person.Zone)), ReplyKind.Answered, Message: cards.Of(parts, false, turn, workshop, id)) { Parts = parts };

    static Dialog? Read(Seat? seat) => seat?.Dialog is { } stored ? DialogJson.Read(stored) : null;

    Actor Actor(Turn turn, Dialog dialog) => new(turn.Person.Key, turn.Person.Name, time.GetUtcNow(), Zone.Of(turn.Person.Zone), TurnName.Of(turn.Id).ToString(), dialog.Id, Language: turn.Person.Language);
}

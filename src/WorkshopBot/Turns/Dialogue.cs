using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>
/// The question-by-question dialog of a person's private chat: which turns answer it, and what of it is kept in their seat. What is asked and how answers are read is the core's.
/// What it makes goes to the workshop first, under the dialog's id, and only then out of the seat: a crash in between adds nothing twice.
/// </summary>
sealed class Dialogue(Seating seats, AnswerCards cards, TimeProvider time, Func<string, CancellationToken, ValueTask<Workshop>> peek, Func<Come, string, CancellationToken, Task<Reply>> deliver)
{
    /// <summary>The answer when the turn was one to an open question. Otherwise null, and what is to be said before its own answer, if anything.</summary>
    public async Task<(Reply? Reply, string? Before)> Answer(Come come, CancellationToken ct)
    {
        var turn = come.Turn;
        if (turn.Action is null ? turn.Addressed : turn.Action.Verb != Press.Answer)
            return default;
        var found = await seats.Load(Seating.Private, turn.Person.Key, ct);
        if (Read(found?.Seat) is not { } dialog)
            return default;
        var workshop = await peek(dialog.Workshop, ct);
        var over = Interview.IsOver(dialog, workshop, time.GetUtcNow());
        if (over is not null || !workshop.Map.MadeBy(dialog.Id).IsEmpty)
        {
            await Leave(turn, dialog.Id, ct);
            return (null, over is null ? null : Speech.Say(over, Wording.Culture(workshop, turn.Person)));
        }
        return Interview.Hear(dialog, turn.Text, TurnName.Of(turn.Id).ToString(), workshop, Actor(turn, dialog), turn.Press()) switch
        {
            DialogStep.Asks asks => (await Ask(turn, found!, asks, workshop, ct), null),
            DialogStep.Submits submits => (await Submit(come, found!, submits, workshop, ct), null),
            DialogStep.Ends ends when await Leave(turn, dialog.Id, ct) => (Said(turn, new([ends.Said]), workshop, dialog.Workshop), null),
            _ => (NotSaved(turn), null),
        };
    }

    /// <summary>Opens a dialog where none is open; where one is, its question is asked again and nothing is lost.</summary>
    public async Task<Reply> Open(Turn turn, Screen.Ask ask, Reply reply, CancellationToken ct)
    {
        Dialog? other = null;
        var saved = await seats.Change(Seating.Private, turn.Person.Key, seat =>
        {
            other = Read(seat) is { } open && open.Id != ask.Dialog.Id ? open : null;
            return other is null ? seat with { Dialog = DialogJson.Write(ask.Dialog) } : seat;
        }, ct);
        if (!saved)
            return NotSaved(turn);
        if (other is null)
            return reply with { Private = true };
        var workshop = await peek(other.Workshop, ct);
        if (workshop.Map.MadeBy(other.Id).IsEmpty && Interview.Again(other, workshop, Actor(turn, other), Phrase.Of("dialog.one-at-a-time")) is { Ok: true, Value: var question })
            return Question(turn, question, other, workshop) with { Kind = ReplyKind.Refused };
        return await Leave(turn, other.Id, ct) ? await Open(turn, ask, reply, ct) : NotSaved(turn);
    }

    /// <summary>Takes a dialog that nobody has answered for too long out of a person's seat.</summary>
    public async ValueTask Sweep(string person, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await seats.Change(Seating.Private, person, seat => Read(seat) is { } dialog && now - dialog.Asked > Interview.Patience ? seat with { Dialog = null } : seat, ct);
    }

    // Once, and only over what was read: of two answers to one question that come together, one is told that the other was first.
    async Task<Reply> Ask(Turn turn, FoundSeat found, DialogStep.Asks asks, Workshop workshop, CancellationToken ct)
    {
        switch (await seats.Replace(Seating.Private, turn.Person.Key, found, found.Seat with { Dialog = DialogJson.Write(asks.Next) }, ct))
        {
            case WriteResult.Written:
                return Question(turn, asks.Question, asks.Next, workshop);
            case WriteResult.Unavailable:
                return NotSaved(turn);
        }
        var answered = Phrase.Of("dialog.answered");
        return Read((await seats.Load(Seating.Private, turn.Person.Key, ct))?.Seat) is { } now && Interview.Again(now, workshop, Actor(turn, now), answered) is { Ok: true, Value: var question }
            ? Question(turn, question, now, workshop) with { Kind = ReplyKind.Refused }
            : Said(turn, new([answered]), workshop, asks.Next.Workshop) with { Kind = ReplyKind.Refused };
    }

    async Task<Reply> Submit(Come come, FoundSeat found, DialogStep.Submits submits, Workshop workshop, CancellationToken ct)
    {
        var turn = come.Turn;
        var (dialog, press) = (submits.Last, submits.Press);
        // The last answer first, so that it need not be given again when the workshop cannot be reached just now.
        if (await seats.Replace(Seating.Private, turn.Person.Key, found, found.Seat with { Dialog = DialogJson.Write(dialog) }, ct) is not WriteResult.Written)
            return NotSaved(turn);
        var reply = await deliver(come with { Turn = turn with { Text = "", Action = new(press.Verb, press.Data) } }, dialog.Workshop, ct);
        if (reply is { Kind: ReplyKind.Refused, Parts: { } parts })
        {
            var now = await peek(dialog.Workshop, ct);
            if (Interview.After(dialog, new([], parts.Lines, true, null, [], now) { Screen = parts.Screen }, now, Actor(turn, dialog)) is DialogStep.Asks asks)
            {
                await seats.Change(Seating.Private, turn.Person.Key, seat => Read(seat)?.Id == dialog.Id ? seat with { Dialog = DialogJson.Write(asks.Next) } : seat, ct);
                return Question(turn, asks.Question, asks.Next, now) with { Kind = ReplyKind.Refused };
            }
        }
        if (reply.Kind is ReplyKind.Answered or ReplyKind.Refused)
            await Leave(turn, dialog.Id, ct);
        return reply;
    }

    ValueTask<bool> Leave(Turn turn, string dialog, CancellationToken ct) =>
        seats.Change(Seating.Private, turn.Person.Key, seat => Read(seat)?.Id == dialog ? seat with { Dialog = null } : seat, ct);

    Reply Question(Turn turn, Question question, Dialog dialog, Workshop workshop) =>
        Said(turn, new(Interview.Says(question), new Screen.Ask(dialog, question)), workshop, dialog.Workshop) with { Private = true };

    Reply Said(Turn turn, AnswerParts parts, Workshop workshop, string id) =>
        new(Wording.Of(parts.Lines, Wording.Culture(workshop, turn.Person)), ReplyKind.Answered, Message: cards.Of(parts, false, turn, workshop, id));

    static Dialog? Read(Seat? seat) => seat?.Dialog is { } stored ? DialogJson.Read(stored) : null;

    Actor Actor(Turn turn, Dialog dialog) => new(turn.Person.Key, turn.Person.Name, time.GetUtcNow(), Zones.Find(turn.Person.Zone), TurnName.Of(turn.Id).ToString(), dialog.Id, Language: turn.Person.Language);

    static Reply NotSaved(Turn turn) => new(Wording.Own("not-saved", turn.Person.Language), ReplyKind.NotSaved);
}

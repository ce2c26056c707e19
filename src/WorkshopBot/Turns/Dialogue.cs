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
sealed class Dialogue(Seating seats, AnswerCards cards, Agenda? agenda, TimeProvider time, Func<string, CancellationToken, ValueTask<Workshop>> peek, Func<Come, string, CancellationToken, Task<Reply>> deliver)
{
    /// <summary>How long after its time a dialog may be swept.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromHours(6);

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
        if (over is not null || Interview.IsDone(dialog, workshop, turn.Person.Key))
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
        // Before it is kept, so that somebody is sure to come and take out what nobody has finished.
        if (!await WillBeSwept(ask.Dialog, ct))
            return NotSaved(turn);
        Dialog? open = null;
        var saved = await seats.Change(Seating.Private, turn.Person.Key, seat => (open = Read(seat)) is null ? seat with { Dialog = DialogJson.Write(ask.Dialog) } : seat, ct);
        if (!saved)
            return NotSaved(turn);
        if (open is null)
            return reply with { Private = true };
        var workshop = await peek(open.Workshop, ct);
        // The same turn again opens nothing again: its dialog may have gone on.
        var same = open.Id == ask.Dialog.Id;
        if (!Interview.IsDone(open, workshop, turn.Person.Key) && Interview.Again(open, workshop, Actor(turn, open), same ? null : Phrase.Of("dialog.one-at-a-time")) is { Ok: true, Value: var question })
            return same ? Question(turn, question, open, workshop) : Question(turn, question, open, workshop) with { Kind = ReplyKind.Refused };
        return await Leave(turn, open.Id, ct) ? await Open(turn, ask, reply, ct) : NotSaved(turn);
    }

    /// <summary>
    /// Takes the answers of a dialog that nobody has gone on with for too long out of a person's seat, and sees to it that somebody comes for one that is not that old.
    /// What is left of it says so to the person when they write again, and no more.
    /// </summary>
    public async ValueTask Sweep(string person, string workshop, CancellationToken ct)
    {
        if (Read((await seats.Load(Seating.Private, person, ct))?.Seat) is not { } open || open.Workshop != workshop)
            return;
        if (!IsLate(open))
            await WillBeSwept(open, ct);
        else if (!open.Answers.IsEmpty)
            await seats.Change(Seating.Private, person, seat => Read(seat) is { } dialog && IsLate(dialog) ? seat with { Dialog = DialogJson.Write(dialog with { Answers = dialog.Answers.Clear(), Was = null }) } : seat, ct);
    }

    bool IsLate(Dialog dialog) => time.GetUtcNow() - dialog.Asked > Interview.Patience;

    async ValueTask<bool> WillBeSwept(Dialog dialog, CancellationToken ct) =>
        agenda is null || dialog.Workshop.Length == 0 || await agenda.Ensure(dialog.Workshop, dialog.Asked + Interview.Patience + Late, ct) is null;

    // Once, and only over what was read: of two answers to one question that come together, one is told that the other was first.
    async Task<Reply> Ask(Turn turn, FoundSeat found, DialogStep.Asks asks, Workshop workshop, CancellationToken ct) =>
        await seats.Replace(Seating.Private, turn.Person.Key, found, found.Seat with { Dialog = DialogJson.Write(asks.Next) }, ct) switch
        {
            WriteResult.Written => Question(turn, asks.Question, asks.Next, workshop),
            WriteResult.Unavailable => NotSaved(turn),
            _ => await Beaten(turn, asks.Next, workshop, ct),
        };

    async Task<Reply> Beaten(Turn turn, Dialog dialog, Workshop workshop, CancellationToken ct)
    {
        var answered = Phrase.Of("dialog.answered");
        return Read((await seats.Load(Seating.Private, turn.Person.Key, ct))?.Seat) is { } now && now.Id == dialog.Id && Interview.Again(now, workshop, Actor(turn, now), answered) is { Ok: true, Value: var question }
            ? Question(turn, question, now, workshop) with { Kind = ReplyKind.Refused }
            : Said(turn, new([answered]), workshop, dialog.Workshop) with { Kind = ReplyKind.Refused };
    }

    async Task<Reply> Submit(Come come, FoundSeat found, DialogStep.Submits submits, Workshop workshop, CancellationToken ct)
    {
        var turn = come.Turn;
        var (dialog, press) = (submits.Last, submits.Press);
        // The last answer first, so that it need not be given again when the workshop cannot be reached just now.
        switch (await seats.Replace(Seating.Private, turn.Person.Key, found, found.Seat with { Dialog = DialogJson.Write(dialog) }, ct))
        {
            case WriteResult.Unavailable:
                return NotSaved(turn);
            case not WriteResult.Written:
                return await Beaten(turn, dialog, workshop, ct);
        }
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
        new(Wording.Of(parts.Lines, Wording.Culture(workshop, turn.Person)), ReplyKind.Answered, Message: cards.Of(parts, false, turn, workshop, id)) { Parts = parts };

    static Dialog? Read(Seat? seat) => seat?.Dialog is { } stored ? DialogJson.Read(stored) : null;

    Actor Actor(Turn turn, Dialog dialog) => new(turn.Person.Key, turn.Person.Name, time.GetUtcNow(), Zones.Find(turn.Person.Zone), TurnName.Of(turn.Id).ToString(), dialog.Id, Language: turn.Person.Language);

    static Reply NotSaved(Turn turn) => new(Wording.Own("not-saved", turn.Person.Language), ReplyKind.NotSaved);
}

using WorkshopBot.Channels;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Telemetry;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>
/// The way of every turn, from whatever door: gate, which workshop, its mailbox, one commit, answer. An answer of kind
/// <see cref="ReplyKind.Answered"/> or <see cref="ReplyKind.Refused"/> means that what the turn changed is in the journal.
/// </summary>
public sealed class TurnLoop : IAsyncDisposable
{
    /// <summary>How much memory workshops may take that are only held to be quick.</summary>
    public const long CacheBytes = 48 * 1024 * 1024;

    const int Tries = 4;

    readonly TimeProvider _time;
    readonly ILogger _log;
    readonly Outside _outside;
    readonly Background _background;
    readonly Mailboxes _boxes;
    readonly Ready _ready;
    readonly Rooms _rooms;
    readonly Seating _seats;
    readonly Answering _answering;
    readonly PrivateChat _private;
    readonly Dialogue _dialogue;
    readonly Unstarted _unstarted;
    readonly Telling _telling;
    readonly SeatSweep _sweep;
    readonly Ticking _ticking;
    readonly Codes _codes;
    readonly Joining _joining;
    readonly RoomClaims _claims;

    public TurnLoop(IRowStore rows, Playbook playbook, Handing exports, TimeProvider time, Func<string> ids, ILogger log, long cacheBytes = CacheBytes, Outside? outside = null, bool alone = false)
    {
        (_time, _log, _outside) = (time, log, outside ?? Outside.Nothing);
        var journal = new WorkshopJournal(rows);
        _ready = new(rows, time);
        _background = new(log);
        _boxes = new(new(journal, new(journal, playbook), _background, time, log) { Alone = alone, Agenda = _outside.Agenda, Committed = Committed, Saved = _ready.Saved }, cacheBytes);
        var presence = new Presence(journal, _boxes, alone);
        _rooms = new(new(rows), ids, id => _boxes.Held(id)?.State, alone);
        _seats = new(new(new(rows), alone), new(rows), _outside.Agenda, time, alone);
        Looking = new(playbook, _rooms, presence, _seats, _outside);
        var cards = new AnswerCards(_outside.Link, log);
        _answering = new(journal, playbook, exports, cards, _outside.Link, _outside.FileLink, log);
        _dialogue = new(_seats, cards, time, Looking.Peek, Looking.WorkshopOf, Send);
        _unstarted = new(playbook, cards, _answering, _dialogue, time);
        _private = new(_seats, Looking.Peek, (come, ct) => InRoom(come, ct), (come, workshop, ct) => InWorkshop(come, workshop, ct), _unstarted.Hear);
        _sweep = new(_seats, time);
        _ticking = new(playbook.Clockwork, presence.Read, _boxes.Post, _outside.Agenda, time, log);
        Begun = new(_seats, Deliver);
        _codes = new(rows, _seats.Ensure, time, _outside.Random);
        _telling = new(_seats, _codes, _outside, _answering, _dialogue);
        _joining = new(_codes, Looking.Peek, _boxes.Post, (turn, said, refused) => _unstarted.Say(turn, [said], null, refused));
        _claims = new(new(rows), _rooms, presence.Read, _boxes.Post, _outside, _background, time, log);
    }

    /// <summary>How many workshops are held in memory.</summary>
    public int Held => _boxes.Count;

    /// <summary>Serves one turn, within <see cref="Mailbox.Deadline"/>. The same turn delivered again adds nothing and is answered the same. Throws only when the caller gives up.</summary>
    public async Task<Reply> Deliver(Turn turn, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        var since = _time.GetTimestamp();
        using var span = Traces.Turn(turn);
        var reply = await InTime(turn, ct);
        _ready.Served(reply.Kind);
        span.End(reply.Kind);
        Measures.Served(turn.Room.Key, reply.Kind, _time.GetElapsedTime(since));
        return reply;
    }

    // What has begun goes on to its end, whoever stops waiting for it: between the journal and the seats nothing is left half done.
    async Task<Reply> InTime(Turn turn, CancellationToken ct)
    {
        var served = Serve(turn);
        try
        {
            // At the deadline people are told, whatever the storage is still doing; what it did is found when the turn comes again.
            return await served.WaitAsync(Mailbox.Deadline, _time, ct);
        }
        catch (TimeoutException)
        {
            _background.Follow(served);
            _log.LogWarning("A turn could not be saved in time");
            return Answering.Missed(turn, ReplyKind.NotSaved);
        }
        catch (OperationCanceledException)
        {
            _background.Follow(served);
            throw;
        }
    }

    /// <summary>What is to be seen of workshops, without a turn.</summary>
    public Looking Looking { get; }

    /// <summary>Forms that people have begun and not sent.</summary>
    internal BegunForms Begun { get; }

    /// <summary>Somebody is no more in a room: their own chat does not lead to its workshop either, until they speak there again. False: that could not be saved.</summary>
    public async ValueTask<bool> Leave(string room, string person, CancellationToken ct = default) => await Looking.WorkshopOf(room, ct) is not { } workshop || await _seats.Leave(person, workshop, ct);

    /// <summary>Lets what is due in a workshop happen. Throws <see cref="StorageUnavailableException"/>, also when that could not be saved.</summary>
    public Task Ring(string workshop, CancellationToken ct = default) => _ticking.Ring(workshop, ct);

    /// <summary>
    /// A look at a workshop: what is due in it happens, what it says of its rooms is made true, and what is over goes out of the seats of its people (dialogs nobody has gone on with, lines that
    /// waited too long, workshops that were closed a while ago) with the codes that are over.
    /// </summary>
    public async Task Sweep(string workshop, CancellationToken ct)
    {
        var state = await _ticking.Ring(workshop, ct);
        await _claims.Make(workshop, ct);
        await _codes.Sweep(workshop, ct);
        await _sweep.Run(workshop, state, ct);
    }

    /// <summary>What somebody sees who comes to a room in which nothing has begun.</summary>
    public Message? Welcome(Person person) => _unstarted.Welcome(person);

    /// <summary>Whether the storage serves.</summary>
    public Task<bool> IsReady(CancellationToken ct = default) => _ready.Answers(ct);

    /// <summary>Takes no more turns and answers those it has taken; for a storage that does not answer it waits five seconds and no longer. The storage is the caller's to close, afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        _boxes.Close();
        await _background.Finish(2 * Mailbox.Deadline, _time);
    }

    static Reply Ignored => new("", ReplyKind.Ignored);

    // Never throws.
    async Task<Reply> Serve(Turn turn)
    {
        try
        {
            if (!Gate.Comes(turn))
                return new(Wording.Own("not-admitted", turn.Person.Language), ReplyKind.Refused);
            var press = turn.Press();
            var come = new Come(turn with { Text = Conversation.TextOf(turn.Text, press) }, _time.GetTimestamp());
            // Before the room is claimed for it.
            if (Gate.Bars(come.Turn))
                return turn.Overheard ? Ignored : new(Wording.Of([Phrase.Of("start-guest")], Speech.Culture(turn.Person.Language)), ReplyKind.Refused);
            return await (come.Turn.Private || press?.Verb == Press.Answer ? Alone(come, CancellationToken.None) : InRoom(come, CancellationToken.None));
        }
        catch (StorageUnavailableException e)
        {
            _log.LogWarning("A turn could not be saved: {Fault}", e.GetType().Name);
            return Answering.Missed(turn, ReplyKind.NotSaved);
        }
        catch (Exception e)
        {
            // What was typed stays out of the log, and an exception's message may hold it.
            _log.LogError("Turn {Turn} was dropped: {Fault} {Where}", TurnName.Of(turn.Id), e.GetType().Name, e.StackTrace);
            return Answering.Missed(turn, ReplyKind.Failed);
        }
    }

    // An open question comes first: while one is open, plain lines answer it.
    async Task<Reply> Alone(Come come, CancellationToken ct)
    {
        var (answered, before) = await _dialogue.Answer(come, ct);
        if (answered is not null)
            return answered;
        var reply = await _private.Deliver(come, ct);
        return before is null ? reply : reply.After(before);
    }

    async Task<Reply> InRoom(Come come, CancellationToken ct, bool anew = false)
    {
        // A start makes a workshop and is for none, whichever it was pressed in.
        if (come.Turn.Starts() && come.Turn.Action is { } action)
            come = come with { Turn = come.Turn with { Action = action with { Data = action.Data.Remove(Press.Workshop) } } };
        var turn = come.Turn;
        // What people say to each other is theirs, but for what is said below the board.
        if (turn.Overheard && !await Looking.Follows(turn.Room.Key, turn.Thread, turn.Change?.Of, ct))
            return Ignored;
        var (room, guessed) = await _rooms.Find(turn.Room.Key, ct, anew || turn.Starts() || Conversation.Joins(turn.Text) is not null);
        if (await _joining.Ask(come, room, ct) is { } asked)
            return asked;
        // What somebody presses for themselves where nothing runs is for a workshop of their own.
        if (room is null && !turn.Starts())
            return turn.IsForOwn() ? await _private.Deliver(come, ct) : await _unstarted.Hear(come, ct);
        for (var tries = 0; tries < Tries; tries++)
        {
            room ??= await _rooms.Claim(turn.Room.Key, null, ct);
            if (room is null || (turn.Starts() && !(await _rooms.Enlist(turn.Room.Key, room.Workshop, ct) && await _outside.Opens(room.Workshop, turn.Room.Key, turn.Root, ct))))
                return Answering.Missed(turn, ReplyKind.NotSaved);
            // Who presses may ask whether the room can be reached, and is told how it was before.
            if (turn.Action is null)
                _outside.Heard(room.Workshop, turn.Room.Key);
            var reply = await InWorkshop(come, room.Workshop, ct, alone: false, guessed: guessed);
            if (turn.Action is not null)
                _outside.Heard(room.Workshop, turn.Room.Key);
            if (reply is not null)
                return reply;
            if (guessed)
                return await InRoom(come, ct, anew: true);
            room = await _rooms.Claim(turn.Room.Key, room, ct);
        }
        return Answering.Missed(turn, ReplyKind.NotSaved);
    }

    // Null: the turn opens a workshop, and this one is over; or the room was only guessed to be this one's, and must be looked up.
    async Task<Reply?> InWorkshop(Come come, string workshop, CancellationToken ct, bool repeats = false, bool alone = true, bool guessed = false)
    {
        var turn = come.Turn;
        if (turn.Private)
            _outside.Heard(workshop, turn.Person.Key);
        // Who only talks to others takes no part.
        var known = turn.Overheard ? true : await _seats.Note(turn.Person.Key, workshop, ct, guessed ? async () => await Looking.WorkshopOf(turn.Room.Key, ct) == workshop : null);
        if (known is not { } noted)
            return null;
        var personal = Conversation.LooksPersonal(turn.Text, turn.Press());
        var pending = new Pending(turn, workshop, personal ? await _seats.Confirmed(turn, ct) : [], come.Arrived, refused: !noted, await Sources.Of(turn, Looking.Peek, ct)) { Repeats = repeats, Alone = alone, Guessed = guessed, Same = await _codes.Same(turn, workshop, ct) };
        if (!_boxes.Post(pending))
            return Answering.Missed(turn, ReplyKind.Busy);
        switch (await pending.Outcome)
        {
            case Outcome.Ignored:
                return Ignored;
            case Outcome.Said said:
                return await _telling.Tell(said, turn, workshop, noted && !turn.Overheard, personal, ct);
            case Outcome.Again again:
                return await _answering.Again(turn, workshop, again, ct);
            // What is of another tenant is as if it were not there.
            case Outcome.Barred:
                await _seats.Leave(turn.Person.Key, workshop, ct);
                return alone && turn.Action?.Data.GetValueOrDefault(Press.Workshop) is { } named ? new(Wording.Own("unknown-workshop", turn.Person.Language, named), ReplyKind.Refused) : turn.Overheard ? Ignored : await _unstarted.Hear(come, ct);
            case Outcome.Forgotten:
                return Answering.Arrived(turn);
            case Outcome.Missed missed:
                return Answering.Missed(turn, missed.Kind);
            default:
                return null;
        }
    }

    void Committed(string workshop)
    {
        _claims.Look(workshop, _boxes.Held(workshop)?.State);
        _outside.Committed(workshop);
    }

    // What a dialog has come to; where it opens a workshop there is none yet.
    async Task<Reply> Send(Come come, string workshop, bool repeats, CancellationToken ct) =>
        workshop.Length == 0 ? await InRoom(come with { Turn = come.Turn with { Text = Conversation.TextOf("", come.Turn.Press()) } }, ct) : (await InWorkshop(come, workshop, ct, repeats))!;
}

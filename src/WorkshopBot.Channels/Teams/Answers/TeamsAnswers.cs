using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Teams.Cards;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Channels.Teams.Inbound;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Teams.Answers;

/// <summary>
/// Tells people what came of what they typed (settled: "Who hears what"). In their own chat they get an answer. In a room acceptance is a sign on their message; what has to be
/// read is one reply, which the next takes the place of.
/// </summary>
/// <param name="sender">Calls the Connector.</param>
/// <param name="spots">Where rooms and people are.</param>
/// <param name="book">Remembers replies.</param>
/// <param name="fit">A message as a card for a surface.</param>
/// <param name="later">What goes on after the request.</param>
/// <param name="opened">Told of a workshop that was opened in a room.</param>
/// <param name="time">The clock.</param>
/// <param name="targeted">In rooms answers are messages that only their person sees.</param>
sealed class TeamsAnswers(
    TeamsSender sender, TeamsSpots spots, IChatBook book, Func<Message, TeamsSurface, CancellationToken, ValueTask<BoundCard?>> fit, Afterwards later, Func<Heard, CancellationToken, Task> opened, TimeProvider time, bool targeted)
{
    /// <summary>The sign that something was heard.</summary>
    public const string Sign = "like";

    /// <summary>After this somebody who waits alone sees that their answer is being made.</summary>
    public static readonly TimeSpan Noticed = TimeSpan.FromMilliseconds(700);

    /// <summary>While an answer takes its time, the person who waits for it in their own chat sees that it is being made. Returns at once.</summary>
    public void Busy(TeamsPlace place, Task serving)
    {
        if (place.IsPersonal && !serving.IsCompleted)
            later.Run($"busy {place.RoomKey}", async ct =>
            {
                using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
                await Task.WhenAny(serving, Task.Delay(Noticed, time, over.Token)).ConfigureAwait(false);
                await over.CancelAsync().ConfigureAwait(false);
                if (!serving.IsCompleted && await Spot(new Address.Room(place.RoomKey), ct).ConfigureAwait(false) is { } spot)
                    await sender.Typing(spot, ct).ConfigureAwait(false);
            });
    }

    /// <summary>Returns at once.</summary>
    public void Tell(Heard heard, Turn turn, ChatAnswer answer) => later.Run($"{heard.Place.RoomKey} {heard.Person.Key}", ct => Tell(heard, turn, answer, ct));

    /// <summary>The message that was pressed shows from now on what its person was answered. Returns at once.</summary>
    public void Replace(TeamsPlace place, string id, ChatAnswer answer) => later.Run($"{place.RoomKey} {place.PersonKey}", async ct =>
    {
        if (await Spot(new Address.Room(place.RoomKey), ct).ConfigureAwait(false) is { } spot && await Activity(answer, TeamsSurface.Answer, ct).ConfigureAwait(false) is { } activity)
            await sender.Edit(spot, id, activity, ThrottleRank.Answer, ct).ConfigureAwait(false);
    });

    /// <summary>Goes on in the person's own chat. False: they cannot be reached there.</summary>
    public async ValueTask<bool> Alone(Person person, ChatAnswer answer, CancellationToken ct) =>
        await Spot(new Address.Person(person.Key), ct).ConfigureAwait(false) is { } spot && await Activity(answer, TeamsSurface.Answer, ct).ConfigureAwait(false) is { } activity
            && await sender.Send(spot, activity, ThrottleRank.Answer, ct).ConfigureAwait(false) is ConnectorAnswer.Done or ConnectorAnswer.Unknown;

    /// <summary>What somebody pressed in a room was accepted, so that what was refused before is put right. True: they pressed it on that refusal, which goes.</summary>
    public async ValueTask<bool> PutRight(TeamsPlace place, string? pressed, CancellationToken ct)
    {
        ReplyNote? before;
        try
        {
            before = ReplyNote.Read(await book.Find(NameOf(place.RoomKey, place.PersonKey), ct).ConfigureAwait(false));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What was accepted is saved: that nobody remembers a reply must not make it sound lost.
            return false;
        }
        if (before is not { IsRefusal: true })
            return false;
        later.Run($"{place.RoomKey} {place.PersonKey}", async stop =>
        {
            if (await Spot(new Address.Room(place.RoomKey), stop).ConfigureAwait(false) is { } spot)
                await Forget(spot, NameOf(place.RoomKey, place.PersonKey), stop).ConfigureAwait(false);
        });
        return before.Id == pressed;
    }

    async Task Tell(Heard heard, Turn turn, ChatAnswer answer, CancellationToken ct)
    {
        if (await Spot(new Address.Room(heard.Place.RoomKey), ct).ConfigureAwait(false) is not { } spot)
            return;
        var thread = spot.Thread(heard.Place.Thread);
        if (heard.Place.IsPersonal)
            await Send(thread, answer, TeamsSurface.Answer, ct).ConfigureAwait(false);
        else if (answer.Private && await Alone(heard.Person, answer, ct).ConfigureAwait(false))
            await React(thread, heard, turn, ct).ConfigureAwait(false);
        else if (targeted)
            await Targeted(thread, heard, answer, ct).ConfigureAwait(false);
        else
            await InRoom(thread, heard, turn, answer, ct).ConfigureAwait(false);
        if (answer.Opened && !heard.Place.IsPersonal)
            await opened(heard, ct).ConfigureAwait(false);
    }

    async Task InRoom(TeamsSpot thread, Heard heard, Turn turn, ChatAnswer answer, CancellationToken ct)
    {
        var name = NameOf(heard.Place.RoomKey, heard.Person.Key);
        if (answer.Kind == ChatAnswerKind.Accepted && !answer.Shows)
        {
            await React(thread, heard, turn, ct).ConfigureAwait(false);
            await Forget(thread, name, ct).ConfigureAwait(false);
            return;
        }
        var before = ReplyNote.Read(await book.Find(name, ct).ConfigureAwait(false));
        // Several people have a reply in one thread.
        var whose = Speech.Say("for", answer.Message?.Language ?? heard.Person.Language, heard.Person.Name);
        var said = answer with
        {
            Text = $"{whose}\n{answer.Text}",
            Message = answer.Message is { } message ? message with { Notice = message.Notice.Length > 0 ? $"{whose}\n{message.Notice}" : whose } : null,
        };
        if (await Activity(said, TeamsSurface.Kept, ct).ConfigureAwait(false) is not { } activity)
            return;
        // Nobody has two at a time: a reply cannot be moved from one thread to another.
        if (before is not null && before.At == answer.At && before.Thread != heard.Place.Thread)
            await sender.Delete(thread.Thread(before.Thread), before.Id, ct).ConfigureAwait(false);
        else if (before is not null && before.At == answer.At && await sender.Edit(thread, before.Id, activity, ThrottleRank.Answer, ct).ConfigureAwait(false) is ConnectorAnswer.Done)
        {
            await book.Save(name, (before with { IsRefusal = answer.Kind != ChatAnswerKind.Accepted }).Write(), ct).ConfigureAwait(false);
            return;
        }
        if (await sender.Send(thread, activity, ThrottleRank.Answer, ct).ConfigureAwait(false) is ConnectorAnswer.Done { Id: { Length: > 0 } id })
            await book.Save(name, new ReplyNote(id, heard.Place.Thread, answer.At, answer.Kind != ChatAnswerKind.Accepted).Write(), ct).ConfigureAwait(false);
    }

    // The refusal before, if there is one, is put right.
    async ValueTask Forget(TeamsSpot room, string name, CancellationToken ct)
    {
        if (ReplyNote.Read(await book.Find(name, ct).ConfigureAwait(false)) is not { IsRefusal: true } before)
            return;
        await sender.Delete(room.Thread(before.Thread), before.Id, ct).ConfigureAwait(false);
        await book.Save(name, null, ct).ConfigureAwait(false);
    }

    static string NameOf(string room, string person) => $"reply:{room} {person}";

    // A message that is gone cannot carry a sign, and one that fails is of no matter.
    async ValueTask React(TeamsSpot thread, Heard heard, Turn turn, CancellationToken ct)
    {
        if (turn.Change is not { Kind: TurnChangeKind.Deleted } && heard.Activity.Value is null && heard.Activity.Id is { } id)
            await sender.React(thread, id, Sign, ct).ConfigureAwait(false);
    }

    async ValueTask Targeted(TeamsSpot thread, Heard heard, ChatAnswer answer, CancellationToken ct)
    {
        if (await Activity(answer, TeamsSurface.Kept, ct, heard.Place.From).ConfigureAwait(false) is { } activity)
            await sender.Send(thread, activity, ThrottleRank.Answer, ct, targeted: true).ConfigureAwait(false);
    }

    async ValueTask Send(TeamsSpot spot, ChatAnswer answer, TeamsSurface surface, CancellationToken ct)
    {
        if (await Activity(answer, surface, ct).ConfigureAwait(false) is { } activity)
            await sender.Send(spot, activity, ThrottleRank.Answer, ct).ConfigureAwait(false);
    }

    async ValueTask<ReadOnlyMemory<byte>?> Activity(ChatAnswer answer, TeamsSurface surface, CancellationToken ct, string? only = null)
    {
        if (answer.Message is { } message && await fit(message, surface, ct).ConfigureAwait(false) is { } card)
            foreach (var activity in OutboundActivity.Fitting(card, message.Brief, only))
                return activity;
        return OutboundActivity.Text(answer.Text, only) is { Length: <= OutboundActivity.MostBytes } text ? text : null;
    }

    async ValueTask<TeamsSpot?> Spot(Address to, CancellationToken ct) => (await spots.Find(to, ct).ConfigureAwait(false)).Spot;
}

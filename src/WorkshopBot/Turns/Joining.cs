using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>Codes typed in rooms where nothing runs. A code only asks: the room is written down with those the facilitator of its workshop decides on, and nobody in it learns which workshop that is.</summary>
/// <param name="codes">The codes.</param>
/// <param name="peek">Reads a workshop.</param>
/// <param name="post">Hands a turn to a workshop; false: it takes none now.</param>
/// <param name="say">Says something where there is no workshop.</param>
sealed class Joining(Codes codes, Func<string, CancellationToken, ValueTask<Workshop>> peek, Func<Pending, bool> post, Func<Turn, Phrase, bool, Reply> say)
{
    /// <summary>Null: no code was typed, or the room has its workshop, which answers itself.</summary>
    public async Task<Reply?> Ask(Come come, IndexedRoom? room, CancellationToken ct)
    {
        var turn = come.Turn;
        if (turn.Private || turn.Change is not null || Conversation.Joins(turn.Text) is not { } typed)
            return null;
        if (room is not null && await peek(room.Workshop, ct) is { Phase: Phase.Running } runs && runs.Tenancy.Holds(turn.Room.Key))
            return null;
        if (await codes.Asked(typed, turn, ct) is not { } code)
            return Says(turn, Rooming.Wrong, refused: true);
        var pending = new Pending(turn, code.Workshop, [], come.Arrived, refused: false) { Asking = new(new RoomRef(turn.Room.Key, turn.Room.Name), code.Name, turn.Room.External) };
        if (!post(pending))
            return Answering.Missed(turn, ReplyKind.Busy);
        return await pending.Outcome switch
        {
            Outcome.Said { Refused: false } or Outcome.Again => Says(turn, Phrase.Of("join-asked"), refused: false),
            Outcome.Missed missed => Answering.Missed(turn, missed.Kind),
            _ => Says(turn, Rooming.Wrong, refused: true),
        };
    }

    // Where nothing runs the card would be the one that begins something.
    Reply Says(Turn turn, Phrase said, bool refused) => say(turn, said, refused) with { Message = null };
}

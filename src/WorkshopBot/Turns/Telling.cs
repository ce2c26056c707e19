using WorkshopBot.Channels;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Turns;

/// <summary>What follows once a turn is decided and in the journal: what its person is in the middle of goes on from there, and they are answered.</summary>
/// <param name="seats">What people are in the middle of.</param>
/// <param name="codes">Makes the codes that were asked for.</param>
/// <param name="outside">What became of messages.</param>
/// <param name="answering">Makes the answer.</param>
/// <param name="dialogue">Asks question by question.</param>
sealed class Telling(Seating seats, Codes codes, Outside outside, Answering answering, Dialogue dialogue)
{
    /// <summary>The answer.</summary>
    /// <param name="said">What came of it.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="workshop">The workshop it was for.</param>
    /// <param name="isNoted">The person's seat knew the workshop before.</param>
    /// <param name="isPersonal">It looked like a customer's personal data.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Reply> Tell(Outcome.Said said, Turn turn, string workshop, bool isNoted, bool isPersonal, CancellationToken ct)
    {
        var (person, after) = (turn.Person, said.After);
        // Who was only overheard takes part with this.
        if ((isNoted || (turn.Overheard && await seats.Note(person.Key, workshop, ct) == true)) && after.Phase == Phase.Running)
            seats.Noted(person.Key, workshop);
        if (isPersonal)
            await seats.Hold(turn, workshop, said.Warned, ct);
        // Started in a room, it does not take a private chat away from the others it may be speaking to.
        if (!said.Refused && turn.Starts())
            await seats.Change(Seating.Private, person.Key, seat => turn.Private || seat.Known.All(known => known == workshop) ? seat with { Workshop = workshop } : seat, ct);
        if (said.Parts.Again is { } key && !await outside.PostsAgain(workshop, key, ct))
            return new(Wording.Own("not-again", after.LanguageOf(person.Key, person.Language)), ReplyKind.Refused);
        said = await codes.Tell(said, turn, workshop, ct);
        var reply = answering.Say(turn, workshop, said.Text, await Parts(said, workshop, ct), said.Refused, said.Handover, after);
        return said.Parts.Screen is Screen.Ask ask ? await dialogue.Open(turn, ask, reply, ct) : reply;
    }

    async ValueTask<AnswerParts> Parts(Outcome.Said said, string workshop, CancellationToken ct)
    {
        var (parts, query) = (said.Parts, (said.Parts.Screen as Screen.See)?.Query);
        if (query is { TellsUnsure: true })
            parts = parts with { Unsure = await outside.Unsure(workshop, ct) };
        if (query is { TellsUnreached: true })
            parts = parts with { Unreached = [.. (await outside.Unreached(workshop, ct)).Select(lost => new Unreached(said.After.Crew[lost.Key] is null ? null : lost.Key, lost.Reason))] };
        return parts;
    }
}

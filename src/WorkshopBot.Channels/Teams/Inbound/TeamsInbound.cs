using Microsoft.AspNetCore.Http;
using WorkshopBot.Channels.Teams.Answers;
using WorkshopBot.Channels.Teams.Protocol;
using WorkshopBot.Channels.Teams.Rooms;

namespace WorkshopBot.Channels.Teams.Inbound;

/// <summary>What becomes of an activity: the kinds the product uses act, every other is taken and ignored (teams.md, section 1).</summary>
/// <param name="desk">Serves turns.</param>
/// <param name="people">Who and where, as the house knows it.</param>
/// <param name="guests">Who is a guest.</param>
/// <param name="invokes">What is answered in the HTTP answer itself.</param>
/// <param name="events">What happens to rooms.</param>
/// <param name="answers">Tells people what came of what they typed.</param>
/// <param name="answersAlone">In a shared room too there is an answer that only the person sees.</param>
sealed class TeamsInbound(IChatDesk desk, TeamsPeople people, TeamsGuests guests, TeamsInvokes invokes, RoomEvents events, TeamsAnswers answers, bool answersAlone)
{
    public async Task<DoorAnswer> Serve(Activity activity, CancellationToken ct)
    {
        if (activity.ChannelId != "msteams" || TeamsPlace.Of(activity) is not { } place)
            return DoorAnswer.Ok;
        await people.Note(place, activity, ct).ConfigureAwait(false);
        return activity.Type switch
        {
            "message" or "messageUpdate" or "messageDelete" or "invoke" when place.User.Length > 0 && activity.Id is { Length: > 0 } => await Heard(place, activity, ct).ConfigureAwait(false),
            "invoke" => new(StatusCodes.Status400BadRequest),
            "conversationUpdate" or "installationUpdate" => events.Take(place, activity),
            _ => DoorAnswer.Ok,
        };
    }

    async Task<DoorAnswer> Heard(TeamsPlace place, Activity activity, CancellationToken ct)
    {
        if (await people.IsOut(place, ct).ConfigureAwait(false))
            return new(StatusCodes.Status403Forbidden);
        await guests.Look(place, ct).ConfigureAwait(false);
        var (person, room) = await people.Find(place, activity, ct).ConfigureAwait(false);
        var turns = new TeamsTurns(place, person, room, answersAlone);
        if (activity.Type == "invoke")
            return await invokes.Serve(place, activity, turns, person, room, ct).ConfigureAwait(false);
        if ((activity.Type == "message" ? turns.Message(activity) : turns.Changed(activity)) is not { } turn)
            return DoorAnswer.Ok;
        var serving = desk.Deliver(await people.Named(turn, ct).ConfigureAwait(false), ct);
        answers.Busy(place, serving);
        var answer = await serving.ConfigureAwait(false);
        // Delivered again, it is served again.
        if (answer.Kind == ChatAnswerKind.NotSaved)
            return new(StatusCodes.Status503ServiceUnavailable);
        answers.Tell(new(place, person, activity), turn, answer);
        return DoorAnswer.Ok;
    }
}

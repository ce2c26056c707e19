using WorkshopBot.Channels;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>The map a new workshop is to be started from: only one the person takes part in; an id is a name and grants nothing.</summary>
static class Sources
{
    const int MostOfId = 64;

    /// <summary>Null for none.</summary>
    public static async ValueTask<Workshop?> Of(Turn turn, Func<string, CancellationToken, ValueTask<Workshop>> peek, CancellationToken ct) =>
        Conversation.StartsFrom(turn.Text) is { Length: <= MostOfId } from && from.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && await peek(from.ToLowerInvariant(), ct) is { Phase: not Phase.NotStarted } workshop && workshop.Crew[turn.Person.Key] is not null && workshop.Tenancy.Reaches(turn.Person.Key) ? workshop : null;
}

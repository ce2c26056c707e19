using System.Net.Http.Headers;

namespace WorkshopBot.Channels;

/// <summary>How long to leave a platform alone: as long as it says, else longer with every try.</summary>
static class Backoff
{
    static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Most = TimeSpan.FromMinutes(1);
    static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>No answer, however wrong, silences a conversation for longer.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="said">The Retry-After of the answer.</param>
    /// <param name="attempt">How often the call has been made before.</param>
    /// <param name="now">What the date of a Retry-After is held against.</param>
    /// <param name="dice">0 to 1; keeps callers that failed together from coming back together.</param>
    public static TimeSpan Of(RetryConditionHeaderValue? said, int attempt, DateTimeOffset now, double dice) =>
        said?.Delta is { } seconds ? Bounded(seconds)
        : said?.Date is { } date ? Bounded(date - now)
        : Of(attempt, dice);

    public static TimeSpan Of(int attempt, double dice)
    {
        var whole = First * (1 << Math.Clamp(attempt, 0, 10));
        return (whole < Most ? whole : Most) * (0.5 + dice / 2);
    }

    static TimeSpan Bounded(TimeSpan wait) => wait < Least ? Least : wait > Longest ? Longest : wait;
}

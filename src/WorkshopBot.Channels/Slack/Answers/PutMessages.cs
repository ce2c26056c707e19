using System.Collections.Immutable;
using System.Globalization;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Rooms;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>A message that somebody puts on a map: what it says, who wrote it, when, and where it stands.</summary>
/// <param name="api">Calls Slack.</param>
/// <param name="people">Who is who.</param>
/// <param name="time">The clock.</param>
sealed class PutMessages(SlackApi api, SlackPeople people, TimeProvider time)
{
    const int MostText = 8_000;
    const int MostName = 200;

    /// <summary>Beyond this the address of the message is left out: the trigger must not run out.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    /// <summary>Null: there is nothing in it.</summary>
    public async ValueTask<ImmutableSortedDictionary<string, string>?> Read(SlackInput.Shortcut shortcut, SlackInput.Typed message, CancellationToken ct)
    {
        var text = string.Join('\n', message.Files.Prepend(message.Text).Where(part => part.Length > 0));
        if (text.Length == 0)
            return null;
        var data = ActionData.None.Add("text", Cut(text, MostText));
        var author = Author(shortcut, message, ct);
        if (await Link(shortcut.Place, message.Ts, ct).ConfigureAwait(false) is { } link)
            data = data.Add("link", link);
        if (await author.ConfigureAwait(false) is { Length: > 0 } from)
            data = data.Add("from", Cut(from, MostName));
        // A message's id begins with the second it was sent in; only its day is told.
        if (long.TryParse(message.Ts.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var second) && second < DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            data = data.Add("at", DateTimeOffset.FromUnixTimeSeconds(second).ToString("o", CultureInfo.InvariantCulture));
        return data;
    }

    // Only apps write with a name of their own; of people a message says the id alone.
    async Task<string> Author(SlackInput.Shortcut shortcut, SlackInput.Typed message, CancellationToken ct) =>
        shortcut.Author.Length > 0 || message.Place.User.Length == 0 ? shortcut.Author : (await people.Find(message.Place with { Channel = "" }, ct).ConfigureAwait(false)).Person.Name;

    async ValueTask<string?> Link(SlackPlace place, string ts, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var asking = api.Call(place.Install, new(SlackMethods.Permalink) { { "channel", place.Channel }, { "message_ts", ts } }, CallRank.Person, patience.Token).AsTask();
        await Task.WhenAny(asking, Task.Delay(Patience, time, ct)).ConfigureAwait(false);
        if (!asking.IsCompleted)
        {
            await patience.CancelAsync().ConfigureAwait(false);
            _ = asking.ContinueWith(static done => done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return null;
        }
        return await asking.ConfigureAwait(false) is SlackReply.Done done && Uri.TryCreate(done.Text("permalink"), UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps ? link.AbsoluteUri : null;
    }

    static string Cut(string text, int most) => text.Length <= most ? text : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
}

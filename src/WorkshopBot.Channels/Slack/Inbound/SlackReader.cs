using System.Text.Json;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Reads what Slack delivers, the same by whichever door it came. Nothing that stands in it makes it throw; an event does whose bot cannot be told now, and comes again.</summary>
/// <param name="botUser">Finds the bot's own user of an install where what came does not tell; null: there is no such install. Throws where nobody can tell now.</param>
/// <param name="known">The install as it is known, where only its workspace is told.</param>
sealed class SlackReader(Func<InstallId, CancellationToken, ValueTask<string?>> botUser, Func<InstallId, CancellationToken, ValueTask<InstallId>> known)
{
    /// <summary>The last second of the year 9999, since 1970.</summary>
    const long MostSeconds = 253_402_300_799;

    public async ValueTask<SlackRead> Event(JsonElement json, CancellationToken ct)
    {
        if (SlackJson.Read(json, SlackJson.Default.EventEnvelope) is not { } envelope)
            return SlackRead.Malformed;
        if (envelope.Type == "url_verification")
            return envelope.Challenge is { } challenge ? new SlackRead.Asked(challenge) : SlackRead.Malformed;
        if (envelope.Type is not ("event_callback" or "app_rate_limited"))
            return SlackRead.Nothing;
        if (SlackOrigin.Of(envelope) is not { } origin)
            return SlackRead.Malformed;
        if (envelope.Type == "app_rate_limited")
            return new SlackEvents(origin, null, null).Limited(envelope.MinuteRateLimited ?? 0);
        if (envelope.Event is not { ValueKind: JsonValueKind.Object } happened)
            return SlackRead.Malformed;
        var bot = envelope.Authorizations is [{ IsBot: true, UserId: { } told }, ..] ? told : await botUser(origin.Install, ct).ConfigureAwait(false);
        return new SlackEvents(origin, bot, When(envelope.EventTime)).Read(happened);
    }

    public async ValueTask<SlackRead> Interaction(JsonElement json, CancellationToken ct)
    {
        if (SlackJson.Read(json, SlackJson.Default.SlackInteraction) is not { } act || SlackOrigin.Of(act) is not { } origin)
            return SlackRead.Malformed;
        // A view does not say which organisation the workspace belongs to that has shown it.
        if (origin.Install.Enterprise is null && origin.Team != act.Team?.Id)
            origin = origin with { Install = await known(origin.Install, ct).ConfigureAwait(false) };
        return new SlackInteractions(act, origin, await Bot(origin, act.Message?.Text, ct).ConfigureAwait(false)).Read();
    }

    public async ValueTask<SlackRead> Command(IReadOnlyDictionary<string, string> fields, CancellationToken ct) =>
        SlackOrigin.Of(fields) is { } origin ? SlackCommands.Read(fields, origin, await Bot(origin, fields.GetValueOrDefault("text"), ct).ConfigureAwait(false)) : SlackRead.Malformed;

    static DateTimeOffset? When(long? seconds) => seconds is > 0 and <= MostSeconds ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;

    // Asked for only where somebody is named.
    async ValueTask<string?> Bot(SlackOrigin origin, string? text, CancellationToken ct)
    {
        try
        {
            return text?.Contains("<@", StringComparison.Ordinal) == true ? await botUser(origin.Install, ct).ConfigureAwait(false) : null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // This does not come again, and somebody waits for a word: what they say of the bot stays in what they say.
            return null;
        }
    }
}

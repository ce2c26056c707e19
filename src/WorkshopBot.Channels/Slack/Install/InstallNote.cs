using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>An install as it is stored. It names nobody: who installed the app is not kept.</summary>
/// <param name="Enterprise">The organisation; null where the workspace belongs to none.</param>
/// <param name="Team">The workspace; null for an install of the whole organisation.</param>
/// <param name="BotUser">Id of the bot's own user.</param>
/// <param name="App">Id of the app.</param>
/// <param name="Scopes">What it may do there, with commas between.</param>
/// <param name="At">When it was installed last.</param>
sealed record InstallNote(string? Enterprise, string? Team, string BotUser, string App, string Scopes, DateTimeOffset At)
{
    /// <summary>The tokens, sealed; null when they are of no use any more.</summary>
    public byte[]? Sealed { get; init; }

    /// <summary>Why it is not installed any more; null while it is.</summary>
    public string? Over { get; init; }

    public DateTimeOffset? OverAt { get; init; }

    /// <summary>Until then somebody gets the next token, and nobody else does.</summary>
    public DateTimeOffset? Renewing { get; init; }

    public InstallId Id => new(Enterprise, Team);
}

/// <summary>Tokens as they are sealed, with what they are of: put beside another install they open nothing.</summary>
sealed record SealedTokens(string Of, InstallTokens Tokens);

/// <summary>Installs as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(InstallNote))]
[JsonSerializable(typeof(SealedTokens))]
sealed partial class InstallJson : JsonSerializerContext;

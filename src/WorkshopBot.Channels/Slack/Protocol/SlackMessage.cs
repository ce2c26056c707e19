using System.Text.Json;

namespace WorkshopBot.Channels.Slack.Protocol;

/// <summary>A message: as an event of its own, as a part of one that tells of its change, or as what a shortcut was used on.</summary>
sealed record SlackMessage
{
    public string? Type { get; init; }

    public string? Subtype { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public string? AppId { get; init; }

    public string? Username { get; init; }

    public string? Text { get; init; }

    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? DeletedTs { get; init; }

    public string? Channel { get; init; }

    /// <summary>The same content as the text, taken apart.</summary>
    public JsonElement? Blocks { get; init; }

    public SlackFile?[]? Files { get; init; }

    public SlackEdit? Edited { get; init; }

    public string? Team { get; init; }

    public string? UserTeam { get; init; }

    public string? SourceTeam { get; init; }

    public SlackProfile? UserProfile { get; init; }

    /// <summary>What a change made of it.</summary>
    public SlackMessage? Message { get; init; }

    /// <summary>What it was before the change.</summary>
    public SlackMessage? PreviousMessage { get; init; }
}

/// <summary>A file that came with a message.</summary>
sealed record SlackFile(string? Permalink);

/// <summary>When a message was changed last, and by whom.</summary>
sealed record SlackEdit(string? User, string? Ts);

/// <summary>What somebody from another organisation is called.</summary>
sealed record SlackProfile(string? DisplayName, string? RealName);

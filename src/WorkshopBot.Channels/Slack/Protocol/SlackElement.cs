using System.Text.Json;

namespace WorkshopBot.Channels.Slack.Protocol;

/// <summary>An element with what was chosen or typed in it; each kind has a member of its own for that.</summary>
sealed record SlackElement
{
    public string? Type { get; init; }

    public string? ActionId { get; init; }

    public string? BlockId { get; init; }

    public string? ActionTs { get; init; }

    public string? Value { get; init; }

    public SlackOption? SelectedOption { get; init; }

    public SlackOption?[]? SelectedOptions { get; init; }

    public string? SelectedUser { get; init; }

    public string?[]? SelectedUsers { get; init; }

    public string? SelectedConversation { get; init; }

    public string?[]? SelectedConversations { get; init; }

    public string? SelectedChannel { get; init; }

    public string?[]? SelectedChannels { get; init; }

    public string? SelectedDate { get; init; }

    public string? SelectedTime { get; init; }

    public long? SelectedDateTime { get; init; }

    public JsonElement? RichTextValue { get; init; }
}

/// <summary>A choice.</summary>
sealed record SlackOption(string? Value);

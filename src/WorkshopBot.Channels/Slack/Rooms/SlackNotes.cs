using System.Text.Json.Serialization;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Slack.Rooms;

/// <summary>What is known of a conversation. Null where nothing has said it yet.</summary>
/// <param name="Install">Whose token sees it, as <see cref="InstallId"/> writes itself.</param>
/// <param name="Channel">Its id as it is now.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Shared">People of other organisations are in it.</param>
/// <param name="Private">Only members see it.</param>
/// <param name="Archived">Nobody can write there now.</param>
/// <param name="Asked">When Slack was asked, in seconds since 1970.</param>
/// <param name="Same">The key it had first: it is the same under another id.</param>
sealed record SlackRoomNote(
    string? Install = null, string? Channel = null, string? Name = null, bool? Shared = null, bool? Private = null, bool? Archived = null, long? Asked = null, string? Same = null)
{
    /// <summary>What is known after something newer: it wins where it says anything.</summary>
    public SlackRoomNote With(SlackRoomNote newer) => new(
        newer.Install ?? Install, newer.Channel ?? Channel, newer.Name ?? Name, newer.Shared ?? Shared, newer.Private ?? Private, newer.Archived ?? Archived, newer.Asked ?? Asked, newer.Same ?? Same);
}

/// <summary>What is known of a person. Null where nothing has said it yet.</summary>
/// <param name="Install">Whose token sees them, as <see cref="InstallId"/> writes itself.</param>
/// <param name="User">Their id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Zone">Id of their zone.</param>
/// <param name="Locale">Tag of their language.</param>
/// <param name="Guest">They are a guest of the tenant that sees them.</param>
/// <param name="Dm">Id of their own chat with the bot; empty for none any more.</param>
/// <param name="Asked">When Slack was asked, in seconds since 1970.</param>
/// <param name="Same">Their key, where it is not made of the tenant that sees them.</param>
sealed record SlackPersonNote(
    string? Install = null, string? User = null, string? Name = null, string? Zone = null, string? Locale = null, bool? Guest = null, string? Dm = null, long? Asked = null, string? Same = null)
{
    /// <inheritdoc cref="SlackRoomNote.With"/>
    public SlackPersonNote With(SlackPersonNote newer) => new(
        newer.Install ?? Install, newer.User ?? User, newer.Name ?? Name, newer.Zone ?? Zone, newer.Locale ?? Locale, newer.Guest ?? Guest, newer.Dm ?? Dm, newer.Asked ?? Asked, newer.Same ?? Same);
}

/// <summary>The notes as they are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SlackRoomNote))]
[JsonSerializable(typeof(SlackPersonNote))]
sealed partial class SlackNotesJson : JsonSerializerContext;

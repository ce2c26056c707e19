using System.Text.Json.Serialization;

namespace WorkshopBot.Journal;

/// <summary>What is known of one message on its platform. The stored names never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessagePhase>))]
public enum MessagePhase
{
    [JsonStringEnumMemberName("none")] None,

    /// <summary>It may be on its way: the intent is written, the platform's id is not.</summary>
    [JsonStringEnumMemberName("posting")] Posting,

    [JsonStringEnumMemberName("up")] Up,

    /// <summary>It may or may not have arrived, and that cannot be found out.</summary>
    [JsonStringEnumMemberName("unsure")] Unsure,

    /// <summary>Somebody deleted it, and that is respected.</summary>
    [JsonStringEnumMemberName("gone")] Gone,
}

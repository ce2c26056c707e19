using System.Text.Json.Serialization;

namespace WorkshopBot.Journal;

/// <summary>What to do about a message that may or may not have arrived. The stored names never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessagePolicy>))]
public enum MessagePolicy
{
    /// <summary>Never post it again unasked.</summary>
    [JsonStringEnumMemberName("once")] Once,

    /// <summary>Post it anew.</summary>
    [JsonStringEnumMemberName("must")] Must,
}

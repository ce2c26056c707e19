using System.Text.Json.Serialization;

namespace WorkshopBot.Journal;

/// <summary>Whether a room can be posted to. The stored names never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LaneState>))]
public enum LaneState
{
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>Not before the lane's <see cref="LaneRow.Until"/>.</summary>
    [JsonStringEnumMemberName("paused")] Paused,

    /// <summary>The room is gone or closed to us.</summary>
    [JsonStringEnumMemberName("lost")] Lost,
}

namespace WorkshopBot.Turns;

/// <summary>Finds the zones chats name.</summary>
static class Zones
{
    /// <summary>UTC where this machine does not know the zone.</summary>
    public static TimeZoneInfo Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}

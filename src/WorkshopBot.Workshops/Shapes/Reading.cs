using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>What typed text is read against: the map and the people so far, and the day and zone of the person who types.</summary>
public sealed record Reading(JourneyMap Map, Crew Crew, DateOnly Today, TimeZoneInfo Zone)
{
    /// <summary>The keywords that are understood beside the English ones.</summary>
    public Tongue Tongue { get; init; } = Tongue.English;
}

using System.Collections.Immutable;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>What typed text is read against: the map and the people so far, and the day and zone of the person who types.</summary>
public sealed record Reading(JourneyMap Map, Crew Crew, DateOnly Today, Zone Zone)
{
    /// <summary>The keywords that are understood beside the English ones.</summary>
    public Tongue Tongue { get; init; } = Tongue.English;

    /// <summary>Who is mentioned in the text, by the name that stands there.</summary>
    public ImmutableArray<PersonRef> Mentions { get; init; } = [];

    /// <summary>The person a text names.</summary>
    public Parsed<PersonRef> Person(string text) => Crew.Find(text, Mentions);
}

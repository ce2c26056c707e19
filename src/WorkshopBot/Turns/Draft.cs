using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>What somebody typed into a form and did not send: text by field, and when they last did.</summary>
/// <param name="Workshop">Id of the workshop.</param>
/// <param name="Of">Which form.</param>
/// <param name="Item">The item it changes; empty where it adds one.</param>
/// <param name="Fields">What was typed, by the name it is sent with; an empty text is a field that was emptied.</param>
/// <param name="At">When.</param>
sealed record Draft(string Workshop, string Of, string Item, ImmutableSortedDictionary<string, string> Fields, DateTimeOffset At)
{
    /// <summary>What was typed into a form, from what a chat says of it; null where it names none.</summary>
    public static Draft? Read(IReadOnlyDictionary<string, string> form, DateTimeOffset now) =>
        form.GetValueOrDefault(Press.Workshop) is { Length: > 0 } workshop && form.GetValueOrDefault(Press.Of) is { Length: > 0 } of
            ? new(workshop, of, form.GetValueOrDefault(Press.Item, ""), form.Where(pair => pair.Key.StartsWith(Press.Field, StringComparison.Ordinal)).ToImmutableSortedDictionary(StringComparer.Ordinal), now) : null;

    /// <summary>What asks for the form with nothing in it.</summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<string, string> Asks => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, string>[]
    {
        new(Press.Workshop, Workshop), new(Press.Of, Of), new(Press.Item, Item), new(Press.Opens, "true"),
    });

    public bool IsOf(Draft other) => (Workshop, Of, Item) == (other.Workshop, other.Of, other.Item);
}

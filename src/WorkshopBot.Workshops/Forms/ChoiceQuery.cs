using System.Collections.Immutable;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>What a chat asks when there is more to choose from than a form shows: which field of which form.</summary>
/// <param name="Workshop">Id of the workshop.</param>
/// <param name="Of">Which form.</param>
/// <param name="Item">The item it changes; null where it adds one.</param>
/// <param name="Field">Id of the field.</param>
public sealed record ChoiceQuery(string Workshop, string Of, Ref? Item, string Field)
{
    /// <summary>As names and values, parted as in an address.</summary>
    public string Write() => $"{Press.Workshop}={Workshop}&{Press.Of}={Of}&{Press.Item}={Item}&{Press.Asked}={Press.Field}{Field}";

    /// <summary>What was asked, from its names and values; null where it asks for nothing.</summary>
    public static ChoiceQuery? Read(IReadOnlyDictionary<string, string> data) =>
        data.GetValueOrDefault(Press.Asked) is { } field && field.StartsWith(Press.Field, StringComparison.Ordinal) && data.GetValueOrDefault(Press.Of) is { Length: > 0 } of
            ? new(data.GetValueOrDefault(Press.Workshop, ""), of, Ref.Read(data.GetValueOrDefault(Press.Item)), field[Press.Field.Length..]) : null;

    /// <summary>The choices that hold a text, as the person reads them; none where they cannot have the form.</summary>
    public ImmutableArray<(string Value, string Title)> In(Workshop w, Heard heard, string text) =>
        [.. Filling.Choices(Of, Item, Field, text, w, Conversation.ActorOf(heard)).Select(choice => (choice.Value, Speech.Say(choice.Title, Speech.Culture(w.LanguageOf(heard.Person, heard.Language)))))];
}

using System.Collections.Immutable;

namespace WorkshopBot.Workshops;

/// <summary>A button somebody pressed or a form somebody sent. Its data name things and prove nothing: whatever it asks is decided as if it had been typed.</summary>
public sealed record Press(string Verb, ImmutableSortedDictionary<string, string> Data)
{
    /// <summary>A button that stands for a typed line (<see cref="Line"/>).</summary>
    public const string Say = "say";

    /// <summary>Asks for a form (<see cref="Of"/>, and <see cref="Item"/> to change one), with <see cref="Field"/> values already filled in.</summary>
    public const string Form = "form";

    /// <summary>The same form with all its fields and what has been filled in so far.</summary>
    public const string More = "more";

    /// <summary>Sends a filled form.</summary>
    public const string Submit = "submit";

    /// <summary>Asks to be asked, one field at a time.</summary>
    public const string Ask = "ask";

    /// <summary>Answers the open question (<see cref="Dialog"/>, <see cref="Asked"/>, <see cref="Text"/>).</summary>
    public const string Answer = "answer";

    /// <summary>Asks for what the facilitator can do now.</summary>
    public const string Facilitate = "facilitate";

    /// <summary>Asks that a message which may not have arrived be posted again (<see cref="Key"/>).</summary>
    public const string Again = "again";

    /// <summary>Puts a message of the chat on the map: opens the form of evidence with what it says (<see cref="Text"/>, <see cref="Link"/>, <see cref="From"/>, <see cref="At"/>).</summary>
    public const string Put = "put";

    /// <summary>What is put on the map: the https address of the message, who wrote it, and on which day.</summary>
    public const string Link = "link", From = "from", At = "at";

    /// <summary>Names in <see cref="Data"/>. <see cref="Typed"/> is <see cref="Line"/> as the reader would type it, for who cannot press; a press is heard by its line.</summary>
    public const string Line = "line", Workshop = "w", Shown = "shown", FormId = "form", Of = "of", Item = "item", Was = "was", Dialog = "dialog", Asked = "field", Text = "text", Word = "word", Key = "key", Typed = "typed", Field = "f.", Restores = "restore";

    /// <summary>On a button that shows something, and changes nothing: a form, a question, a list, a map. A press is heard the same without it.</summary>
    public const string Opens = "opens";

    /// <summary>What the press carries under a name; null when nothing.</summary>
    public string? Find(string name) => Data.TryGetValue(name, out var value) ? value : null;

    /// <summary>The values given for the fields of a form, by field id.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values =>
        Data.Where(pair => pair.Key.StartsWith(Field, StringComparison.Ordinal)).Select(pair => KeyValuePair.Create(pair.Key[Field.Length..], pair.Value));

    /// <summary>The entry id of what a form that is sent makes: the form's id and what it says. The same once more is a repeat; another text under the same id is another entry, and is never lost.</summary>
    public string Entry =>
        $"{Find(FormId)}#{Conversation.Mark(string.Join('\n', Values.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => $"{pair.Key}={pair.Value.Trim()}")))}";
}

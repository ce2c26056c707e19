using System.Text.Json.Serialization;

namespace WorkshopBot.Workshops.Views;

/// <summary>A button of a card as data. What it carries names things and grants nothing: whatever it asks is decided as if it had been typed.</summary>
/// <param name="Title">At most 20 characters, verb first.</param>
/// <param name="Verb">One of the verbs of <see cref="Press"/>.</param>
/// <param name="Data">What it carries: always the verb again, since not every surface sends it, and the workshop.</param>
/// <param name="Sends">Whether what was filled in on the card goes with it.</param>
public sealed record Button(string Title, string Verb, IReadOnlyDictionary<string, string> Data, [property: JsonIgnore] bool Sends)
{
    /// <summary>The most letters a title has, in every language: more are cut off on a phone.</summary>
    public const int MostLetters = 20;

    /// <summary>The most buttons in a row.</summary>
    public const int MostInRow = 5;

    /// <summary>The word of the card language for <see cref="Sends"/>.</summary>
    public string Inputs => Sends ? "auto" : "none";

    /// <summary>The word of the card language for what most people want, which stands first, and for what takes something away.</summary>
    public string Style { get; init; } = "default";

    /// <summary>It takes away something that is there for all, or ends what others are still at; it looks so wherever it stands, and is never what most people want.</summary>
    public Button TakingAway() => this with { Style = "destructive" };

    /// <summary>A row of buttons, the first of which stands out.</summary>
    public static IReadOnlyList<Button> Row(params IEnumerable<Button> buttons) => [.. buttons.Select((button, index) => index == 0 && button.Style == "default" ? button with { Style = "positive" } : button)];
}

/// <summary>One of several rows of buttons, where there may be more than fit in one.</summary>
public sealed record ButtonRow(IReadOnlyList<Button> Buttons)
{
    /// <summary>Rows of about the same length; only the first button of all stands out.</summary>
    public static IReadOnlyList<ButtonRow> Of(IReadOnlyList<Button> buttons)
    {
        var rows = (buttons.Count + Button.MostInRow - 1) / Button.MostInRow;
        return rows == 0 ? [] : [.. Button.Row(buttons).Chunk((buttons.Count + rows - 1) / rows).Select(row => new ButtonRow(row))];
    }
}

/// <summary>A link that opens a page. Good for a while, so it is only on answers, never on messages that are kept.</summary>
public sealed record Link(string Title, string Url);

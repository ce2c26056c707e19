using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>A point to look at, and what can be done about it where it stands.</summary>
public sealed record PointLine(string Text, IReadOnlyList<Button> Buttons)
{
    public bool HasButtons => Buttons.Count > 0;

    /// <summary>It is one of a list of short lines; what has buttons stands by itself.</summary>
    public bool IsListed => !HasButtons;

    /// <param name="said">What there is to look at.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="buttons">At most as many as fit in a row.</param>
    internal static PointLine Of(Phrase said, Reader reader, params IReadOnlyList<Button> buttons) => new(reader.Say(said), buttons);
}

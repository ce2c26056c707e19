namespace WorkshopBot.Channels.Teams.Cards;

/// <summary>Where a card is shown in Teams: what its buttons can do depends on it.</summary>
public enum TeamsSurface
{
    /// <summary>A message that is kept, or that others see too: what a button shows comes in a dialog, and what it does is answered with the person's own view of the message.</summary>
    Kept,

    /// <summary>An answer in a personal chat: the next answer takes its place.</summary>
    Answer,

    /// <summary>A dialog: the next answer is shown in it.</summary>
    Dialog,
}

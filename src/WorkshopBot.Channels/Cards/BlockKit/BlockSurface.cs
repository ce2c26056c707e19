namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>Where blocks are shown: each surface takes others.</summary>
public enum BlockSurface
{
    Message,

    /// <summary>A form in a window of its own.</summary>
    Modal,

    /// <summary>The bot's own page of one person.</summary>
    Home,
}

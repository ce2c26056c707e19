namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>
/// How much Slack takes, in items or UTF-16 characters; where sources disagree the least of them. What is shown is made to fit, and held against, these numbers and no others.
/// </summary>
public static class BlockLimits
{
    public const int MessageBlocks = 50, MessageText = 4000, ViewBlocks = 100, ViewBytes = 250_000, Metadata = 3000, Title = 24, Id = 255;

    /// <summary>Of all that people read in a message, with <see cref="Around"/> for each part of it: nobody documents how Slack counts.</summary>
    public const int MessageContent = 12_000;

    /// <summary>Ours: keeps a view below its bytes in any alphabet.</summary>
    public const int ViewContent = 40_000;

    /// <summary>Ours: what a part is counted with beside its characters.</summary>
    public const int Around = 20;

    public const int Header = 150, Text = 2900, ContextElements = 10, ImageAlt = 2000, ImageUrl = 3000;

    public const int ActionElements = 25, ButtonText = 75, ButtonValue = 2000, ButtonUrl = 3000;

    /// <summary>Ours: charts in a message, which is for reading.</summary>
    public const int MessageCharts = 2;

    /// <summary>Ours, for looks: buttons in a row.</summary>
    public const int ButtonRow = 5;

    public const int InputLabel = 2000, InputHint = 2000, InputValue = 3000, Placeholder = 150;

    public const int Options = 100, Boxes = 10, OptionText = 75, OptionValue = 75, OptionDescription = 75;

    public const int ChartTitle = 50, ChartSeries = 6, ChartPoints = 20, ChartLabel = 20;
}

namespace WorkshopBot.Channels.Cards.BlockKit;

/// <summary>A card as Slack shows it.</summary>
/// <param name="Blocks">A JSON list of blocks, UTF-8.</param>
/// <param name="Text">All it says, for whoever has it read to them: the blocks are not. As Slack takes it: what people wrote calls nobody, and it is no longer than an edit may make it.</param>
public sealed record BlockCard(ReadOnlyMemory<byte> Blocks, string Text)
{
    /// <summary>In a modal, the button that sends the form; null where there is nothing to send.</summary>
    public BlockSubmit? Submit { get; init; }

    /// <summary>The same without blocks that a workspace may not know yet; null where there are none such.</summary>
    public ReadOnlyMemory<byte>? Plainer { get; init; }
}

/// <summary>The button of a modal that sends what is in it.</summary>
/// <param name="Title">Its words, at most 24 characters.</param>
/// <param name="Verb">What it stands for.</param>
/// <param name="Data">What it carries, a JSON object.</param>
public sealed record BlockSubmit(string Title, string Verb, ReadOnlyMemory<byte> Data);

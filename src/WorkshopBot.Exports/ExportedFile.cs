namespace WorkshopBot.Exports;

/// <summary>A file made of a map, ready to be handed over.</summary>
/// <param name="Name">File name with its ending, safe on every system.</param>
/// <param name="Type">Media type.</param>
/// <param name="Bytes">The whole content; UTF-8 without a mark where it is text.</param>
/// <param name="IsText">Whether the content may be shown as text.</param>
public sealed record ExportedFile(string Name, string Type, byte[] Bytes, bool IsText);

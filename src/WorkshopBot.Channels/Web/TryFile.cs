namespace WorkshopBot.Channels.Web;

/// <summary>A file in an answer.</summary>
/// <param name="Name">File name.</param>
/// <param name="Type">Media type.</param>
/// <param name="Bytes">The content; UTF-8 when <paramref name="IsText"/>.</param>
/// <param name="IsText">Sent as text, otherwise as base64.</param>
public sealed record TryFile(string Name, string Type, ReadOnlyMemory<byte> Bytes, bool IsText);

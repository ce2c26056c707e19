using System.Globalization;
using System.Text.Json;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Exports;

/// <summary>Reads what <see cref="JsonExport"/> wrote, or somebody wrote by hand. The bytes are a stranger's: whatever they are, the answer is a result.</summary>
public static class JsonImport
{
    /// <summary>The most bytes that are looked at.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    // Nothing in the format is deeper than ten.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public static ImportResult Read(ReadOnlyMemory<byte> bytes, Playbook playbook)
    {
        if (bytes.Length > MaxBytes) return ImportResult.No(string.Create(CultureInfo.InvariantCulture, $"The file is larger than {MaxBytes / (1024 * 1024)} MB."));
        try
        {
            using var document = Parse(bytes.Span.StartsWith(Mark) ? bytes[Mark.Length..] : bytes);
            return new([.. new MapReader(document.RootElement.Whole("The file"), playbook).Events()], null);
        }
        catch (ImportFaultException fault)
        {
            return ImportResult.No(fault.Message);
        }
        catch (JsonException fault)
        {
            return ImportResult.No(string.Create(CultureInfo.InvariantCulture, $"This is not JSON that can be read; the first fault is in line {(fault.LineNumber ?? 0) + 1}."));
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var document = JsonDocument.Parse(bytes, Options);
            JsonRead.Inspect(document.RootElement);
            return document;
        }
        catch (InvalidOperationException)
        {
            // \ud83d without its other half, or bytes that are no UTF-8: valid JSON, and no text.
            throw new ImportFaultException("A text holds half a character.");
        }
    }
}

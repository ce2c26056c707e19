using System.Text.Json.Serialization;

namespace WorkshopBot.Journal.Moving;

/// <summary>The lines of an export. Their names are in every export ever made: they are added to and never changed.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExportBegin))]
[JsonSerializable(typeof(ExportRow))]
[JsonSerializable(typeof(ExportEnd))]
sealed partial class ExportJson : JsonSerializerContext
{
    public const string Format = "workshopbot-journal";

    /// <summary>Goes up when a program that knows only the older form would read the new one wrongly.</summary>
    public const int Version = 1;
}

/// <summary>The first line: what this is, and whether the rows are of one moment.</summary>
sealed record ExportBegin([property: JsonPropertyName("format")] string? Format, [property: JsonPropertyName("version")] int Version, [property: JsonPropertyName("oneMoment")] bool IsOneMoment);

/// <summary>A row, byte for byte.</summary>
sealed record ExportRow([property: JsonPropertyName("p")] string? Partition, [property: JsonPropertyName("k")] string? Key, [property: JsonPropertyName("d")] byte[]? Data);

/// <summary>The last line: how many rows there are, and the SHA-256 of all lines before it.</summary>
sealed record ExportEnd([property: JsonPropertyName("rows")] long? Rows, [property: JsonPropertyName("sha256")] string? Hash);

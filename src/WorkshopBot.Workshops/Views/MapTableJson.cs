using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Workshops.Views;

/// <summary>The JSON of the map as a table, for pages that draw it themselves. Not the export: it holds words of one language, and cannot be read back.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(MapTable))]
public sealed partial class MapTableJson : JsonSerializerContext
{
    public static ReadOnlyMemory<byte> Write(MapTable table) => JsonSerializer.SerializeToUtf8Bytes(table, Default.MapTable);
}

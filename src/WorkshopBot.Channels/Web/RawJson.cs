using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Web;

/// <summary>JSON that is there already and goes into other JSON as it is.</summary>
[JsonConverter(typeof(RawJsonConverter))]
readonly record struct RawJson(ReadOnlyMemory<byte> Utf8);

/// <summary>Writes it, and only it; bytes that are no JSON throw.</summary>
sealed class RawJsonConverter : JsonConverter<RawJson>
{
    public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Utf8.Span);
}

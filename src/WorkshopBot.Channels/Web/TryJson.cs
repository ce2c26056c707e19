using System.Text;
using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Web;

/// <summary>The bodies of the try-it page's answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Failure))]
sealed partial class TryJson : JsonSerializerContext
{
    internal sealed record Answer(string Text, FilePart? File)
    {
        public static Answer Of(TryAnswer answer) => new(answer.Text, answer.File is not { } file ? null
            : new(file.Name, file.Type, file.IsText ? Encoding.UTF8.GetString(file.Bytes.Span) : null, file.IsText ? null : Convert.ToBase64String(file.Bytes.Span)));
    }

    internal sealed record FilePart(string Name, string Type, string? Text, string? Base64);

    internal sealed record Failure(string Error);
}

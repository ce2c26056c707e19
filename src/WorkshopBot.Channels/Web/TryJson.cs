using System.Text;
using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Web;

/// <summary>The JSON of the try-it page's answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerBody))]
[JsonSerializable(typeof(ErrorBody))]
sealed partial class TryJson : JsonSerializerContext;

/// <summary>An answer as it is sent.</summary>
sealed record AnswerBody(string Text, FileBody? File)
{
    public static AnswerBody Of(TryAnswer answer) => new(answer.Text, answer.File is not { } file ? null
        : new(file.Name, file.Type, file.IsText ? Encoding.UTF8.GetString(file.Bytes.Span) : null, file.IsText ? null : Convert.ToBase64String(file.Bytes.Span)));
}

/// <summary>A file as it is sent: its content is in one of the last two.</summary>
sealed record FileBody(string Name, string Type, string? Text, string? Base64);

/// <summary>A refusal as it is sent.</summary>
sealed record ErrorBody(string Error);

using System.Text;
using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Web;

/// <summary>The JSON of the try-it page's answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerBody))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(MessageBody[]))]
sealed partial class TryJson : JsonSerializerContext;

/// <summary>An answer as it is sent; what is not so is left out.</summary>
sealed record AnswerBody(string Text, RawJson? Card, FileBody? File, bool? Private, bool? Refused)
{
    public static AnswerBody Of(TryAnswer answer) => new(
        answer.Text,
        answer.Card is { } card ? new RawJson(card) : null,
        answer.File is not { } file ? null
            : new(file.Name, file.Type, file.IsText ? Encoding.UTF8.GetString(file.Bytes.Span) : null, file.IsText ? null : Convert.ToBase64String(file.Bytes.Span)),
        answer.Private ? true : null,
        answer.Refused ? true : null);
}

/// <summary>A file as it is sent: its content is in one of the last two.</summary>
sealed record FileBody(string Name, string Type, string? Text, string? Base64);

/// <summary>A refusal as it is sent.</summary>
sealed record ErrorBody(string Error);

/// <summary>A kept message as it is sent.</summary>
sealed record MessageBody(string Id, string Key, int Version, string Text, RawJson Card, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Under, bool Private, DateTimeOffset At)
{
    public static MessageBody Of(WebMessage message, string place) =>
        new(message.Id, message.Key, message.Version, message.Text, new(message.Card), message.Under, TryNames.IsOwnChat(place), message.At);
}

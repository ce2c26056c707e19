using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>The small JSON that goes to Slack as arguments.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PostMark))]
[JsonSerializable(typeof(UploadedFile[]))]
sealed partial class ArgumentJson : JsonSerializerContext
{
    public static string Write(PostMark mark) => JsonSerializer.Serialize(mark, Default.PostMark);

    public static string Write(UploadedFile[] files) => JsonSerializer.Serialize(files, Default.UploadedFileArray);
}

/// <summary>What a message of ours carries that nobody sees: which operation posted it. Every app in the workspace can read it.</summary>
sealed record PostMark(string EventType, PostOperation EventPayload)
{
    public const string Type = "workshopbot_post";
}

/// <summary>The operation that posted a message.</summary>
sealed record PostOperation(string Op);

/// <summary>A file that was brought, and what it is called.</summary>
sealed record UploadedFile(string Id, string Title);

using System.Text.Json;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>What Slack says of a refusal beyond its code, as far as it can stand in a log: where in the blocks, and which scopes. Its words are left out, since they may be somebody's.</summary>
static class SlackDetail
{
    const string Pointer = "[json-pointer:";
    const int MostPointers = 5;
    const int MostLetters = 300;

    /// <summary>Begins with a blank; empty for nothing.</summary>
    public static string Of(JsonElement body) => string.Concat(Scopes(body).Concat(Pointers(body)).Select(part => " " + part));

    static IEnumerable<string> Scopes(JsonElement body)
    {
        foreach (var name in (string[])["needed", "provided"])
            if (body.TryGetProperty(name, out var value) && Text(value) is { Length: > 0 } scopes && Clean(scopes, ":,._-") is { Length: > 0 } clean)
                yield return $"{name}={clean}";
    }

    static IEnumerable<string> Pointers(JsonElement body) =>
        body.TryGetProperty("response_metadata", out var more) && more.ValueKind == JsonValueKind.Object && more.TryGetProperty("messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? messages.EnumerateArray().Select(message => At(Text(message) ?? "")).Where(at => at.Length > 0).Distinct().Take(MostPointers) : [];

    static string At(string message) =>
        message.LastIndexOf(Pointer, StringComparison.Ordinal) is var from and >= 0 && message.IndexOf(']', from) is var end and >= 0 ? Clean(message[(from + Pointer.Length)..end], "/_-") : "";

    static string Clean(string text, string besides) => text.Length <= MostLetters && text.All(letter => char.IsAsciiLetterOrDigit(letter) || besides.Contains(letter, StringComparison.Ordinal)) ? text : "";

    static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? ActionData.Whole(value) : null;
}

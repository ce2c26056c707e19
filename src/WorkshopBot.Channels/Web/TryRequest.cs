using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WorkshopBot.Channels.Web;

/// <summary>Reads a request of the try-it page into a <see cref="Turn"/>.</summary>
public static class TryRequest
{
    public const int MostBytes = 256 * 1024;

    const int MostId = 64;

    // Deeper than anything that is read, so that what is wrong can be said in words.
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The turn, or why there is none. The zone is this machine's, where the person sits; the languages are those there are texts for, or any without a list.</summary>
    public static async ValueTask<(Turn? Turn, TryRefusal? Refusal)> Read(HttpRequest request, string room, string zone, IReadOnlyList<string>? languages, CancellationToken ct)
    {
        if (TryNames.Room(room, out var place) is { } wrong)
            return (null, wrong);
        if (await RequestBody.Read(request, MostBytes, ct).ConfigureAwait(false) is not { } body)
            return (null, new(StatusCodes.Status413PayloadTooLarge, $"The body may have {MostBytes / 1024} KiB."));
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Parse(json.RootElement, place, zone, languages) : (null, Wrong("The body must be a JSON object."));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is a name with half of a character: names are compared, to find one that is there twice, and cannot be.
            return (null, Wrong("The body is not valid JSON."));
        }
    }

    static (Turn?, TryRefusal?) Parse(JsonElement json, Room room, string zone, IReadOnlyList<string>? languages)
    {
        if (!TryValues.Text(json, "id", out var id, out var fault) || !TryValues.Text(json, "person", out var name, out fault))
            return (null, fault);
        if (id.Length is 0 or > MostId || !id.All(c => c is >= ' ' and <= '~'))
            return (null, Wrong($"\"id\" is 1 to {MostId} characters of printable ASCII."));
        if (!Language(json, languages, out var language, out fault) || !TryValues.Flag(json, "private", out var isPrivate, out fault))
            return (null, fault);
        if (TryNames.Person(name, zone, language, out var person) is { } nobody)
            return (null, nobody);
        var (text, action) = ("", (ChatAction?)null);
        if (json.TryGetProperty("action", out var pressed))
        {
            if (json.TryGetProperty("text", out _))
                return (null, Wrong("A turn has either \"text\" or \"action\", not both."));
            if (!TryAction.Read(pressed, out action, out fault))
                return (null, fault);
        }
        else if (!TryValues.Text(json, "text", out text, out fault))
            return (null, fault);
        var addressed = Address(ref text);
        return (new(TryNames.Turn(room, person, id), person, isPrivate ? TryNames.OwnChat(person) : room, text, isPrivate, action, addressed), null);
    }

    // As a slash command or a mention would name the bot in a chat; a colon or comma may follow.
    static bool Address(ref string text)
    {
        var said = text.AsSpan().TrimStart();
        foreach (var name in (ReadOnlySpan<string>)["/journey", "@WorkshopBot"])
            if (said.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (said.Length == name.Length || char.IsWhiteSpace(said[name.Length]) || said[name.Length] is ':' or ','))
            {
                text = said[name.Length..].TrimStart(":, \t\r\n").ToString();
                return true;
            }
        return false;
    }

    static bool Language(JsonElement json, IReadOnlyList<string>? languages, out string language, out TryRefusal? fault)
    {
        (language, fault) = ("", null);
        if (!json.TryGetProperty("language", out _))
            return true;
        if (!TryValues.Text(json, "language", out language, out fault))
            return false;
        if (languages is not null && !languages.Contains(language))
            fault = Wrong($"\"language\" is one of {string.Join(", ", languages)}.");
        return fault is null;
    }

    static TryRefusal Wrong(string error) => new(StatusCodes.Status400BadRequest, error);
}

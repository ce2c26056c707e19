using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WorkshopBot.Channels.Web;

/// <summary>Reads a request of the try-it page into a <see cref="Turn"/>. Its people and rooms live in a tenant of their own and can never name anybody of a real chat.</summary>
public static class TryRequest
{
    public const int MostBytes = 256 * 1024;

    const string Tenant = "web:local:";
    const int MostId = 64;
    const int MostPerson = 80;
    const int MostRoom = 64;

    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    /// <summary>The turn, or why there is none. The zone is this machine's, where the person sits.</summary>
    public static async ValueTask<(Turn? Turn, TryRefusal? Refusal)> Read(HttpRequest request, string room, string zone, CancellationToken ct)
    {
        if (room.Length is 0 or > MostRoom || !room.All(IsRoom))
            return (null, Wrong($"The room is 1 to {MostRoom} characters of A-Z a-z 0-9 . _ -"));
        if (await Body(request, ct).ConfigureAwait(false) is not { } body)
            return (null, new(StatusCodes.Status413PayloadTooLarge, $"The body may have {MostBytes / 1024} KiB."));
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Parse(json.RootElement, room, zone) : (null, Wrong("The body must be a JSON object."));
        }
        catch (JsonException)
        {
            return (null, Wrong("The body is not valid JSON."));
        }
    }

    static (Turn?, TryRefusal?) Parse(JsonElement json, string room, string zone)
    {
        if (!Text(json, "id", out var id, out var fault) || !Text(json, "person", out var person, out fault) || !Text(json, "text", out var text, out fault))
            return (null, fault);
        if (id.Length is 0 or > MostId || !id.All(c => c is >= ' ' and <= '~'))
            return (null, Wrong($"\"id\" is 1 to {MostId} characters of printable ASCII."));
        person = person.Trim();
        if (person.Length is 0 or > MostPerson || person.Any(char.IsControl))
            return (null, Wrong($"\"person\" is 1 to {MostPerson} characters, none of them a control character."));
        var isPrivate = false;
        if (json.TryGetProperty("private", out var told))
        {
            if (told.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                return (null, Wrong("\"private\" must be true or false."));
            isPrivate = told.GetBoolean();
        }

        // Ann, ann and full-width ａｎｎ are one person, as they would be with one account of a chat.
        var user = person.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
        // No part holds a line break, so two different turns never share an id.
        var turn = $"{Tenant}{room}\n{user}\n{id}";
        return (new(turn, new(Tenant + user, person, zone, ""), isPrivate ? new($"{Tenant}@{user}", "@" + person) : new(Tenant + room, room), text, isPrivate), null);
    }

    static bool Text(JsonElement json, string name, out string text, out TryRefusal? fault)
    {
        (text, fault) = ("", null);
        if (!json.TryGetProperty(name, out var value))
            fault = Wrong($"\"{name}\" is missing.");
        else if (value.ValueKind != JsonValueKind.String)
            fault = Wrong($"\"{name}\" must be a string.");
        else
            try
            {
                text = value.GetString()!;
            }
            catch (InvalidOperationException)
            {
                fault = Wrong($"\"{name}\" holds half of a character (a lone surrogate, or bytes that are not UTF-8).");
            }
        return fault is null;
    }

    // Null: too much. The server's own limit is not relied on.
    static async ValueTask<ReadOnlyMemory<byte>?> Body(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MostBytes)
            return null;
        var body = new MemoryStream((int)(request.ContentLength ?? 1024));
        var part = new byte[Math.Min(request.ContentLength + 1 ?? 16 * 1024, 16 * 1024)];
        while (await request.Body.ReadAsync(part, ct).ConfigureAwait(false) is var read and > 0)
        {
            if (body.Length + read > MostBytes)
                return null;
            body.Write(part, 0, read);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    static bool IsRoom(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-';

    static TryRefusal Wrong(string error) => new(StatusCodes.Status400BadRequest, error);
}

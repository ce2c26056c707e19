using System.Globalization;
using System.Text.Json;
using Azure;

namespace WorkshopBot.Journal.Tables;

/// <summary>Reads what the service says of a failure. Its text is not passed on: it may repeat what was sent.</summary>
static class TableError
{
    /// <summary>The failure as an exception that holds its status and code.</summary>
    public static RequestFailedException Of(Response response)
    {
        var code = CodeOf(response);
        return new(response.Status, FormattableString.Invariant($"The table service answers {response.Status} {code}."), code, null);
    }

    /// <summary>Null where the answer names none, so that it may be anybody's.</summary>
    public static string? CodeOf(Response response)
    {
        // Content that was never read is not there to be asked.
        var code = response.ContentStream is MemoryStream ? Read(response.Content.ToMemory()).Code : null;
        return code ?? (response.Headers.TryGetValue("x-ms-error-code", out var header) ? header : null);
    }

    /// <summary>The code, and the index of the operation that failed, which stands before the message of a transaction: "37:The specified ...".</summary>
    public static (string? Code, int? Index) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (!Named(json.RootElement, "odata.error", out var error) && !Named(json.RootElement, "error", out error))
                return default;
            return (Named(error, "code", out var code) ? Text(code) : null, Named(error, "message", out var message) ? Index(Named(message, "value", out var value) ? Text(value) : Text(message)) : null);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    static bool Named(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
    }

    static string? Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    static int? Index(string? message) =>
        message?.IndexOf(':', StringComparison.Ordinal) is { } colon and > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}

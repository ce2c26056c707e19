using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace WorkshopBot.Fakes.Slack;

/// <summary>The door: tells what is asked, lets go wrong what is to go wrong, and has the rest done.</summary>
sealed class SlackRoutes(FakeSlack fake)
{
    readonly SlackApi _api = new(fake);
    readonly SlackHooks _hooks = new(fake);

    public async Task Answer(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path == "/link")
        {
            await fake.Sockets.Serve(http);
            return;
        }
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var token = http.Request.Headers.Authorization.FirstOrDefault();
        var (method, arguments) = path switch
        {
            { } api when api.StartsWith("/api/", StringComparison.Ordinal) => (api[5..], Arguments(http, body.ToArray())),
            { } hook when hook.StartsWith("/hooks/", StringComparison.Ordinal) => ("response_url", Json(Encoding.UTF8.GetString(body.ToArray()))),
            { } upload when upload.StartsWith("/upload/", StringComparison.Ordinal) => ("upload", []),
            "/oauth/v2/authorize" => ("authorize", Query(http.Request.QueryString.Value ?? "")),
            _ => (path, null),
        };
        var channel = arguments is null ? null : Connector.Strict.Text(arguments, "channel");
        // Whoever is told to wait is to wait: calls that were on their way at the same moment are only refused, the very same once more is a slip.
        var (calls, call, now) = ($"{method} {token} {(method == "chat.postMessage" ? channel : "")}", arguments?.ToJsonString() ?? "", fake.Time.GetUtcNow());
        var held = fake.Script.Held(calls, call, now);
        if (held is { IsAgain: true })
            fake.Slip($"{method}: called again {held.Value.Left.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s too early");
        var fault = held is { Left: var left } ? SlackFault.Throttled((int)Math.Ceiling(left.TotalSeconds)) : fake.Script.Next(method, channel);
        if (held is null && fault?.Held is { } pause)
            fake.Script.Hold(calls, call, now + pause);
        var reply = fault is { IsDone: false } ? new SlackReply(fault.Status, fault.Body, fault.Type) { RetryAfter = fault.RetryAfter }
            : method switch
            {
                "response_url" => _hooks.Answer(path, arguments),
                "upload" => fake.Uploads.Put(path, http.Request.Method, Content(http, body.ToArray())),
                "authorize" => fake.OAuth.Page(arguments!),
                _ when path.StartsWith("/api/", StringComparison.Ordinal) => _api.Do(method, http.Request.Method, token, arguments, IsJson(http)),
                _ when path.StartsWith("/files/", StringComparison.Ordinal) => fake.Uploads.Get(path, token),
                _ => new(404, "not found", "text/plain"),
            };
        if (fault is { IsDone: true, Body.Length: > 0 })
            reply = new(fault.Status, fault.Body, fault.Type);
        if (fault?.Wait is { } wait)
            await Task.Delay(wait, fake.Time);
        var isDropped = fault is { IsDrop: true };
        fake.Note(new(method, channel, arguments ?? [], token, isDropped ? 0 : reply.Status, reply.Error));
        if (isDropped)
        {
            http.Abort();
            return;
        }
        await Write(http, reply);
    }

    static async Task Write(HttpContext http, SlackReply reply)
    {
        http.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds;
        if (reply.Scopes is { } scopes)
            http.Response.Headers["X-OAuth-Scopes"] = scopes;
        http.Response.ContentType = reply.Type;
        if (reply.Bytes is { } bytes)
            await http.Response.Body.WriteAsync(bytes);
        else
            await http.Response.WriteAsync(reply.Body);
    }

    static bool IsJson(HttpContext http) => http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Null: it is neither a form nor JSON.</summary>
    static JsonObject? Arguments(HttpContext http, byte[] body)
    {
        if (HttpMethods.IsGet(http.Request.Method))
            return Query(http.Request.QueryString.Value ?? "");
        var text = Encoding.UTF8.GetString(body);
        if (IsJson(http))
            return Json(text);
        return http.Request.ContentType is null && text.Length == 0 ? [] : http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true ? Query(text) : null;
    }

    static JsonObject Query(string text)
    {
        var arguments = new JsonObject();
        foreach (var (name, values) in QueryHelpers.ParseQuery(text))
            arguments[name] = values.Last();
        return arguments;
    }

    static JsonObject? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What was uploaded: the body itself, or the one file of a form.</summary>
    static byte[] Content(HttpContext http, byte[] body)
    {
        if (http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
            return body;
        var boundary = "--" + http.Request.ContentType.Split("boundary=")[^1].Trim('"');
        var text = Encoding.Latin1.GetString(body);
        var start = text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var end = text.IndexOf("\r\n" + boundary, start, StringComparison.Ordinal);
        return body[start..end];
    }
}

/// <summary>What goes back.</summary>
sealed record SlackReply(int Status, string Body, string Type = "application/json; charset=utf-8")
{
    public SlackReply(JsonObject body) : this(200, body.ToJsonString()) => Error = Connector.Strict.Text(body, "error");

    public string? RetryAfter { get; init; }

    public string? Scopes { get; init; }

    public string? Error { get; init; }

    public byte[]? Bytes { get; init; }
}

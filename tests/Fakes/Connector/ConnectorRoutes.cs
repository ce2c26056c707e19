using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace WorkshopBot.Fakes.Connector;

/// <summary>The door: tells what is asked, lets go wrong what is to go wrong, and has the rest done.</summary>
sealed class ConnectorRoutes(FakeConnector fake)
{
    readonly ConnectorActs _acts = new(fake);

    public async Task Answer(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var asked = Asked.Of(http.Request.Method, target, body);
        var fault = asked.Call is { } call ? fake.Script.Next(call, asked.Conversation) : null;
        if (fault is { IsDelay: true })
            await Task.Delay(fault.Wait);
        var reply = fault is null or { IsDelay: true } or { IsDropAfter: true } ? Reply(http, asked) : new(fault);
        var isDropped = fault is { IsDropBefore: true } or { IsDropAfter: true };
        fake.Note(new(asked.Call, asked.Conversation, target, http.Request.Headers.Authorization.FirstOrDefault(), body, isDropped ? 0 : reply.Status));
        if (isDropped)
        {
            http.Abort();
            return;
        }
        http.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds;
        if (reply.Location is { } location)
            http.Response.Headers.Location = location;
        if (reply.Body.Length == 0)
            return;
        http.Response.ContentType = reply.Type;
        await http.Response.WriteAsync(reply.Body);
    }

    Reply Reply(HttpContext http, Asked asked)
    {
        if (fake.Token is { } token && http.Request.Headers.Authorization != "Bearer " + token)
            return new(401, """{"message":"Authorization has been denied for this request."}""");
        if (asked.Call is not { } call)
            return new(404, """{"message":"No HTTP resource was found that matches the request URI."}""");
        if (!asked.IsEscaped)
            return Connector.Reply.Bad("Each part of the path is escaped.");
        if (call is FakeCall.Send or FakeCall.Reply or FakeCall.Typing or FakeCall.Edit or FakeCall.Create)
        {
            var type = http.Request.ContentType?.Replace(" ", "", StringComparison.Ordinal);
            if (!string.Equals(type, "application/json;charset=utf-8", StringComparison.OrdinalIgnoreCase))
                return new(415, """{"message":"The request entity's media type is not supported for this resource."}""");
            if (asked.Body is null)
                return Connector.Reply.Bad("The body is no JSON object.");
            if (Strict.Size(asked.Raw) > fake.MostBytes)
                return new(Fault.TooBig);
        }
        return _acts.Do(call, asked);
    }
}

/// <summary>What goes back.</summary>
sealed record Reply(int Status, string Body = "", string Type = "application/json; charset=utf-8", string? RetryAfter = null, string? Location = null)
{
    public Reply(Fault fault) : this(fault.Status, fault.Body, fault.Type, fault.RetryAfter, fault.Location) { }

    public static Reply Bad(string why) => new(Fault.Of(400, "BadArgument", why));

    public static Reply Ok(int status, object body) => new(status, JsonSerializer.Serialize(body));
}

/// <summary>A request, read.</summary>
sealed record Asked(FakeCall? Call, string Conversation, string Id, string Extra, JsonObject? Body, string Raw, Dictionary<string, string> Query, bool IsEscaped)
{
    public bool IsTargeted => Query.GetValueOrDefault("isTargetedActivity") == "true";

    public static Asked Of(string method, string target, string raw)
    {
        var parts = target.Split('?', 2);
        var query = (parts.Length > 1 ? parts[1].Split('&') : []).Select(pair => pair.Split('=', 2)).ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "", StringComparer.Ordinal);
        // Whatever stands before the version is the region and the tenant, and nobody looks at it.
        var path = parts[0].Split('/').SkipWhile(part => part != "v3").Skip(1).ToArray();
        var isEscaped = !path.Any(part => part.AsSpan().ContainsAny(";@:")) && !path.Contains("");
        var names = path.Select(Uri.UnescapeDataString).ToArray();
        JsonObject? body = null;
        try
        {
            body = JsonNode.Parse(raw) as JsonObject;
        }
        catch (JsonException)
        {
        }
        var (call, id, extra) = (method, names) switch
        {
            ("POST", ["conversations"]) => (FakeCall.Create, "", ""),
            ("POST", ["conversations", _, "activities"]) => (body is not null && Strict.Text(body, "type") == "typing" ? FakeCall.Typing : FakeCall.Send, "", ""),
            ("POST", ["conversations", _, "activities", var to]) => (FakeCall.Reply, to, ""),
            ("PUT", ["conversations", _, "activities", var of]) => (FakeCall.Edit, of, ""),
            ("DELETE", ["conversations", _, "activities", var of]) => (FakeCall.Delete, of, ""),
            ("PUT", ["conversations", _, "activities", var of, "reactions", var type]) => (FakeCall.React, of, type),
            ("DELETE", ["conversations", _, "activities", var of, "reactions", var type]) => (FakeCall.Unreact, of, type),
            ("GET", ["conversations", _, "pagedmembers"]) => (FakeCall.Members, "", ""),
            ("GET", ["conversations", _, "members", var who]) => (FakeCall.Member, who, ""),
            ("GET", ["teams", var team]) => (FakeCall.Team, team, ""),
            ("GET", ["teams", var team, "conversations"]) => (FakeCall.Conversations, team, ""),
            _ => ((FakeCall?)null, "", ""),
        };
        return new(call, names is ["conversations", var conversation, ..] ? conversation : "", id, extra, body, raw, query, isEscaped);
    }
}

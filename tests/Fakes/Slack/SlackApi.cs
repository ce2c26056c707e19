using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Slack;

/// <summary>The Web API: who calls, whether they may and how often, and what comes of it.</summary>
sealed class SlackApi(FakeSlack fake)
{
    readonly SlackChat _chat = new(fake);
    readonly SlackViews _views = new(fake);
    readonly SlackRooms _rooms = new(fake);

    public SlackReply Do(string name, string verb, string? authorization, JsonObject? arguments, bool isJson)
    {
        if (!SlackMethods.All.TryGetValue(name, out var method))
        {
            fake.Slip($"{name}: no such method");
            return new(SlackAsked.No("unknown_method"));
        }
        if (arguments is null)
            return new(SlackAsked.No(isJson ? "invalid_json" : "invalid_post_type"));
        if (isJson && !method.TakesJson)
        {
            fake.Slip($"{name}: takes no JSON");
            return new(SlackAsked.No("invalid_post_type"));
        }
        lock (fake.Gate)
            return name == "oauth.v2.access" ? new(Checked(new(method, null, arguments)) ?? fake.OAuth.Access(new(method, null, arguments), authorization))
                : name == "apps.connections.open" ? new(fake.Sockets.Open(verb, authorization))
                : method.IsOpen ? new(Checked(new(method, null, arguments)) ?? Open(new(method, null, arguments)))
                : Known(method, authorization, arguments);
    }

    SlackReply Known(SlackMethod method, string? authorization, JsonObject arguments)
    {
        if (arguments.ContainsKey("token"))
            fake.Slip($"{method.Name}: the token stands among the arguments");
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.Ordinal))
            return new(SlackAsked.No("not_authed"));
        var (install, error) = fake.OAuth.Find(authorization[7..]);
        if (install is null)
            return new(SlackAsked.No(error));
        var provided = string.Join(',', install.Scopes);
        if (method.Scopes.Length > 0 && !method.Scopes.Intersect(install.Scopes).Any())
            return new(new JsonObject { ["ok"] = false, ["error"] = "missing_scope", ["needed"] = string.Join(',', method.Scopes), ["provided"] = provided }) { Scopes = provided };
        if (install.Team?.IsMoving == true)
            return new(SlackAsked.No("team_added_to_org"));
        var asked = new SlackAsked(method, install, arguments);
        if (install.IsForAll && fake.Find(asked.Text("channel"))?.Team.IsWithheld == true)
            return new(SlackAsked.No("team_access_not_granted"));
        if (Wait(asked) is { } seconds)
            return new(429, """{"ok":false,"error":"ratelimited"}""") { RetryAfter = seconds.ToString(CultureInfo.InvariantCulture), Error = "ratelimited" };
        return new(Checked(asked) ?? Act(asked)) { Scopes = provided };
    }

    int? Wait(SlackAsked asked) => asked.Method.Name == "chat.postMessage"
        ? fake.Rates.Post(fake.FindPerson(asked.Text("channel"))?.Dm.Id ?? asked.Must("channel"), asked.Install.Key)
        : fake.Rates.Take(asked.Method.Name, asked.Install.Key, asked.Method.PerMinute);

    /// <summary>Arguments there are none of are noted; those that must be there are asked for.</summary>
    JsonObject? Checked(SlackAsked asked)
    {
        foreach (var stray in asked.Names.Where(name => name != "token" && !asked.Method.Takes(name)))
            fake.Slip($"{asked.Method.Name}: no argument {stray}");
        return asked.Method.Required.FirstOrDefault(name => !asked.Has(name)) is { } missing ? SlackAsked.No("invalid_arguments", $"missing required field: {missing}") : null;
    }

    static JsonObject Open(SlackAsked asked)
    {
        if (asked.Method.Name == "api.test")
            return asked.Has("error") ? SlackAsked.No(asked.Must("error")) : SlackAsked.Ok();
        if (asked.Names.Where(asked.Has).ToList() is not [("blocks" or "view" or "message") and var what])
            return SlackAsked.No("invalid_arguments", "exactly one of blocks, view and message");
        var isJson = asked.TryJson(what, out var node);
        if (!isJson || asked.Must(what).Length > 100_000 || (what == "message" && node is JsonObject message && message.ContainsKey("text")))
            return SlackAsked.No("invalid_" + what);
        var faults = what switch { "blocks" => BlockValidator.Blocks("message", node, ""), "view" => BlockValidator.View(node, ""), _ => BlockValidator.Blocks("message", node?["blocks"], "/blocks") };
        if (faults.Count == 0)
            return SlackAsked.Ok();
        var no = SlackAsked.No("invalid_" + what);
        no["errors"] = new JsonArray([.. faults.Select(fault => (JsonNode)new JsonObject
        {
            ["code"] = "failed_constraint", ["message"] = fault.Says, ["pointer"] = fault.Pointer, ["constraint"] = new JsonObject { ["type"] = fault.Constraint, ["expected"] = fault.Expected?.DeepClone() },
        })]);
        return no;
    }

    JsonObject Act(SlackAsked asked) => asked.Method.Name switch
    {
        "auth.test" => _rooms.Test(asked.Install),
        "auth.revoke" => SlackOAuth.Revoke(asked),
        "chat.postMessage" => _chat.Post(asked),
        "chat.update" => _chat.Update(asked),
        "chat.postEphemeral" => _chat.PostEphemeral(asked),
        "chat.delete" => _chat.Delete(asked),
        "chat.getPermalink" => _chat.Permalink(asked),
        "views.open" => _views.Open(asked),
        "views.push" => _views.Push(asked),
        "views.update" => _views.Update(asked),
        "views.publish" => _views.Publish(asked),
        "conversations.open" => _rooms.Open(asked),
        "conversations.info" => _rooms.Info(asked),
        "conversations.members" => _rooms.Members(asked),
        "conversations.history" => _rooms.History(asked),
        "conversations.replies" => _rooms.Replies(asked),
        "users.info" => _rooms.User(asked),
        "team.info" => _rooms.Team(asked),
        "files.getUploadURLExternal" => fake.Uploads.Begin(asked),
        "files.completeUploadExternal" => fake.Uploads.Complete(asked),
        _ => SlackAsked.No("unknown_method"),
    };
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>A file somebody shares, or the app did.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
public sealed record FakeSlackFile(string Name, byte[] Content)
{
    public string Id { get; internal init; } = "";

    /// <summary>What it is called in Slack.</summary>
    public string Title { get; internal init; } = Name;

    /// <summary>Where the app shared it.</summary>
    public FakeSlackChannel? Channel { get; internal init; }

    /// <summary>The message the app shared it under; null for none.</summary>
    public string? ThreadTs { get; internal init; }

    public string Comment { get; internal init; } = "";
}

/// <summary>Files: those the app brings in three steps, and those people share.</summary>
sealed class SlackUploads(FakeSlack fake)
{
    readonly Dictionary<string, (string Name, int Length, byte[]? Content, FakeSlackInstall Bot)> _begun = new(StringComparer.Ordinal);
    readonly Dictionary<string, FakeSlackFile> _files = new(StringComparer.Ordinal);

    public IReadOnlyList<FakeSlackFile> Files => fake.Locked(() => _files.Values.Where(file => file.Channel is not null).ToArray());

    public JsonObject Begin(SlackAsked asked)
    {
        if (asked.Number("length") is not > 0)
            return SlackAsked.No("missing_argument");
        if (asked.Must("alt_txt").Length > 1000)
            return SlackAsked.No("alt_txt_too_large");
        var id = SlackIds.Of('F', fake.NewName());
        _begun[id] = (asked.Must("filename"), asked.Number("length")!.Value, null, asked.Install);
        return SlackAsked.Ok(new() { ["upload_url"] = new Uri(fake.Host, "/upload/" + id).AbsoluteUri, ["file_id"] = id });
    }

    public SlackReply Put(string path, string verb, byte[] content)
    {
        var id = path[8..];
        lock (fake.Gate)
        {
            if (!_begun.TryGetValue(id, out var begun) || verb != "POST")
                return new(404, "not found", "text/plain");
            if (content.Length != begun.Length)
                return new(400, "wrong length", "text/plain");
            _begun[id] = begun with { Content = content };
        }
        return new(200, "OK - " + content.Length.ToString(CultureInfo.InvariantCulture), "text/plain");
    }

    public JsonObject Complete(SlackAsked asked)
    {
        if (!asked.TryJson("files", out var node) || node is not JsonArray files || files.Count == 0 || files.Any(one => one is not JsonObject))
            return SlackAsked.No("invalid_arguments", "must provide files [json-pointer:/files]");
        var ids = (asked.Text("channel_id") ?? asked.Text("channels"))?.Split(',') ?? [];
        var channels = ids.Select(id => fake.Find(id)).ToList();
        if (channels.Any(channel => channel is null || !channel.IsSeenBy(asked.Install)))
            return SlackAsked.No("channel_not_found");
        if (channels.Any(channel => !channel!.HasBot))
            return SlackAsked.No("not_in_channel");
        foreach (var file in files.OfType<JsonObject>())
            if (!_begun.TryGetValue(Strict.Text(file, "id") ?? "", out var begun) || begun.Content is null || begun.Bot != asked.Install)
                return SlackAsked.No("file_not_found");
        var told = new JsonArray();
        foreach (var file in files.OfType<JsonObject>())
        {
            var id = Strict.Text(file, "id")!;
            _begun.Remove(id, out var begun);
            var made = new FakeSlackFile(begun.Name, begun.Content!)
            {
                Id = id, Title = Strict.Text(file, "title") ?? begun.Name, Channel = channels.FirstOrDefault(), ThreadTs = asked.Text("thread_ts"), Comment = asked.Must("initial_comment"),
            };
            _files[id] = made;
            told.Add(new JsonObject { ["id"] = id, ["title"] = made.Title });
        }
        return SlackAsked.Ok(new() { ["files"] = told });
    }

    /// <summary>A file somebody shares, as messages show it.</summary>
    public JsonNode Shared(FakeSlackPerson by, FakeSlackFile file)
    {
        var id = SlackIds.Of('F', fake.NewName());
        var end = file.Name.Split('.')[^1];
        var now = fake.Time.GetUtcNow().ToUnixTimeSeconds();
        lock (fake.Gate)
            _files[id] = file with { Id = id };
        string At(string path) => new Uri(fake.Host, $"/files/{id}/{path}{Uri.EscapeDataString(file.Name)}").AbsoluteUri;
        return new JsonObject
        {
            ["id"] = id, ["created"] = now, ["timestamp"] = now, ["name"] = file.Name, ["title"] = file.Name, ["mimetype"] = end == "csv" ? "text/csv" : "application/octet-stream", ["filetype"] = end,
            ["pretty_type"] = end.ToUpperInvariant(), ["user"] = by.Id, ["user_team"] = by.Team.Id, ["editable"] = false, ["size"] = file.Content.Length, ["mode"] = "hosted", ["is_external"] = false,
            ["external_type"] = "", ["is_public"] = false, ["public_url_shared"] = false, ["display_as_bot"] = false, ["username"] = "", ["url_private"] = At(""), ["url_private_download"] = At("download/"),
            ["permalink"] = $"https://{by.Team.Domain}.slack.com/files/{by.Id}/{id}/{Uri.EscapeDataString(file.Name)}", ["has_rich_preview"] = false, ["file_access"] = "visible",
        };
    }

    /// <summary>A file, for an app that may read files; Slack shows everybody else its page to sign in.</summary>
    public SlackReply Get(string path, string? authorization)
    {
        lock (fake.Gate)
        {
            if (!_files.TryGetValue(path.Split('/')[2], out var file))
                return new(404, "not found", "text/plain");
            return authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true && fake.OAuth.Find(authorization[7..]).Install is { } bot && bot.Scopes.Contains("files:read")
                ? new(200, "", "application/octet-stream") { Bytes = file.Content }
                : new(200, "<html><body>Sign in</body></html>", "text/html") { Bytes = Encoding.UTF8.GetBytes("<html><body>Sign in</body></html>") };
        }
    }
}

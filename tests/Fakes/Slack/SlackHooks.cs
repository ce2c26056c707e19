using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Messages by a response_url, and those in the answer to a command: for one person unless they are for all.</summary>
sealed class SlackHooks(FakeSlack fake)
{
    static readonly string[] Known = ["text", "blocks", "attachments", "response_type", "replace_original", "delete_original", "thread_ts", "mrkdwn", "metadata", "unfurl_links", "unfurl_media", "parse", "link_names"];

    readonly SlackChat _chat = new(fake);

    public SlackReply Answer(string path, JsonObject? body)
    {
        lock (fake.Gate)
        {
            var (to, error) = fake.Triggers.Answer(path);
            if (to is null)
                return No(404, error);
            return body is null ? No(400, "invalid_payload") : Say(to, body) is { } fault ? No(400, fault) : new(200, "ok", "text/plain");
        }
    }

    /// <summary>Does it; what is wrong when it cannot be done.</summary>
    public string? Say(SlackReplyTo to, JsonObject body)
    {
        foreach (var (stray, _) in body.Where(pair => !Known.Contains(pair.Key)))
            fake.Slip($"response_url: no argument {stray}");
        if (Is(body, "delete_original"))
        {
            if (to.On is not { IsDeleted: false } gone)
                return "message_not_found";
            _chat.Remove(gone);
            return null;
        }
        var text = Strict.Text(body, "text") ?? "";
        var blocks = body["blocks"] as JsonArray;
        if (body["blocks"] is not null && blocks is null)
            return "invalid_blocks_format";
        if (text.Length == 0 && blocks is not { Count: > 0 } && body["attachments"] is null)
            return "no_text";
        if (blocks is not null && SlackContent.Blocks(fake, blocks) is { } fault)
            return Strict.Text(fault, "error");
        fake.Watch(SlackText.Live("response_url", text, Is(body, "link_names") || Strict.Text(body, "parse") == "full", blocks));
        var said = new JsonObject { ["text"] = text.Length > 0 ? text : SlackText.Shown(blocks) };
        if (blocks is not null)
            said["blocks"] = blocks.DeepClone();
        if (Is(body, "replace_original"))
        {
            if (to.On is not { IsDeleted: false } original)
                return "message_not_found";
            // Other words alone take the old blocks away.
            said["blocks"] ??= new JsonArray();
            _chat.Change(original, said);
            return null;
        }
        var thread = Strict.Text(body, "thread_ts");
        if (SlackChat.Thread(to.Channel, thread) is { } lost)
            return Strict.Text(lost, "error");
        _chat.Written(to.Bot, to.Channel, thread, said, Strict.Text(body, "response_type") == "in_channel" ? null : to.Person);
        return null;
    }

    static bool Is(JsonObject body, string name) => body[name] is JsonValue value && (value.TryGetValue<bool>(out var on) ? on : value.TryGetValue<string>(out var text) && text == "true");

    static SlackReply No(int status, string error) => new(status, SlackAsked.No(error).ToJsonString()) { Error = error };
}

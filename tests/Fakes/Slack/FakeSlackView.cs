using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>A window somebody has open, or the app's home as one person sees it.</summary>
public sealed class FakeSlackView : FakeSlackShown
{
    JsonObject _shown;

    internal FakeSlackView(FakeSlack fake, FakeSlackInstall bot, FakeSlackPerson person, string id, JsonObject shown, FakeSlackView? root, FakeSlackView? previous) : base(fake)
    {
        (Bot, Person, Id, Root, Previous, _shown) = (bot, person, id, root ?? this, previous, Named(fake, shown));
        Hash = NewHash();
    }

    public string Id { get; }

    public FakeSlackPerson Person { get; }

    /// <summary>Its state; every update gives it another.</summary>
    public string Hash { get; private set; }

    /// <summary>The view as it was sent.</summary>
    public JsonObject Shown => Slack.Locked(() => _shown);

    public override JsonArray Blocks => Shown["blocks"]!.AsArray();

    public bool IsHome => Strict.Text(Shown, "type") == "home";

    public string Title => SlackBlocks.Words(Shown["title"]);

    /// <summary>The words of the button that sends it; empty for none.</summary>
    public string Submit => SlackBlocks.Words(Shown["submit"]);

    public string CallbackId => Strict.Text(Shown, "callback_id") ?? "";

    public string Metadata => Strict.Text(Shown, "private_metadata") ?? "";

    public string ExternalId => Strict.Text(Shown, "external_id") ?? "";

    public bool IsOpen { get; internal set; } = true;

    /// <summary>What stands under its fields after it was not taken, by the name of the block.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; internal set; } = new Dictionary<string, string>();

    /// <summary>Title, blocks and errors, line by line.</summary>
    public override string Says => string.Join('\n', ((string[])[Title, base.Says, .. Errors.Values.Select(error => "! " + error), Submit.Length > 0 ? $"[{Submit}]" : ""]).Where(line => line.Length > 0));

    internal FakeSlackInstall Bot { get; }

    internal FakeSlackView Root { get; }

    internal FakeSlackView? Previous { get; }

    internal bool Notifies => Shown["notify_on_close"] is JsonValue value && value.TryGetValue<bool>(out var on) && on;

    internal void Update(JsonObject next)
    {
        lock (Slack.Gate)
        {
            _shown = Named(Slack, next);
            Hash = NewHash();
            Errors = new Dictionary<string, string>();
        }
    }

    /// <summary>As answers and payloads show it.</summary>
    internal JsonObject Told()
    {
        JsonObject shown = Shown, told = new()
        {
            ["id"] = Id, ["team_id"] = Person.Team.Id, ["type"] = Strict.Text(shown, "type"), ["blocks"] = Blocks.DeepClone(), ["private_metadata"] = Metadata, ["callback_id"] = CallbackId,
            ["state"] = new JsonObject { ["values"] = Values(Person) },
            ["hash"] = Hash,
            ["title"] = shown["title"]?.DeepClone() ?? new JsonObject { ["type"] = "plain_text", ["text"] = "View Title", ["emoji"] = true },
            ["clear_on_close"] = shown["clear_on_close"]?.DeepClone() ?? false, ["notify_on_close"] = shown["notify_on_close"]?.DeepClone() ?? false,
            ["close"] = shown["close"]?.DeepClone(), ["submit"] = shown["submit"]?.DeepClone(), ["previous_view_id"] = Previous?.Id, ["root_view_id"] = Root.Id,
            ["app_id"] = Slack.AppId, ["external_id"] = ExternalId, ["app_installed_team_id"] = Bot.Key, ["bot_id"] = Bot.BotId,
        };
        return told;
    }

    string NewHash() => $"{SlackIds.Unix(Slack.Time.GetUtcNow())}.{SlackIds.Secret("hash" + Slack.NewName(), 8)}";

    static JsonObject Named(FakeSlack fake, JsonObject view)
    {
        var named = view.DeepClone().AsObject();
        named["blocks"] = SlackBlocks.Named(named["blocks"]!.AsArray(), fake.NewName);
        return named;
    }
}

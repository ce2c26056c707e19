using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopBot.Channels.Slack;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Install;
using WorkshopBot.Workshops.Lines.Commands;

namespace WorkshopBot.Tests.Install;

/// <summary>The manifests for Slack, held against what a manifest may be and against what the bot does.</summary>
public sealed partial class SlackManifestTests
{
    const string Url = "https://maps.example.org/bot";

    // What a group may hold; Slack refuses a manifest with anything else in it.
    static readonly Dictionary<string, string> Members = new()
    {
        [""] = "_metadata display_information features oauth_config settings",
        ["_metadata"] = "major_version minor_version",
        ["display_information"] = "name description long_description background_color",
        ["features"] = "app_home bot_user slash_commands shortcuts unfurl_domains",
        ["features.app_home"] = "home_tab_enabled messages_tab_enabled messages_tab_read_only_enabled",
        ["features.bot_user"] = "display_name always_online",
        ["features.slash_commands"] = "command url description usage_hint should_escape",
        ["features.shortcuts"] = "name type callback_id description",
        ["oauth_config"] = "redirect_urls scopes pkce_enabled token_management_enabled",
        ["oauth_config.scopes"] = "bot user bot_optional user_optional",
        ["settings"] = "event_subscriptions interactivity org_deploy_enabled socket_mode_enabled token_rotation_enabled is_hosted allowed_ip_address_ranges incoming_webhooks",
        ["settings.event_subscriptions"] = "request_url bot_events user_events metadata_subscriptions",
        ["settings.interactivity"] = "is_enabled request_url message_menu_options_url",
    };

    // What a call needs, in rooms of the kinds the bot works in.
    static readonly Dictionary<string, string> Calls = new()
    {
        ["chat.postMessage"] = "chat:write", ["chat.postEphemeral"] = "chat:write", ["chat.update"] = "chat:write", ["chat.delete"] = "chat:write", ["chat.getPermalink"] = "",
        ["views.open"] = "", ["views.push"] = "", ["views.update"] = "", ["views.publish"] = "",
        ["conversations.open"] = "im:write", ["conversations.info"] = "channels:read groups:read", ["conversations.members"] = "channels:read groups:read",
        ["conversations.history"] = "channels:history groups:history im:history", ["conversations.replies"] = "channels:history groups:history im:history",
        ["users.info"] = "users:read", ["files.getUploadURLExternal"] = "files:write", ["files.completeUploadExternal"] = "files:write",
        ["auth.test"] = "", ["oauth.v2.access"] = "", ["apps.connections.open"] = "",
    };

    static readonly Dictionary<string, string> Events = new()
    {
        ["app_mention"] = "app_mentions:read", ["message.channels"] = "channels:history", ["message.groups"] = "groups:history", ["message.im"] = "im:history",
        ["app_home_opened"] = "", ["app_uninstalled"] = "", ["tokens_revoked"] = "", ["grid_migration_started"] = "", ["grid_migration_finished"] = "", ["team_access_granted"] = "",
        ["member_joined_channel"] = "channels:read groups:read", ["member_left_channel"] = "channels:read groups:read", ["channel_id_changed"] = "channels:read groups:read",
        ["channel_archive"] = "channels:read", ["channel_unarchive"] = "channels:read", ["channel_deleted"] = "channels:read", ["channel_rename"] = "channels:read", ["channel_left"] = "channels:read",
        ["group_archive"] = "groups:read", ["group_unarchive"] = "groups:read", ["group_deleted"] = "groups:read", ["group_rename"] = "groups:read", ["group_left"] = "groups:read",
    };

    public static readonly TheoryData<string> Both = ["http", "socket"];

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_group_holds_what_it_may_and_nothing_is_too_long(string name)
    {
        var manifest = Manifest(name);
        Check(manifest, "");
        var (shown, features) = (manifest["display_information"]!, manifest["features"]!);
        Length(shown["name"], 1, 35);
        Length(shown["description"], 1, 140);
        Length(shown["long_description"], 175, 4_000);
        Assert.Matches("^#[0-9A-F]{6}$", (string)shown["background_color"]!);
        Length(features["bot_user"]!["display_name"], 1, 80);
        var command = Assert.Single(features["slash_commands"]!.AsArray())!;
        Length(command["command"], 2, 32);
        Length(command["description"], 1, 2_000);
        Length(command["usage_hint"], 1, 1_000);
        Assert.All(features["shortcuts"]!.AsArray(), shortcut =>
        {
            Length(shortcut!["name"], 1, 24);
            Length(shortcut["callback_id"], 1, 255);
            Length(shortcut["description"], 1, 150);
        });

        static void Length(JsonNode? text, int least, int most) => Assert.InRange(((string)text!).Length, least, most);

        static void Check(JsonNode? node, string path)
        {
            foreach (var one in node is JsonArray all ? [.. all] : new[] { node })
                if (one is JsonObject group)
                    foreach (var (key, value) in group)
                    {
                        Assert.Contains(key, Members[path].Split(' '));
                        Check(value, path.Length == 0 ? key : $"{path}.{key}");
                    }
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void What_people_use_is_called_as_the_bot_knows_it(string name)
    {
        var manifest = Manifest(name);
        var command = manifest["features"]!["slash_commands"]![0]!;
        Assert.Equal((SlackNames.Command, true), ((string)command["command"]!, (bool)command["should_escape"]!));
        Assert.Equal([("Start a workshop", "global", SlackNames.StartWorkshop), ("Put on the map", "message", SlackNames.PutOnMap)],
            manifest["features"]!["shortcuts"]!.AsArray().Select(one => ((string)one!["name"]!, (string)one["type"]!, (string)one["callback_id"]!)));
        var home = manifest["features"]!["app_home"]!;
        Assert.Equal((true, true, false), ((bool)home["home_tab_enabled"]!, (bool)home["messages_tab_enabled"]!, (bool)home["messages_tab_read_only_enabled"]!));
        // The hint is made of words the bot understands.
        var words = CommandList.All.Select(one => one.Words.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(((string)command["usage_hint"]!).Split(" | "), hint => Assert.Contains(hint.Split(' ')[0], words));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void It_asks_for_what_its_calls_and_events_need_and_for_no_more(string name)
    {
        var manifest = Manifest(name);
        var scopes = manifest["oauth_config"]!["scopes"]!;
        Assert.Equal(["bot"], scopes.AsObject().Select(one => one.Key));
        var asked = scopes["bot"]!.AsArray().Select(one => (string)one!).ToList();
        Assert.Equal(SlackScopes.Bot, asked);
        // By their names in the table, of which each is called, and nowhere else by what Slack calls them.
        var methods = typeof(SlackMethods).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(field => field.Name, field => (string)field.GetValue(null)!);
        var sources = Sources().Where(file => Path.GetFileName(file) != "SlackMethods.cs").Select(File.ReadAllText).ToList();
        Assert.Equal([], sources.SelectMany(source => Method().Matches(source).Select(match => match.Groups[1].Value)).Where(call => !call.EndsWith(".com", StringComparison.Ordinal)));
        Assert.Equal([], methods.Keys.Where(method => !sources.Exists(source => Regex.IsMatch(source, $@"\bSlackMethods\.{method}\b"))));
        var calls = methods.Values;
        Assert.Equal([], calls.Except(Calls.Keys));
        var needed = calls.SelectMany(call => Calls[call].Split(' ')).Concat(Subscribed(manifest).SelectMany(one => Events[one].Split(' '))).Where(scope => scope.Length > 0).Append("commands").Order(StringComparer.Ordinal).Distinct();
        Assert.Equal(needed, asked);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void It_is_told_of_the_events_that_are_read_and_of_no_other(string name)
    {
        var read = CaseLabel().Matches(File.ReadAllText(Checkout.File("src", "WorkshopBot.Channels", "Slack", "Inbound", "SlackEvents.cs")))
            .SelectMany(line => Quoted().Matches(line.Value).Select(match => match.Groups[1].Value)).SelectMany(one => one == "message" ? ["message.channels", "message.groups", "message.im"] : new[] { one });
        Assert.Equal(read.Order(StringComparer.Ordinal), Subscribed(Manifest(name)));
    }

    [Fact]
    public async Task The_Slack_of_the_tests_grants_and_tells_no_more_than_the_manifest_asks_for()
    {
        await using var slack = await FakeSlack.Start();
        Assert.Equal(SlackScopes.Bot, FakeSlack.Scopes);
        Assert.Equal(Subscribed(Manifest("http")), slack.Events.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Over_HTTP_everything_comes_to_a_door_there_is()
    {
        var (manifest, url) = (Manifest("http"), SlackManifest.Placeholder);
        Assert.Equal((false, false, true), Modes(manifest));
        Assert.Equal(url + SlackDoor.Commands, (string)manifest["features"]!["slash_commands"]![0]!["url"]!);
        Assert.Equal(url + SlackDoor.Events, (string)manifest["settings"]!["event_subscriptions"]!["request_url"]!);
        Assert.Equal((url + SlackDoor.Interactions, url + SlackDoor.Options), ((string)manifest["settings"]!["interactivity"]!["request_url"]!, (string)manifest["settings"]!["interactivity"]!["message_menu_options_url"]!));
        Assert.Equal(url + SlackInstallDoor.Back, (string)Assert.Single(manifest["oauth_config"]!["redirect_urls"]!.AsArray())!);
    }

    [Fact]
    public void Over_connections_of_its_own_it_names_no_address()
    {
        Assert.Equal((true, false, true), Modes(Manifest("socket")));
        Assert.DoesNotContain("://", File.ReadAllText(Checkout.File("manifests", "slack", "socket.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_writes_the_operators_own()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "own.json");
        var (code, said, wrong) = Run("http", file, $"--Web:PublicUrl={Url}/", "--Slack:BotName=Maps & \"more\"");
        Assert.True(code == 0, wrong);
        Assert.Equal(file, said.Trim());
        var text = File.ReadAllText(file);
        var own = JsonNode.Parse(text)!;
        Assert.DoesNotContain(SlackManifest.Placeholder, text, StringComparison.Ordinal);
        Assert.Equal(Url + SlackDoor.Events, (string)own["settings"]!["event_subscriptions"]!["request_url"]!);
        Assert.Equal(("Maps & \"more\"", "Maps & \"more\""), ((string)own["display_information"]!["name"]!, (string)own["features"]!["bot_user"]!["display_name"]!));
        Assert.Equal(0, Run("socket", Path.Combine(folder.Path, "socket.json")).Code);
    }

    [Theory]
    [InlineData("Web:PublicUrl")]
    [InlineData("Web:PublicUrl", "--Web:PublicUrl=http://bot.example.com")]
    [InlineData("Web:PublicUrl", "--Web:PublicUrl=https://127.0.0.1")]
    [InlineData("Web:PublicUrl", "--Web:PublicUrl=nonsense")]
    [InlineData("Slack:BotName", "--Web:PublicUrl=https://bot.example.com", "--Slack:BotName=A name of more than thirty-five letters")]
    public void A_setting_that_is_missing_or_wrong_is_named_and_nothing_is_written(string named, params string[] settings)
    {
        using var folder = new TempFolder();
        var (code, said, wrong) = Run("http", [Path.Combine(folder.Path, "own.json"), .. settings]);
        Assert.Equal((1, "", named), (code, said, wrong.Split(' ')[4]));
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    static (int Code, string Said, string Wrong) Run(string name, params string[] words)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (Packaging.Copy($"slack/{name}", words, SlackManifest.Of, output, errors), output.ToString(), errors.ToString());
    }

    static JsonObject Manifest(string name) => JsonNode.Parse(File.ReadAllText(Checkout.File("manifests", "slack", name + ".json")))!.AsObject();

    static IEnumerable<string> Subscribed(JsonObject manifest) => manifest["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray().Select(one => (string)one!);

    static (bool, bool, bool) Modes(JsonObject manifest) =>
        ((bool)manifest["settings"]!["socket_mode_enabled"]!, (bool)manifest["settings"]!["token_rotation_enabled"]!, (bool)manifest["settings"]!["org_deploy_enabled"]!);

    static IEnumerable<string> Sources() => Directory.EnumerateFiles(Checkout.File("src", "WorkshopBot.Channels", "Slack"), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex("\"((?:chat|views|conversations|users|files|reactions|team|auth|oauth|apps|bots|usergroups|bookmarks|pins)\\.[A-Za-z0-9.]+)\"")]
    private static partial Regex Method();

    [GeneratedRegex("case \"[a-z_]+\"[^:]*:")]
    private static partial Regex CaseLabel();

    [GeneratedRegex("\"([a-z_]+)\"")]
    private static partial Regex Quoted();
}

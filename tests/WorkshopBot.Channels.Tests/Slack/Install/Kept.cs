using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Tests.Teams.Connector;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Slack.Install;

/// <summary>Nodes of one bot that was installed by OAuth, over one book.</summary>
sealed class Kept
{
    public static readonly SlackClient Client = new("12.34", "secret" + "-of-the-app", new("https://bot.example.com/slack/oauth"));

    public static readonly InstallId Team = new(null, "T1");

    /// <summary>Turns bytes round: enough to see that what is stored is sealed. The other half is for a node with another key.</summary>
    public static SlackSeal Seal(byte key = 1) => new(bytes => [key, .. bytes.Reverse()], closed => closed[0] == key ? [.. closed.Skip(1).Reverse()] : null);

    public Notes Book { get; } = new();

    public Asked Slack { get; } = new();

    public FakeTime Time { get; } = new();

    public DateTimeOffset Now => Time.GetUtcNow();

    public KeptInstalls Node(byte key = 1, ILogger? log = null) => new(Book, Seal(key), Slack.Ask, Client, Time, log ?? NullLogger.Instance);

    public static Installed Installed(string token, InstallId? id = null) => new(id ?? Team, token, "U0BOT", "A1");

    /// <summary>Saves an install whose token ends, and says what it is.</summary>
    public async Task<InstallTokens> Rotating(KeptInstalls node, string token = "old", string refresh = "refresh-1")
    {
        var tokens = new InstallTokens(token, refresh, Now.AddHours(12));
        Assert.True(await node.Save(Installed(token), tokens, "commands", default));
        return tokens;
    }

    public static string Answer(string token, string refresh, string team = "T1") =>
        $$"""{"ok":true,"access_token":"{{token}}","token_type":"bot","scope":"commands,chat:write","bot_user_id":"U0BOT","app_id":"A1","team":{"name":"Acme","id":"{{team}}"},"enterprise":null,"is_enterprise_install":false,"refresh_token":"{{refresh}}","expires_in":43200}""";
}

using System.Globalization;
using Microsoft.Extensions.Configuration;
using WorkshopBot.Channels.Slack.Socket;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>What the operator has set for Slack, checked.</summary>
/// <param name="Cloud">Which Slack it is.</param>
/// <param name="BotToken">The token of the one workspace the bot is installed in; null where it is installed by OAuth.</param>
/// <param name="Client">What it is installed with by OAuth; null where it has a token.</param>
/// <param name="SigningSecrets">What requests may be signed with, two while the secret changes; none where nothing comes by HTTP.</param>
/// <param name="AppToken">What connections are opened with; null where everything comes by HTTP.</param>
/// <param name="BotName">What people call it.</param>
public sealed record SlackSettings(SlackCloud Cloud, string? BotToken, SlackClient? Client, IReadOnlyList<string> SigningSecrets, string? AppToken, string BotName = SlackSettings.DefaultName)
{
    public const string DefaultName = "WorkshopBot";

    /// <summary>As long as Slack lets a bot be called.</summary>
    public const int MostName = 80;

    /// <summary>Where methods are called; ends in a slash. Of another host in development only, and then of this machine.</summary>
    public Uri ApiUrl { get; init; } = Cloud.ApiUrl;

    /// <summary>How many connections of our own are open at once, where there are any.</summary>
    public int Connections { get; init; } = new SocketSettings().Connections;

    /// <summary>Whether an answer may be sent there: a response_url comes with a request, and whatever came with it goes no further than Slack.</summary>
    public bool Answers(Uri responseUrl) => responseUrl is { IsAbsoluteUri: true, UserInfo: "" } &&
        ((responseUrl.Scheme == Uri.UriSchemeHttps && responseUrl.IsDefaultPort && string.Equals(responseUrl.Host, Cloud.AnswerHost, StringComparison.OrdinalIgnoreCase))
            || (ApiUrl.IsLoopback && responseUrl.IsLoopback && responseUrl.Scheme == Uri.UriSchemeHttp));

    // A record would write its secrets into any log line it is put in.
    public override string ToString() => $"{nameof(SlackSettings)} {Cloud.Name}";

    /// <summary>Reads all of <c>Slack:</c>. Nothing is set as long as nothing says who the bot is or who calls it; then Slack is off.</summary>
    /// <param name="configuration">Everything that is set.</param>
    /// <param name="development">Whether this is Development.</param>
    public static SlackSettingsRead Read(IConfiguration configuration, bool development)
    {
        var told = new ToldSettings(configuration, "Slack");
        if (!ToldTokens.Secrets.Any(told.Has))
            return new(null, []);
        var cloud = ReadCloud(told);
        var settings = new SlackSettings(cloud, ToldTokens.Bot(told), ToldTokens.Client(told, development), ToldTokens.Signing(told), ToldTokens.App(told), ReadName(told)) { ApiUrl = ReadUrl(told, development) ?? cloud.ApiUrl, Connections = ReadConnections(told) };
        return told.Faults.Count > 0 ? new(null, told.Faults) : new(settings, []);
    }

    static SlackCloud ReadCloud(ToldSettings told)
    {
        var cloud = told.Text("Cloud") is not { } name ? SlackCloud.Public : SlackCloud.All.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
        if (cloud is null)
            told.Fault("Cloud", $"must be one of {string.Join(", ", SlackCloud.All.Select(one => one.Name))}.");
        return cloud ?? SlackCloud.Public;
    }

    // A token goes wherever this says.
    static Uri? ReadUrl(ToldSettings told, bool development)
    {
        if (told.Text("ApiUrl") is not { } text)
            return null;
        var url = Uri.TryCreate(text, UriKind.Absolute, out var read) && read is { Query: "", Fragment: "", UserInfo: "" } && read.AbsolutePath.EndsWith('/') ? read : null;
        if (url is not null && SlackCloud.All.Any(cloud => cloud.ApiUrl == url))
            told.Fault("ApiUrl", SlackCloud.All.First(cloud => cloud.ApiUrl == url) == ReadCloud(told) ? null : "is of another Slack than Slack:Cloud.");
        else if (url is not { IsLoopback: true, Scheme: "http" or "https" } || !development)
            told.Fault("ApiUrl", "can be another than Slack's own in Development alone, and then an address of this machine that ends in a slash, such as http://127.0.0.1:4000/api/.");
        return url;
    }

    static int ReadConnections(ToldSettings told)
    {
        if (told.Text("Connections") is not { } text)
            return new SocketSettings().Connections;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= SocketSettings.MostConnections)
            return count;
        told.Fault("Connections", $"must be 1 to {SocketSettings.MostConnections}: how many connections of Socket Mode are open at once.");
        return 1;
    }

    static string ReadName(ToldSettings told)
    {
        var name = told.Text("BotName") ?? DefaultName;
        if (name.Length > MostName || name.Any(char.IsControl))
            told.Fault("BotName", $"must be 1 to {MostName} characters on one line.");
        return name;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace WorkshopBot.Channels.Teams;

/// <summary>Links that open something of ours inside Microsoft Teams. They name a place and grant nothing.</summary>
public static class DeepLinks
{
    /// <summary>Characters beyond which Windows does not open a link.</summary>
    public const int MostCharacters = 1_900;

    const string Root = "https://teams.microsoft.com/l/entity/";

    /// <summary>The private chat with the bot.</summary>
    /// <param name="app">The app's id.</param>
    public static string Chat(string app) => $"{Root}{Uri.EscapeDataString(app)}/conversations";

    /// <summary>A tab of the app; null when the link would be longer than can be opened.</summary>
    /// <param name="app">The app's id.</param>
    /// <param name="entity">The tab's id in the manifest.</param>
    /// <param name="page">What is opened outside Teams.</param>
    /// <param name="label">What the link is called.</param>
    /// <param name="part">What the tab shows, told to its page as a hint; null for nothing.</param>
    /// <param name="channel">The channel whose tab it is; null for the personal one.</param>
    public static string? Tab(string app, string entity, string? page = null, string? label = null, string? part = null, string? channel = null)
    {
        var query = new List<string>();
        if (page is not null)
            query.Add("webUrl=" + Uri.EscapeDataString(page));
        if (label is not null)
            query.Add("label=" + Uri.EscapeDataString(label));
        if (part is not null || channel is not null)
            query.Add("context=" + Uri.EscapeDataString(Context(part, channel)));
        var link = $"{Root}{Uri.EscapeDataString(app)}/{Uri.EscapeDataString(entity)}{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}";
        return link.Length < MostCharacters ? link : null;
    }

    static string Context(string? part, string? channel)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (part is not null)
                json.WriteString("subEntityId", part);
            if (channel is not null)
                json.WriteString("channelId", channel);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}

namespace WorkshopBot.Channels.Slack;

/// <summary>The names that the app's manifest gives to what people use, by which Slack calls it when they do.</summary>
public static class SlackNames
{
    public const string Command = "/journey";

    /// <summary>The shortcut that begins a workshop.</summary>
    public const string StartWorkshop = "start_workshop";

    /// <summary>The shortcut of a message that makes it evidence on the map.</summary>
    public const string PutOnMap = "put_on_map";
}

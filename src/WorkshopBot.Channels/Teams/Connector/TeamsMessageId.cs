namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>The platform id of a message: of one in a channel its thread's root, a slash and its own id; of any other its id alone.</summary>
public readonly record struct TeamsMessageId(string? Root, string Id)
{
    public static TeamsMessageId Read(string platformId) => platformId.Split('/', 2) is [var root, var id] ? new(root, id) : new(null, platformId);

    public override string ToString() => Root is null ? Id : $"{Root}/{Id}";
}

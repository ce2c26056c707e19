namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>A conversation as the Connector is told of it: at which of its hosts, and by which id; the id of a thread in a channel ends with ";messageid=" and its root.</summary>
public sealed record ConversationRef(Uri Service, string Id)
{
    const string Message = ";messageid=";

    /// <summary>The thread of a channel that has this root.</summary>
    public ConversationRef Thread(string root) => this with { Id = Base(Id) + Message + root };

    /// <summary>The channel, group chat or personal chat of an id, without the thread in it.</summary>
    public static string Base(string id) => id.IndexOf(';', StringComparison.Ordinal) is >= 0 and var end ? id[..end] : id;

    /// <summary>The root of the thread that an id names; null where it names none.</summary>
    public static string? Root(string id) => id.IndexOf(Message, StringComparison.Ordinal) is >= 0 and var at ? id[(at + Message.Length)..] : null;
}

namespace WorkshopBot.Channels.Web;

/// <summary>Where the web's messages lie, place by place (a room, or a person's own chat). Real chats keep theirs themselves.</summary>
public interface IWebShelf
{
    /// <summary>Other nodes put messages there too.</summary>
    bool IsShared { get; }

    /// <summary>Stands for how a shared place is: another after every change there, by whichever node. Null when nobody can tell now.</summary>
    ValueTask<string?> Mark(string place, CancellationToken ct);

    /// <summary>The newest messages of a place, at most as many as a page shows, oldest first; null when nobody can tell now.</summary>
    ValueTask<IReadOnlyList<WebMessage>?> Load(string place, CancellationToken ct);

    /// <summary>One message of a place, however old, by its id.</summary>
    ValueTask<ShelfFind> Find(string place, string id, CancellationToken ct);

    /// <summary>Puts a message there, over an earlier state of it. False: nobody knows whether it arrived.</summary>
    ValueTask<bool> Save(string place, WebMessage message, CancellationToken ct);
}

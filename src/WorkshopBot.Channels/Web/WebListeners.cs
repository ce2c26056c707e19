using System.Collections.Immutable;

namespace WorkshopBot.Channels.Web;

/// <summary>Who has the page open. So many and no more, and whoever reads too slowly is told to look again instead.</summary>
sealed class WebListeners(IWebShelf shelf, TimeProvider time) : IDisposable
{
    public const int MostInRoom = 200;
    public const int MostAtAll = 600;

    readonly Lock _lock = new();
    ImmutableList<WebListener> _all = [];
    WebFollowing? _following;

    /// <summary>Null: there are too many already.</summary>
    public WebListener? Add(Room room, Person person)
    {
        lock (_lock)
        {
            if (_all.Count >= MostAtAll || _all.Count(other => other.Room == room.Key) >= MostInRoom)
                return null;
            var listener = new WebListener(room.Key, TryNames.OwnChat(person.Key), time);
            _all = _all.Add(listener);
            return listener;
        }
    }

    /// <summary>From the end of this on the listener is told what other nodes do too; then is the time to begin with its events.</summary>
    public async Task Follow(WebListener listener, CancellationToken ct)
    {
        if (!shelf.IsShared)
            return;
        WebFollowing following;
        lock (_lock)
            following = _following ??= new(shelf, (place, message) => Tell(place, MessageBody.Of(message, place)), time);
        listener.Follows = true;
        await Task.WhenAll(following.Begin(listener.Room, ct), following.Begin(listener.Own, ct)).ConfigureAwait(false);
    }

    public void Remove(WebListener listener)
    {
        lock (_lock)
            _all = _all.Remove(listener);
        if (!listener.Follows)
            return;
        _following?.End(listener.Room);
        _following?.End(listener.Own);
    }

    public void Tell(string place, MessageBody message)
    {
        foreach (var listener in _all)
            if (listener.Room == place || listener.Own == place)
                listener.Tell(message);
    }

    public void Dispose() => _following?.Dispose();
}

using System.Collections.Immutable;

namespace WorkshopBot.Channels.Web;

/// <summary>Who has the page open. So many and no more, and whoever reads too slowly is told to look again instead.</summary>
sealed class WebListeners(TimeProvider time)
{
    public const int MostInRoom = 200;
    public const int MostAtAll = 600;

    readonly Lock _lock = new();
    ImmutableList<WebListener> _all = [];

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

    public void Remove(WebListener listener)
    {
        lock (_lock)
            _all = _all.Remove(listener);
    }

    public void Tell(string place, MessageBody message)
    {
        foreach (var listener in _all)
            if (listener.Room == place || listener.Own == place)
                listener.Tell(message);
    }
}

using System.Diagnostics.CodeAnalysis;

namespace WorkshopBot.Channels;

/// <summary>Remembers what was used last, twice so many at most: of two generations the older one goes when the younger is full.</summary>
sealed class RecentNotes<T>(int most)
{
    readonly Lock _lock = new();
    Dictionary<string, T> _young = new(StringComparer.Ordinal);
    Dictionary<string, T> _old = new(StringComparer.Ordinal);

    public bool TryGet(string name, [MaybeNullWhen(false)] out T note)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(name, out note))
                return true;
            if (!_old.TryGetValue(name, out note))
                return false;
            Put(name, note);
            return true;
        }
    }

    /// <summary>False: there is one already, and it stays.</summary>
    public bool Add(string name, T note)
    {
        lock (_lock)
        {
            if (_young.ContainsKey(name) || _old.ContainsKey(name))
                return false;
            Put(name, note);
            return true;
        }
    }

    public void Set(string name, T note)
    {
        lock (_lock)
            Put(name, note);
    }

    public void Remove(string name)
    {
        lock (_lock)
        {
            _young.Remove(name);
            _old.Remove(name);
        }
    }

    void Put(string name, T note)
    {
        if (_young.Count >= most && !_young.ContainsKey(name))
            (_old, _young) = (_young, new(StringComparer.Ordinal));
        _young[name] = note;
    }
}

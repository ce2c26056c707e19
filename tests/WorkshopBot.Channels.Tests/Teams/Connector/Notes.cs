using System.Text;
using WorkshopBot.Channels;

namespace WorkshopBot.Channels.Tests.Teams.Connector;

/// <summary>A book in memory that counts what is asked of it and can refuse.</summary>
sealed class Notes : IChatBook
{
    readonly Dictionary<string, byte[]> _all = [];

    public int Reads { get; private set; }

    public int Writes { get; private set; }

    public bool TakesNothing { get; set; }

    public bool IsBroken { get; set; }

    public string this[string name]
    {
        get => Encoding.UTF8.GetString(_all[name]);
        set => _all[name] = Encoding.UTF8.GetBytes(value);
    }

    public ValueTask<ReadOnlyMemory<byte>?> Find(string name, CancellationToken ct)
    {
        if (IsBroken)
            throw new IOException("The storage is away.");
        lock (_all)
        {
            Reads++;
            return ValueTask.FromResult<ReadOnlyMemory<byte>?>(_all.TryGetValue(name, out var note) ? (ReadOnlyMemory<byte>?)note : null);
        }
    }

    public ValueTask<bool> Save(string name, ReadOnlyMemory<byte>? note, CancellationToken ct)
    {
        lock (_all)
        {
            if (TakesNothing)
                return ValueTask.FromResult(false);
            Writes++;
            if (note is { } some)
                _all[name] = some.ToArray();
            else
                _all.Remove(name);
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<bool> Swap(string name, ReadOnlyMemory<byte>? seen, ReadOnlyMemory<byte> note, CancellationToken ct)
    {
        lock (_all)
        {
            var isSame = _all.TryGetValue(name, out var there) ? seen is { } data && data.Span.SequenceEqual(there) : seen is null;
            return isSame ? Save(name, note, ct) : ValueTask.FromResult(false);
        }
    }
}

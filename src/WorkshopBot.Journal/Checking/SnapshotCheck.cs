using System.Buffers;

namespace WorkshopBot.Journal.Checking;

/// <summary>One workshop's snapshot, put together from its rows: the pointer, and then its parts. What is older than the pointer is what a crash left behind, and is passed over.</summary>
sealed class SnapshotCheck
{
    readonly ArrayBufferWriter<byte> _packed = new();
    SnapshotRow? _pointer;
    int _parts;
    bool _reached;

    /// <summary>What is wrong with the pointer; null when it can be read.</summary>
    public string? Point(StoredRow row)
    {
        _pointer = Snapshots.Pointer(row);
        return _pointer is null ? "cannot be read" : null;
    }

    public void Take(StoredRow row)
    {
        if (_pointer is not { } pointer || _parts >= pointer.Parts || row.Key != Snapshots.Key(pointer.Version, _parts))
            return;
        _packed.Write(row.Data.Span);
        _parts++;
    }

    /// <summary>Its state, when the commits have come to its version and it is whole.</summary>
    public byte[]? Reached(long version)
    {
        if (_pointer is not { } pointer || pointer.Version != version)
            return null;
        _reached = true;
        return Unpack(pointer);
    }

    /// <summary>What is wrong with it, whatever it says.</summary>
    public IEnumerable<string> End(long head)
    {
        if (_pointer is not { } pointer)
            yield break;
        if (_parts < pointer.Parts)
            yield return FormattableString.Invariant($"points to {pointer.Parts} parts, and {_parts} are there");
        else if (Unpack(pointer) is null)
            yield return "points to parts that are damaged: their checksum is another";
        if (pointer.Version > head)
            yield return FormattableString.Invariant($"points to version {pointer.Version}, and the head stands at {head}");
        else if (!_reached)
            yield return FormattableString.Invariant($"points to version {pointer.Version}, whose commit is not there");
    }

    byte[]? Unpack(SnapshotRow pointer) => _parts < pointer.Parts ? null : PackedState.Unpack(_packed.WrittenMemory, pointer);
}

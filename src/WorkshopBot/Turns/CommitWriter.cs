using System.Buffers;
using System.Text.Json;
using WorkshopBot.Workshops.Kinds;

namespace WorkshopBot.Turns;

/// <summary>Writes the turns of a commit one by one into buffers it keeps, so that a turn that no longer fits is left out whole. Used by one mailbox at a time.</summary>
sealed class CommitWriter : IDisposable
{
    /// <summary>Where a commit is closed and the rest waits for the next; below what the journal takes by more than a message can hold.</summary>
    public const int Enough = 800 * 1024;

    /// <summary>Whether there is room for a turn.</summary>
    public enum Fit
    {
        /// <summary>It is in the commit.</summary>
        Written,

        /// <summary>Not in this one any more.</summary>
        NextTime,

        /// <summary>In none, not even alone.</summary>
        Never,
    }

    readonly ArrayBufferWriter<byte> _turn = new(4 * 1024);
    readonly ArrayBufferWriter<byte> _commit = new(16 * 1024);
    readonly Utf8JsonWriter _turnJson;
    readonly Utf8JsonWriter _commitJson;

    public CommitWriter()
    {
        _turnJson = new(_turn);
        _commitJson = new(_commit);
    }

    public int Turns { get; private set; }

    /// <summary>The memory it keeps.</summary>
    public int Bytes => _turn.Capacity + _commit.Capacity;

    public void Start()
    {
        Turns = 0;
        _commit.ResetWrittenCount();
        _commitJson.Reset();
        _commitJson.WriteStartObject();
        _commitJson.WriteNumber("v", CommitJson.Version);
        _commitJson.WriteStartArray("turns");
    }

    /// <summary>Writes a turn, or nothing of it.</summary>
    public Fit Add(StoredTurn turn, Catalogue kinds)
    {
        _turn.ResetWrittenCount();
        _turnJson.Reset();
        CommitJson.Write(_turnJson, turn, kinds);
        _turnJson.Flush();
        if (_turn.WrittenCount > Enough)
            return Fit.Never;
        if (Turns > 0 && _commitJson.BytesCommitted + _commitJson.BytesPending + _turn.WrittenCount > Enough)
            return Fit.NextTime;
        _commitJson.WriteRawValue(_turn.WrittenSpan, skipInputValidation: true);
        Turns++;
        return Fit.Written;
    }

    /// <summary>The commit; valid until the next <see cref="Start"/>.</summary>
    public ReadOnlyMemory<byte> End()
    {
        _commitJson.WriteEndArray();
        _commitJson.WriteEndObject();
        _commitJson.Flush();
        return _commit.WrittenMemory;
    }

    public void Dispose()
    {
        _turnJson.Dispose();
        _commitJson.Dispose();
    }
}

using System.Buffers;
using System.Text.Json;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Checking;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Stored;

namespace WorkshopBot.Cli.Journals;

/// <summary>Reads a workshop's commits as the loop does, and follows them as far as they can be followed.</summary>
sealed class WorkshopFold(Playbook playbook) : IWorkshopReader
{
    // Null: it cannot be followed any more.
    Workshop? _state = new(playbook);

    /// <summary>What all commits led to; null when they could not be followed.</summary>
    public Workshop? State => _state;

    public string? Read(StoredCommit commit)
    {
        try
        {
            var turns = CommitJson.Read(commit.Data, playbook.Kinds);
            foreach (var turn in _state is null ? [] : turns)
                _state = Conversation.Fold(_state!, turn.Events, turn.By, turn.At, turn.Name.ToString());
            return turns.SelectMany(turn => turn.Events).Any(happened => happened is WorkshopEvent.Unknown) ? "holds an event this program does not know; is it of a newer version?" : null;
        }
        catch (Exception e)
        {
            // What it holds is people's; an exception's message may hold it too.
            Skip();
            return $"cannot be read ({e.GetType().Name})";
        }
    }

    public void Skip() => _state = null;

    // One of another form is passed over by whoever loads the workshop, as it may be.
    public string? Compare(ReadOnlyMemory<byte> snapshot) => IsOfAnotherForm(snapshot) ? null : SnapshotJson.Read(snapshot, playbook) is not { } kept
        ? "points to a snapshot this program cannot read"
        : _state is null || Bytes(_state).Span.SequenceEqual(Bytes(kept.State).Span) ? null : "points to a snapshot that says something else than the commits";

    static bool IsOfAnotherForm(ReadOnlyMemory<byte> snapshot)
    {
        try
        {
            using var json = JsonDocument.Parse(snapshot);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("v", out var form) && form.ValueKind == JsonValueKind.Number && form.TryGetInt32(out var number) && number != SnapshotJson.Version;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A state as a snapshot holds it.</summary>
    internal static ReadOnlyMemory<byte> Bytes(Workshop state)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        StateJson.Write(json, state);
        json.Flush();
        return bytes.WrittenMemory;
    }
}

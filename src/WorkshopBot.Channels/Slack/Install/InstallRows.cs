using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>An install as it was read, with the bytes by which another one is told from it.</summary>
/// <param name="Name">Where it is kept.</param>
/// <param name="Bytes">As it is stored.</param>
/// <param name="Note">What they say.</param>
/// <param name="Tokens">Null when it has none, or none that opens.</param>
sealed record InstallRow(string Name, ReadOnlyMemory<byte> Bytes, InstallNote Note, InstallTokens? Tokens)
{
    /// <summary>What it calls with; null when it is over.</summary>
    public InstallTokens? Live => Note.Over is null ? Tokens : null;
}

/// <summary>The installs in the storage. Ids of workspaces and of organisations are never given twice, so one of them names an install. Throws what reading the storage throws.</summary>
sealed class InstallRows(IChatBook book, SlackSeal seal, ILogger log)
{
    readonly RecentNotes<byte[]> _shut = new(1_000);

    public static string Name(InstallId id) => id.Team ?? id.Enterprise ?? "";

    public async ValueTask<InstallRow?> Find(string name, CancellationToken ct) => await book.Find(Key(name), ct).ConfigureAwait(false) is { } bytes ? Read(name, bytes) : null;

    /// <summary>Writes over whatever is there; null when the storage takes nothing now.</summary>
    public async ValueTask<InstallRow?> Save(InstallNote note, InstallTokens tokens, CancellationToken ct)
    {
        var row = Row(note, tokens);
        return await book.Save(Key(row.Name), row.Bytes, ct).ConfigureAwait(false) ? row : null;
    }

    /// <summary>Writes over what was read; null when something else is there by now, or the storage takes nothing. Without tokens it has none from now on.</summary>
    public async ValueTask<InstallRow?> Swap(InstallRow seen, InstallNote note, InstallTokens? tokens, CancellationToken ct)
    {
        var row = Row(note, tokens);
        return await book.Swap(Key(row.Name), seen.Bytes, row.Bytes, ct).ConfigureAwait(false) ? row : null;
    }

    static string Key(string name) => "slack-install:" + name;

    InstallRow Row(InstallNote note, InstallTokens? tokens)
    {
        var closed = tokens is null ? null : seal.Close(JsonSerializer.SerializeToUtf8Bytes(new SealedTokens(note.Id.ToString(), tokens), InstallJson.Default.SealedTokens));
        note = note with { Sealed = closed };
        return new(Name(note.Id), JsonSerializer.SerializeToUtf8Bytes(note, InstallJson.Default.InstallNote), note, tokens);
    }

    // A note nobody can read is as good as none: the app is installed again.
    InstallRow? Read(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, InstallJson.Default.InstallNote) is { } note && Name(note.Id) == name ? new(name, bytes, note, Open(note)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    InstallTokens? Open(InstallNote note)
    {
        if (note.Sealed is not { } closed)
            return null;
        if (seal.Open(closed) is { } open && JsonSerializer.Deserialize(open, InstallJson.Default.SealedTokens) is { Tokens: { Token.Length: > 0 } tokens } all && all.Of == note.Id.ToString())
            return tokens;
        // Said once, and not with every message that comes.
        if (!_shut.TryGet(Name(note.Id), out var told) || !told.AsSpan().SequenceEqual(closed))
            log.LogError("The saved token of {Install} does not open, and nothing can be sent there. Was Security:MasterKey changed? Put the old one back, or install the app there again.", note.Id);
        _shut.Set(Name(note.Id), closed);
        return null;
    }
}

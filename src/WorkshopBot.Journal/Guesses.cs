using System.Collections.Immutable;

namespace WorkshopBot.Journal;

/// <summary>
/// Counts the codes that somebody tried in vain, by person or tenant: so many within a span, in rows, so that neither a new start nor another node begins anew.
/// A try is counted before it is looked at, so that many at once are not more. Throws <see cref="StorageUnavailableException"/>.
/// </summary>
public sealed class Guesses(IRowStore rows)
{
    const string Key = "tries";
    const int Tries = 10;

    static string Partition(string who) => "tries-" + HashedName.Of(who);

    /// <summary>Counts a try by its turn; the same turn counts once. False: there were as many before, and this one is not counted.</summary>
    public async ValueTask<bool> Count(string who, string turn, int most, TimeSpan within, DateTimeOffset now, CancellationToken ct = default)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var row = await rows.Get(Partition(who), Key, ct).ConfigureAwait(false);
            var tried = Of(row).RemoveAll(one => now - one.At >= within);
            if (tried.Any(one => one.Turn == turn))
                return true;
            if (tried.Length >= most)
                return false;
            if (await Write(who, row, tried.Add(new(turn, now)), ct).ConfigureAwait(false))
                return true;
        }
        throw new StorageUnavailableException(StorageFault.Busy, "Too many try at once.");
    }

    /// <summary>The try was right after all; who has no other leaves no row.</summary>
    public async ValueTask Forgive(string who, string turn, CancellationToken ct = default)
    {
        for (var tries = 0; tries < Tries; tries++)
            if (await rows.Get(Partition(who), Key, ct).ConfigureAwait(false) is not { } row || Of(row) is var tried && tried.All(one => one.Turn != turn)
                || await Write(who, row, tried.RemoveAll(one => one.Turn == turn), ct).ConfigureAwait(false))
                return;
    }

    // False: somebody else was faster.
    async ValueTask<bool> Write(string who, StoredRow? row, ImmutableArray<TriedCode> tried, CancellationToken ct)
    {
        var data = StoredJson.Write(new TriedCodes(tried), StoredJson.Default.TriedCodes);
        return await rows.Write(Partition(who), [row is null ? new RowChange.Insert(Key, data) : tried.IsEmpty ? new RowChange.Delete(Key, row.ETag) : new RowChange.Replace(Key, data, row.ETag)], ct).ConfigureAwait(false) switch
        {
            WriteResult.Written => true,
            WriteResult.Unavailable unavailable => throw new StorageUnavailableException(unavailable.Fault, "A try could not be counted."),
            _ => false,
        };
    }

    static ImmutableArray<TriedCode> Of(StoredRow? row) => row is not null && StoredJson.Read(row, StoredJson.Default.TriedCodes).Tried is { IsDefault: false } tried ? tried : [];
}

/// <summary>The tries of one person or tenant, as they are stored.</summary>
sealed record TriedCodes(ImmutableArray<TriedCode> Tried);

/// <summary>A try, by the turn that made it.</summary>
sealed record TriedCode(string Turn, DateTimeOffset At);

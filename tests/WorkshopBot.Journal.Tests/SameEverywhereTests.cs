using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Journal.Tests.Tables;
using WorkshopBot.Npm;

namespace WorkshopBot.Journal.Tests;

/// <summary>Whatever one asks of them, the storages answer alike and hold the same afterwards.</summary>
public sealed class SameEverywhereTests : SqliteTests
{
    static readonly string[] AllKeys = ["a", "a-1", "a.", "B", "b", "~"];

    /// <summary>One random change; its ETag is the row's own, an older one, or nonsense.</summary>
    sealed record Wish(int Kind, string Key, string Data, int ETag);

    static readonly Gen<Wish> Wishes =
        from kind in Gen.Choose(0, 3)
        from key in Gen.Elements(AllKeys)
        from data in Gen.Elements("", "x", "something longer")
        from etag in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2)))
        select new Wish(kind, key, data, etag);

    static readonly Gen<Wish[][]> Batches =
        Wishes.ArrayOf().Resize(4).Where(batch => batch.Length > 0 && batch.Select(wish => wish.Key).Distinct().Count() == batch.Length).ArrayOf().Resize(12);

    [Fact]
    public async Task Random_batches_have_equal_results_and_leave_equal_contents()
    {
        var time = new ManualTime();
        await using var sqlite = SqliteRowStore.Open(Folder.File(), time);
        await Compare(sqlite, time, samples: 150);
    }

    [NodeFact]
    public async Task Also_in_a_table()
    {
        var time = new ManualTime();
        await using var table = new TimedRowStore(Emulator.Open(), time);
        await Compare(table, time, samples: 50);
    }

    static async Task Compare(IRowStore rows, ManualTime time, int samples)
    {
        await using var memory = new MemoryRowStore(time);
        var (sample, outcomes) = (0, new Dictionary<string, int>(StringComparer.Ordinal));
        var property = Prop.ForAll(Batches.ToArbitrary(), batches =>
        {
            var partition = $"sample-{sample++}";
            var (one, other) = (new Side(rows, partition), new Side(memory, partition));
            foreach (var batch in batches)
            {
                time.Now += TimeSpan.FromSeconds(1);
                var (left, right) = (one.Write(batch), other.Write(batch));
                Assert.Equal(right, left);
                Assert.Equal(other.Contents(), one.Contents());
                outcomes[left] = outcomes.GetValueOrDefault(left) + 1;
            }
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(samples), property);
        // Both ends are tried, not only one.
        Assert.True(outcomes["conflict"] > samples / 3, string.Join(", ", outcomes));
        Assert.True(outcomes.Where(outcome => outcome.Key.StartsWith("written", StringComparison.Ordinal)).Sum(outcome => outcome.Value) > samples / 3, string.Join(", ", outcomes));
    }

    sealed class Side(IRowStore rows, string partition)
    {
        readonly Dictionary<string, string> _older = new(StringComparer.Ordinal);

        public string Write(Wish[] batch)
        {
            var result = Now(rows.Write(partition, [.. batch.Select(Change)]));
            return result is WriteResult.Written written ? "written " + string.Concat(written.ETags.Select(etag => etag is null ? '-' : 'e')) : "conflict";
        }

        public string Contents() => string.Join('\n', Now(rows.Range(partition, " ", "~~", 100)).Select(row => $"{row.Key}={Encoding.UTF8.GetString(row.Data.Span)}@{row.WrittenAt:O}"));

        RowChange Change(Wish wish)
        {
            var data = Encoding.UTF8.GetBytes(wish.Data);
            var current = Now(rows.Get(partition, wish.Key))?.ETag ?? "none";
            var etag = wish.ETag switch { 0 => current, 1 => _older.GetValueOrDefault(wish.Key, "none"), _ => "nonsense" };
            if (_older.GetValueOrDefault(wish.Key) != current)
                _older[wish.Key] = current;
            return wish.Kind switch
            {
                0 => new RowChange.Insert(wish.Key, data),
                1 => new RowChange.Replace(wish.Key, data, etag),
                2 => new RowChange.Put(wish.Key, data),
                _ => new RowChange.Delete(wish.Key, etag),
            };
        }

        static T Now<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();
    }
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Links;
using WorkshopBot.Tests.Keeping;
using WorkshopBot.Tests.Nodes;

namespace WorkshopBot.Tests.Links;

/// <summary>Nodes over one storage open what another has sealed.</summary>
public sealed class SharedKeysTests : IAsyncDisposable
{
    readonly MemoryRowStore _rows = new(TimeProvider.System);

    public ValueTask DisposeAsync() => _rows.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public async Task Two_that_begin_at_once_make_one_key_whatever_their_clocks_say(int seconds)
    {
        using var one = Open(_rows, new OffsetTime(TimeProvider.System, TimeSpan.FromSeconds(seconds)));
        // It looked before the first had written.
        using var other = Open(new Early(_rows), new OffsetTime(TimeProvider.System, TimeSpan.FromSeconds(-seconds)));
        Assert.Single(await new KeyRing(_rows).All());
        Assert.Equal(("m-1", "m-2"), (other.Read(one.Make("m-1", 0))?.Workshop, one.Read(other.Make("m-2", 0))?.Workshop));
    }

    [Fact]
    public async Task A_key_that_came_later_is_read_when_it_is_asked_for_and_not_more_than_once_a_minute()
    {
        var (time, counted) = (new FakeTime(), new Early(_rows));
        using var stranger = Open(new MemoryRowStore(TimeProvider.System), time);
        using var old = Open(counted, time);
        AddKey();
        using var young = Open(_rows, time);
        var token = young.Make("m-1", 0);
        Assert.Equal(2, (await new KeyRing(_rows).All()).Count);

        var reads = counted.Reads;
        Assert.Null(old.Read(stranger.Make("m-1", 0)));
        Assert.Equal(reads + 1, counted.Reads);
        Assert.Null(old.Read(stranger.Make("m-1", 0)));
        Assert.Null(old.Read(token));
        Assert.Equal(reads + 1, counted.Reads);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("m-1", old.Read(token)?.Workshop);
        reads = counted.Reads;
        Assert.Equal("m-2", old.Read(young.Make("m-2", 0))?.Workshop);
        Assert.Equal(reads, counted.Reads);
    }

    // As a node does whose key has grown old.
    void AddKey()
    {
        var keys = new KeyRows(new KeyRing(_rows));
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("WorkshopBot").AddKeyManagementOptions(options => options.XmlRepository = keys);
        using var provider = services.BuildServiceProvider();
        var now = TimeProvider.System.GetUtcNow();
        provider.GetRequiredService<IKeyManager>().CreateNewKey(now - TimeSpan.FromSeconds(1), now + TimeSpan.FromDays(1_000));
    }

    static MapLinks Open(IRowStore rows, TimeProvider time) => MapLinks.Open(rows, time, null, () => "http://here");

    /// <summary>Sees nothing before it writes something itself.</summary>
    sealed class Early(IRowStore inner) : IRowStore
    {
        bool _wrote;

        public int Reads { get; private set; }

        public ValueTask<StoredRow?> Get(string partition, string key, CancellationToken ct = default) => inner.Get(partition, key, ct);

        public ValueTask<IReadOnlyList<StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default)
        {
            Reads++;
            return _wrote ? inner.Range(partition, from, before, most, ct) : ValueTask.FromResult<IReadOnlyList<StoredRow>>([]);
        }

        public ValueTask<WriteResult> Write(string partition, IReadOnlyList<RowChange> changes, CancellationToken ct = default)
        {
            _wrote = true;
            return inner.Write(partition, changes, ct);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

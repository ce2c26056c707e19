using System.Text;
using WorkshopBot.Journal.Tables;

namespace WorkshopBot.Journal.Tests;

/// <summary>Tests that run over every storage: a subclass opens one.</summary>
public abstract class StoreTests : IAsyncLifetime
{
    protected TempFolder Folder { get; } = new();

    protected ManualTime Time { get; } = new();

    protected IRowStore Rows { get; private set; } = null!;

    protected abstract IRowStore Open();

    /// <summary>That a row was written just now: by the test's clock where the storage goes by it, and within reason by its own where it is a service.</summary>
    protected void IsNow(DateTimeOffset writtenAt)
    {
        if (Rows is TableRowStore)
            Assert.InRange(writtenAt, DateTimeOffset.UtcNow.AddMinutes(-2), DateTimeOffset.UtcNow.AddSeconds(2));
        else
            Assert.Equal(Time.Now, writtenAt);
    }

    public Task InitializeAsync()
    {
        Rows = Open();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await Rows.DisposeAsync();
        Folder.Dispose();
    }

    protected static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>Bytes that do not compress.</summary>
    protected static byte[] Noise(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    protected async Task<IReadOnlyList<string>> Keys(string partition) =>
        [.. (await Rows.Range(partition, " ", "~", 1000)).Select(row => row.Key)];

    protected static string ETag(WriteResult result, int change = 0) => Assert.IsType<WriteResult.Written>(result).ETags[change]!;
}

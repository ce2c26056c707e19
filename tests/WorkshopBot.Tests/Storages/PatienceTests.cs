using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using WorkshopBot.Journal;
using WorkshopBot.Storages;

namespace WorkshopBot.Tests.Storages;

/// <summary>How long a storage across a network is waited for.</summary>
public sealed class PatienceTests
{
    [Fact]
    public async Task Tools_wait_for_a_busy_table_longer_than_a_turn_can_also_when_they_write()
    {
        // Busy for ten seconds, it says to whoever asks first.
        var asked = 0;
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(async context =>
        {
            var first = Interlocked.Increment(ref asked) == 1;
            (context.Response.StatusCode, context.Response.Headers["Retry-After"]) = first ? (503, "10") : (404, default);
            await context.Response.WriteAsync($$$"""{"odata.error":{"code":"{{{(first ? "ServerBusy" : "ResourceNotFound")}}}"}}""");
        });
        await app.StartAsync();
        var set = new ConfigurationBuilder().AddInMemoryCollection([new("To:Kind", "Tables"), new("To:ConnectionString", $"AccountName=a;AccountKey={Convert.ToBase64String("key"u8)};TableEndpoint={app.Urls.Single()}/a")]).Build();

        Assert.Equal(StorageFault.Busy, (await Assert.ThrowsAsync<StorageUnavailableException>(async () => await StorageName.Of(set, "To").Own(new Quick(), true))).Fault);
        Assert.Equal(1, asked);
        asked = 0;
        await using (await StorageName.Of(set, "To", StorageName.Patient).Own(new Quick(), true))
            Assert.Equal(2, asked);
        asked = 0;
        await using (await StorageName.Of(set, "To").Read(new Quick()))
            Assert.Equal(2, asked);
    }

    /// <summary>Nobody really waits.</summary>
    sealed class Quick : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, dueTime / 1000, period);
    }
}

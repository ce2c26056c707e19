using System.Diagnostics;
using System.Globalization;
using System.Net;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Http;

/// <summary>Everybody types at once into the real process.</summary>
[Collection(Alone.Name)]
public sealed class LoadTests(ITestOutputHelper output)
{
    const int Turns = 1_000;
    const int Writers = 16;

    static readonly TimeSpan Span = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_thousand_turns_in_five_seconds_are_all_answered_in_time_and_saved_once_each()
    {
        // The runner blocks threads of this process's pool, which on two cores starts with two: without more, the writers are timed and not the bot.
        ThreadPool.GetMinThreads(out _, out var ports);
        ThreadPool.SetMinThreads(2 * Writers, ports);
        using var folder = new TempFolder();
        using var bot = new BotProcess(folder.Path, "--Urls=http://127.0.0.1:0", $"--Journal:Path={folder.File()}");
        using var door = new Door(await bot.Address());
        await door.StartGoals();
        var took = new double[Turns];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(Write));
        var all = watch.Elapsed;

        Array.Sort(took);
        output.WriteLine(FormattableString.Invariant($"{Turns} turns in {all.TotalSeconds:F2} s: median {took[Turns / 2]:F1} ms, p99 {took[Turns * 99 / 100]:F1} ms, most {took[^1]:F1} ms"));
        Assert.Equal(Enumerable.Range(0, Turns).Select(i => $"goal {i}").Order(StringComparer.Ordinal), (await door.Goals()).Order(StringComparer.Ordinal));

        // Offered evenly, whether or not those before have been answered; how long it took counts from when it was due.
        async Task Write(int writer)
        {
            var sent = new List<Task>();
            for (var i = writer; i < Turns; i += Writers)
            {
                var due = Span * i / Turns;
                if (due - watch.Elapsed is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait);
                sent.Add(Send(writer, i, due));
            }
            await Task.WhenAll(sent);
        }

        async Task Send(int writer, int i, TimeSpan due)
        {
            var (status, body) = await door.Say($"w{writer}", $"Research: goal {i}", id: i.ToString(CultureInfo.InvariantCulture));
            // Whoever is not answered within the bot's own deadline is told so with another status: this is the bound, and no clock of the test.
            Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
            took[i] = (watch.Elapsed - due).TotalMilliseconds;
        }
    }
}

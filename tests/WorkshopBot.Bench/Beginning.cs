using System.Diagnostics;

namespace WorkshopBot.Bench;

/// <summary>From the start of the process on an empty folder to the first answer somebody reads: what they typed was sent as soon as anything listened.</summary>
static class Beginning
{
    public static async Task Measure(Asked asked, Ground ground)
    {
        var (listens, saved, replied) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < asked.Runs; run++)
        {
            await using var chat = await FakeChat.Start();
            var who = Someone.Of("CS", run, 0);
            var start = Stopwatch.GetTimestamp();
            using var bot = Child.Start(ground.Bot, ground.Folder(), chat.Url, team: who.Team, sets: asked.Text("set"));
            await bot.Listens();
            listens.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            using var wire = new SlackWire(bot.Url);
            var reply = chat.Next(who.Dm);
            await wire.Deliver(who, who.Dm, "help");
            saved.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await reply.WaitAsync(TimeSpan.FromSeconds(20));
            replied.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Console.WriteLine(FormattableString.Invariant($"start        listens {listens[^1]:F0} ms, saved {saved[^1]:F0} ms, replied {replied[^1]:F0} ms, {bot.Cpu.TotalMilliseconds:F0} ms CPU, RSS {bot.RssMiB:F0} MiB, load {Machine.Load}"));
        }
        Console.WriteLine($"| cold start to first reply, ms | {Spread.Of(replied).As("F0")} |");
        Console.WriteLine($"| cold start until it listens, ms | {Spread.Of(listens).As("F0")} |");
    }
}

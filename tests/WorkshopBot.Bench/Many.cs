using System.Diagnostics;

namespace WorkshopBot.Bench;

/// <summary>How much memory a process takes that has had a great many workshops in its hands.</summary>
static class Many
{
    const int InTeam = 20;

    static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    public static async Task Measure(Asked asked, Ground ground)
    {
        var workshops = asked.Number("workshops", 10_000);
        await using var chat = await FakeChat.Start();
        // Counted in a bot of this program, what it really holds can be told too.
        var counted = asked.Text("counted") is not null;
        using var bot = Child.Start(counted ? Ground.Self : ground.Bot, ground.Folder(), chat.Url, counted ? ["counted"] : [], sets: asked.Text("set"));
        await bot.Listens();
        using var wire = new SlackWire(bot.Url);
        var teams = Math.Max(1, workshops / InTeam);
        await Parallel.ForAsync(0, teams, new ParallelOptions { MaxDegreeOfParallelism = asked.AtOnce }, async (team, _) => await wire.Install(Someone.Of("MN", team, 0).Team));
        var (before, start) = (bot.RssMiB, Stopwatch.GetTimestamp());
        await Parallel.ForAsync(0, workshops, new ParallelOptions { MaxDegreeOfParallelism = asked.AtOnce }, async (i, _) =>
        {
            // One workspace after the other, so that none is asked for much at once.
            var who = Someone.Of("MN", i % teams, i / teams);
            await wire.Deliver(who, FormattableString.Invariant($"CMN{i}"), "start Getting a family e-bike", mention: true);
        });
        var busy = bot.RssMiB;
        await Task.Delay(Settling);
        Console.WriteLine(FormattableString.Invariant($"many         {workshops} workshops in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s, RSS {before:F0} MiB before, {busy:F0} at the end, peak {bot.PeakMiB:F0}, without files {bot.AnonymousMiB:F0}, load {Machine.Load}"));
        using var http = new HttpClient();
        if (counted)
            Console.WriteLine($"| bytes held after {workshops} workshops | {await http.GetStringAsync(new Uri(bot.Url, "/live"))} |");
        Console.WriteLine(FormattableString.Invariant($"| RSS after {workshops} workshops, MiB | {bot.RssMiB:F0} |"));
    }
}

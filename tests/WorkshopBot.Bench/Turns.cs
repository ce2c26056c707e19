using System.Diagnostics;

namespace WorkshopBot.Bench;

/// <summary>The bot and the floor side by side, warmed up, under the same load in turn: what a turn costs and how long it takes.</summary>
static class Turns
{
    const int RoomTurns = 4_000, PerSecond = 20;

    static readonly double[] Shares = [0.5, 0.95, 0.99];

    static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public static async Task Measure(Asked asked, Ground ground)
    {
        await using var chat = await FakeChat.Start();
        // Another build or other settings can stand where the floor stands, so that the two are under one sky.
        var other = asked.Text("other-bot") is not null || asked.Text("other-set") is not null;
        using var floor = other ? Child.Start(asked.Text("other-bot") is { } folder ? Path.Combine(folder, "WorkshopBot.dll") : ground.Bot, ground.Folder(), chat.Url, sets: asked.Text("other-set")) : Child.Start(Ground.Self, ground.Folder(), chat.Url, ["floor"]);
        using var bot = Child.Start(ground.Bot, ground.Folder(), chat.Url, sets: asked.Text("set"));
        await floor.Listens();
        await bot.Listens();
        using var floorWire = new SlackWire(floor.Url);
        using var botWire = new SlackWire(bot.Url);
        var people = asked.Number("people", 2_400);
        var (floorDialog, botDialog) = (new DialogLoad(floorWire, chat, "FL", people), new DialogLoad(botWire, chat, "BT", people));
        await (other ? floorDialog.Prepare(asked.AtOnce) : floorDialog.Gather());
        await botDialog.Prepare(asked.AtOnce);
        Console.WriteLine($"warming up {asked.WarmUp.TotalSeconds} s each");
        await floorDialog.Run(asked.AtOnce, asked.WarmUp);
        await botDialog.Run(asked.AtOnce, asked.WarmUp);
        if (asked.Wants("dialog"))
            await Dialog(asked, chat, floor, bot, floorDialog, botDialog);
        if (asked.Wants("pace"))
            await Pace(asked, bot, botDialog);
        if (asked.Wants("room"))
            await Room(asked, chat, floor, bot, floorDialog, new(botWire, "RM"));
    }

    static async Task Dialog(Asked asked, FakeChat chat, Child floor, Child bot, DialogLoad floorLoad, DialogLoad botLoad)
    {
        var (least, ours) = (new List<Cost>(), new List<Cost>());
        for (var run = 1; run <= asked.Runs; run++)
        {
            least.Add(await Cost.Of("dialog floor", floor, chat, () => floorLoad.Run(asked.AtOnce, asked.Run)));
            ours.Add(await Cost.Of("dialog bot", bot, chat, () => botLoad.Run(asked.AtOnce, asked.Run)));
        }
        Cost.Compare("dialog", least, ours);
    }

    static async Task Room(Asked asked, FakeChat chat, Child floor, Child bot, DialogLoad floorLoad, RoomLoad room)
    {
        var (least, ours) = (new List<Cost>(), new List<Cost>());
        await (await room.Open())(RoomTurns);
        await Task.Delay(Settling);
        for (var run = 1; run <= asked.Runs; run++)
        {
            least.Add(await Cost.Of("room floor", floor, chat, () => floorLoad.Run(asked.AtOnce, asked.Run / 2)));
            var add = await room.Open();
            await Task.Delay(Settling);
            ours.Add(await Cost.Of("room bot", bot, chat, async () =>
            {
                await add(RoomTurns);
                return RoomTurns;
            }, Settling));
        }
        Cost.Compare("room", least, ours);
    }

    static async Task Pace(Asked asked, Child bot, DialogLoad load)
    {
        var (saved, replied) = (new List<double[]>(), new List<double[]>());
        for (var run = 1; run <= asked.Runs; run++)
        {
            var (cpu, start, machine) = (bot.Cpu, Stopwatch.GetTimestamp(), Machine.Load);
            var (one, other) = await load.Pace(PerSecond, asked.Run * 2);
            saved.Add([.. one.Order()]);
            replied.Add([.. other.Order()]);
            Console.WriteLine(FormattableString.Invariant($"pace bot    {one.Count} turns, saved p50 {Spread.At(saved[^1], 0.5):F2} p95 {Spread.At(saved[^1], 0.95):F2} p99 {Spread.At(saved[^1], 0.99):F2} ms, replied p50 {Spread.At(replied[^1], 0.5):F2} p95 {Spread.At(replied[^1], 0.95):F2} p99 {Spread.At(replied[^1], 0.99):F2} ms, {(bot.Cpu - cpu).TotalMilliseconds / one.Count:F3} ms CPU a turn, load {machine}"));
        }
        foreach (var (name, runs) in new[] { ("saved", saved), ("replied", replied) })
            Console.WriteLine($"| {PerSecond} turns/s, until {name}: p50, p95, p99 ms | {string.Join(", ", Shares.Select(share => Spread.Of(runs.Select(run => Spread.At(run, share))).As("F1")))} |");
    }
}

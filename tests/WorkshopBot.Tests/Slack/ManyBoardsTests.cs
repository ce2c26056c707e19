using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Tests.Keeping;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Slack;

/// <summary>Many live boards in one workspace on two whole bots over one storage, which do not know of each other.</summary>
public sealed class ManyBoardsTests(ITestOutputHelper output)
{
    const int Boards = 30;

    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Thirty_boards_that_change_every_few_seconds_on_two_nodes_stay_under_fifty_updates_a_minute_and_are_true_in_the_end()
    {
        var time = new FakeTime();
        var slack = await FakeSlack.Start(time);
        var team = slack.Team("Acme");
        var (ann, rows) = (team.Person("Ann"), new MemoryRowStore(time));
        slack.Echoes = false;
        await using var first = await SlackServed.Start("", slack, team, time, shared: rows);
        var second = await SlackServed.Start("", slack, team, time, shared: rows);
        slack.Doors = FakeSlackDoors.At(new Uri(first.Url, "/slack/"));
        var channels = Enumerable.Range(0, Boards).Select(i => team.Channel($"journeys {i}", ann)).ToList();
        foreach (var channel in channels)
            await Does(ann.Writes(channel, "start Getting a family e-bike"));
        await Calm();
        var workshops = new List<string>();
        foreach (var channel in channels)
            workshops.Add((await first.Bot.Loop.Looking.WorkshopOf($"slack:{team.Id}:{channel.Id}"))!);

        // Each board changes every four seconds, now by one node and now by the other.
        var dice = new Random(7);
        var (said, calls) = (0, slack.Requests.Count);
        for (var tick = 0; tick < 360; tick++, time.Advance(Step))
        {
            for (var board = tick % 8; board < Boards; board += 8)
            {
                said++;
                var node = dice.Next(2) == 0 ? first : second;
                var key = $"slack:{team.Id}:{channels[board].Id}";
                await Does(node.Bot.Loop.Deliver(new($"t{said}", new($"slack:{team.Id}:{ann.Id}", "Ann", "UTC", "en"), new(key, ""), $"park thing {said}", Private: false, Addressed: true)));
            }
            await Quiet();
        }
        var peak = slack.Peaks.Where(one => one.Method == "chat.update").Max(one => one.Most);
        output.WriteLine($"{said} changes in three minutes: {slack.Requests.Skip(calls).Count(request => request.Method == "chat.update")} updates, at most {peak} in a minute, {slack.ThrottleHits} told to come later");
        // None was refused, so what was made is all that was tried.
        Assert.Equal(0, slack.ThrottleHits);
        Assert.InRange(peak, 15, 49);
        await Calm();
        for (var board = 0; board < Boards; board++)
            KeptBlocks.AreKept(channels[board], (await first.Bot.Loop.Looking.Read(workshops[board])).State, id: workshops[board]);
        Assert.Empty(slack.Slips);
        await Does(second.Stop().AsTask());

        async Task Does(Task what)
        {
            while (await Task.WhenAny(what, Task.Delay(30)) != what)
                time.Advance(Step);
            await what;
        }

        async Task Quiet()
        {
            for (int calls = -1, still = 0; still < 3; await Task.Delay(2))
                (calls, still) = slack.Requests.Count is var now && now == calls ? (calls, still + 1) : (now, 0);
        }

        async Task Calm()
        {
            for (var rounds = 0; ; time.Advance(Step))
            {
                await Quiet();
                if (first.Chat.Pending == 0 && second.Chat.Pending == 0 && first.Bot.Keeper.AtWork + second.Bot.Keeper.AtWork == 0 && await AreTrue())
                    return;
                Assert.True(rounds++ < 4_000, "It never comes to rest.");
            }
        }

        async Task<bool> AreTrue()
        {
            foreach (var channel in channels)
                if (await first.Bot.Loop.Looking.WorkshopOf($"slack:{team.Id}:{channel.Id}") is not { } workshop || !await first.Bot.Keeper.IsTrue(workshop))
                    return false;
            return true;
        }
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal;
using WorkshopBot.Tests.Slack;
using WorkshopBot.Workshops.Steps.Goals;

namespace WorkshopBot.Tests.Replicas;

/// <summary>A channel in which people write as fast as they are answered.</summary>
sealed class CrashRoom
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    const int MostTries = 20;

    readonly IReadOnlyList<FakeSlackPerson> _people;
    readonly FakeSlackMessage _root;

    CrashRoom(FakeSlackChannel channel, IReadOnlyList<FakeSlackPerson> people, FakeSlackMessage root) => (Channel, _people, _root) = (channel, people, root);

    public FakeSlackChannel Channel { get; }

    /// <summary>All that was written; sooner or later all of it is acknowledged.</summary>
    public ConcurrentBag<string> Written { get; } = [];

    /// <summary>A workshop at the step of goals, in a channel of its own.</summary>
    public static async Task<CrashRoom> Begin(FakeSlack slack, FakeSlackTeam team, int number)
    {
        IReadOnlyList<FakeSlackPerson> people = [.. Enumerable.Range(0, 3).Select(i => team.Person($"P{number} {i}"))];
        var channel = team.Channel($"journeys-{number}", [.. people]);
        var root = await people[0].Writes(channel, "start Getting a family e-bike");
        await Heard(slack);
        foreach (var line in (string[])["goto stages", "Research, Choose", "goto goals"])
        {
            await people[0].Writes(channel, line, root);
            await Heard(slack);
        }
        return new(channel, people, root);
    }

    /// <summary>Sends again what nobody confirmed, until somebody has.</summary>
    public static async Task Heard(FakeSlack slack)
    {
        var events = slack.Deliveries.Where(one => one.Kind == FakeSlackKind.Event).ToList();
        foreach (var delivery in events)
            for (var tries = 0; tries < MostTries && !delivery.Answers.Any(answer => answer.IsOk); tries++)
                await slack.Redeliver(delivery);
        Assert.All(events, delivery => Assert.Contains(delivery.Answers, answer => answer.IsOk));
    }

    public async Task Write(int writer, CancellationToken over)
    {
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            var goal = string.Create(CultureInfo.InvariantCulture, $"goal {i} of {writer}");
            Written.Add(goal);
            await _people[1 + writer].Writes(Channel, "Research: " + goal, _root);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    public async Task<string> Id(IRowStore rows) => (await new WorkshopIndex(rows).FindRoom($"slack:{Channel.Team.Id}:{Channel.Id}"))!.Workshop;

    /// <summary>What in the channel is not as the workshop stands; null for nothing.</summary>
    public string? Untrue(Workshops.Workshop state, string id)
    {
        try
        {
            KeptBlocks.AreKept(Channel, state, id: id);
            return null;
        }
        catch (Xunit.Sdk.XunitException e)
        {
            return $"{Channel.Name}: {e.Message[..Math.Min(e.Message.Length, 400)]}";
        }
    }

    public static IEnumerable<string> Goals(Workshops.Workshop state) => state.Map.On('G').Select(entry => ((Goal)entry.Item).Text!);
}

using WorkshopBot.Fakes.Connector;
using WorkshopBot.Workshops.Steps.Goals;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Teams;

/// <summary>Everybody in a big channel answers at once.</summary>
public sealed class BusyChannelTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    const int People = 200;

    readonly TempFolder _folder = new();
    TeamsHours _hours = null!;

    public async Task InitializeAsync() => _hours = await TeamsHours.Start(_folder.File());

    public async Task DisposeAsync() => await _hours.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_hundred_people_answer_within_a_minute_and_nothing_is_lost_no_throttle_exceeded_and_the_board_right()
    {
        var (ann, channel) = (_hours.Teams.Person("Ann"), _hours.Teams.Channel("Journeys"));
        var root = (await _hours.Says(ann, channel, "start Getting a family e-bike")).Id;
        foreach (var line in (string[])["goto stages", "Research, Purchase", "goto goals"])
            await _hours.Says(ann, channel, line, root);
        await _hours.Skip(TimeSpan.FromMinutes(1));
        var before = _hours.Teams.Counts(channel);

        var messages = new List<FakeMessage>();
        for (var i = 0; i < People; i++)
        {
            // Some want what cannot be, and have to hear of it.
            if (i % 20 == 10)
                await _hours.Bot.Does(_hours.Teams.Person($"R{i}").Writes(channel, "edit G9000 nobody's", root));
            messages.Add((await _hours.Bot.Does(_hours.Teams.Person($"P{i}").Writes(channel, $"Research: goal number {i}", root)))!);
            await _hours.Pass(TimeSpan.FromMinutes(1) / People);
        }
        var signed = messages.Count(message => message.Reactions.Count > 0);
        await _hours.True();

        var workshop = (await _hours.Bot.Workshop(channel))!;
        var after = _hours.Teams.Counts(channel);
        output.WriteLine($"edits {after.Edits - before.Edits}, signs {signed} within the minute and {messages.Count(message => message.Reactions.Count > 0)} in the end\n{string.Join("\n", _hours.Teams.ThrottlePeaks.Where(peak => peak.Seen > 0))}");
        Assert.Equal(Enumerable.Range(0, People).Select(i => $"goal number {i}").Order(StringComparer.Ordinal), workshop.Map.On('G').Select(entry => ((Goal)entry.Item).Text!).Order(StringComparer.Ordinal));
        Assert.Equal((before.Posts, before.Replies + People / 20), (after.Posts, after.Replies));
        KeptCards.AreKept(channel, workshop, more: People / 20);
        Assert.Equal(0, _hours.Teams.ThrottleHits);
        Assert.All(_hours.Teams.ThrottlePeaks, peak => Assert.InRange(peak.Seen, 0, peak.Limit.Most));
    }
}

using WorkshopBot.Fakes.Slack;
using WorkshopBot.Workshops.Steps.Goals;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Slack;

/// <summary>Everybody in a big channel answers at once.</summary>
public sealed class BusyChannelTests(ITestOutputHelper output) : InSlack
{
    const int People = 200;

    [Fact]
    public async Task Two_hundred_people_answer_within_a_minute_and_nothing_is_lost_every_refusal_told_no_limit_exceeded_and_the_board_right()
    {
        await Says(Ann, "start Getting a family e-bike");
        foreach (var line in (string[])["goto stages", "Research, Purchase", "goto goals"])
            await Says(Ann, line);
        await Hours.Skip(TimeSpan.FromMinutes(1));
        var (posted, edits) = (Channel.Posted.Count, Slack.Requests.Count(request => request.Method == "chat.update"));

        var people = Enumerable.Range(0, People).Select(i => Team.Person($"P{i}")).ToList();
        var refused = Enumerable.Range(0, People / 20).Select(i => Team.Person($"R{i}")).ToList();
        Channel.Add([.. people, .. refused]);
        var lines = new List<Task>();
        for (var i = 0; i < People; i++)
        {
            // Some want what cannot be, and have to hear of it.
            if (i % 20 == 10)
                lines.Add(refused[i / 20].Writes(Channel, "edit G9000 nobody's", Root));
            lines.Add(people[i].Writes(Channel, $"Research: goal number {i}", Root, mention: i % 2 == 0));
            await Hours.Pass(TimeSpan.FromMinutes(1) / People);
        }
        await Hours.Does(Task.WhenAll(lines));
        await Hours.True();

        var workshop = await Workshop();
        output.WriteLine($"edits {Slack.Requests.Count(request => request.Method == "chat.update") - edits}, told {people.Count(person => person.Whispers(Channel).Count + person.Dm.Posted.Count > 0)}\n{string.Join("\n", Slack.Peaks.Where(peak => peak.Most > 3))}");
        Assert.Equal(Enumerable.Range(0, People).Select(i => $"goal number {i}").Order(StringComparer.Ordinal), workshop.Map.On('G').Select(entry => ((Goal)entry.Item).Text!).Order(StringComparer.Ordinal));
        Assert.All(refused, person => Assert.Equal(1, person.Whispers(Channel).Count + person.Dm.Posted.Count));
        Assert.All(people, person => Assert.InRange(person.Whispers(Channel).Count + person.Dm.Posted.Count, 0, 1));
        Assert.Equal(posted, Channel.Posted.Count);
        await Kept();
        Assert.InRange(Slack.Requests.Count(request => request.Method == "chat.update") - edits, 1, 150);
        Assert.Equal(0, Slack.ThrottleHits);
    }
}

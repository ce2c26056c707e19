using System.Text;
using WorkshopBot.Cli;
using WorkshopBot.Exports;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Workshops.Steps;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Slack;

/// <summary>
/// The samples as people in one channel of Slack play them, in all the ways there are to say something. The export names people by their names alone, so that nothing has to be made alike before it is
/// compared with the rehearsal's.
/// </summary>
public sealed class RehearsalTests(ITestOutputHelper output) : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Five_people_play_the_e_bike_workshop_in_every_way_there_is_and_the_map_is_that_of_its_rehearsal() =>
        Play("e-bike.txt", "en-GB", "Eva", false, SlackWay.Home, SlackWay.Form, SlackWay.Button, SlackWay.Overheard, SlackWay.Form, SlackWay.Button, SlackWay.Command, SlackWay.Thread, SlackWay.Mention);

    [Theory]
    [InlineData("quick.txt", "en-GB", false)]
    [InlineData("quick.txt", "en-GB", true)]
    [InlineData("kurz.txt", "de-DE", false)]
    public async Task People_who_press_and_fill_in_what_they_are_shown_come_to_the_map_of_the_rehearsal(string sample, string locale, bool socket)
    {
        var hands = await Play(sample, locale, "", socket, SlackWay.Home, SlackWay.Form, SlackWay.Button);

        // What is sure to be refused is offered nowhere.
        Assert.Equal(2, hands.Typed.Count(line => line is "Ann: next" or "Ann: weiter"));
        Assert.Equal(2, hands.Typed.Count);
        Assert.InRange(hands.Went[SlackWay.Form], 20, int.MaxValue);
    }

    async Task<SlackHands> Play(string sample, string locale, string alone, bool socket, params SlackWay[] ways)
    {
        await using var hours = await SlackHours.Start(_folder.File(), socket);
        var channel = hours.Team.Channel("journeys");
        var (hands, known, step, posts, privates) = (new SlackHands(hours, channel, ways), new HashSet<FakeSlackPerson>(), "", new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<(string, string), int>());
        var script = File.ReadLines(Checkout.File("samples", sample)).Select(ScriptLine.Read).OfType<ScriptLine>().ToList();
        foreach (var name in script.OfType<ScriptLine.Typed>().Select(line => line.Person).Distinct())
        {
            var person = hours.Team.Person(name);
            (person.Zone, person.Locale) = ("UTC", locale);
            channel.Add(person);
        }
        foreach (var line in script)
            if (line is ScriptLine.Passes passes)
                await hours.Skip(passes.Time);
            else if (line is ScriptLine.Typed typed)
            {
                var person = hours.Team.Person(typed.Person);
                var (top, own) = (Top(channel), channel.Members.ToDictionary(one => one, one => one.Dm.Posted.Count));
                var isAlone = !known.Add(person) && typed.Person == alone;
                if (isAlone)
                    await hands.Alone(person, typed.Text);
                else
                    Assert.True(await hands.Does(person, typed.Text) != typed.Refused, $"{typed.Person}: {typed.Text}\n{string.Join("\n--\n", person.Whispers(channel).TakeLast(2).Select(message => message.Says))}\n{person.View?.Says}");
                step = (await hours.Bot.Workshop(channel))!.StepId;
                posts[step] = posts.GetValueOrDefault(step) + Top(channel) - top;
                foreach (var one in channel.Members)
                    privates[(one.Name, step)] = privates.GetValueOrDefault((one.Name, step)) + one.Dm.Posted.Count - own[one] - (one == person && isAlone ? 1 : 0);
                hours.Time.Advance(TimeSpan.FromSeconds(10));
            }
        var workshop = (await hours.Bot.Workshop(channel))!;
        output.WriteLine($"{sample}: {string.Join(", ", hands.Went.Select(way => $"{way.Key} {way.Value}"))}; typed: {string.Join(" / ", hands.Typed)}");
        output.WriteLine($"top-level posts {posts.Values.Sum()} ({string.Join(", ", posts)}), most private messages a person and step {privates.Values.Max()}, calls {hours.Slack.Requests.Count}, throttled {hours.Slack.ThrottleHits}");
        output.WriteLine(string.Join(", ", hours.Slack.Peaks.Select(peak => $"{peak.Method} {peak.Key} {peak.Most}")));
        Assert.Equal(await Rehearsed(sample), Encoding.UTF8.GetString([.. new JsonExport().Write(workshop).Bytes]));
        Assert.All(posts.Values, count => Assert.InRange(count, 0, 2));
        Assert.InRange(posts.Values.Sum(), 1, 14);
        Assert.All(privates.Values, count => Assert.InRange(count, 0, 2));
        Assert.Empty(hours.Slack.Slips);
        Assert.Empty(hours.Slack.Live);
        Assert.Equal(0, hours.Slack.ThrottleHits);
        Assert.DoesNotContain(hours.Slack.Requests, request => request.Error is not null);
        KeptBlocks.AreKept(channel, workshop);
        Assert.All(ways, way => Assert.True(hands.Went.GetValueOrDefault(way) > 0, $"{way} was never gone."));
        return hands;
    }

    static int Top(FakeSlackChannel channel) => channel.Posted.Count(message => message.ThreadTs is null);

    async Task<string> Rehearsed(string sample)
    {
        var file = _folder.File("rehearsed.json");
        using var errors = new StringWriter();
        Assert.Equal(0, await Rehearsal.Run([Checkout.File("samples", sample), "--quiet", "--export", "json", file], Playbook.Standard, new([new JsonExport()]), TextWriter.Null, errors));
        return await File.ReadAllTextAsync(file);
    }
}

using System.Text;
using WorkshopBot.Cli;
using WorkshopBot.Exports;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Workshops.Steps;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Teams;

/// <summary>
/// The samples as people in one channel of Teams play them: every line a message with a mention in the workshop's thread. One of them writes her first line there, so that the bot knows
/// her, and all others in her own chat with the bot. The export names people by their names alone, so that nothing has to be made alike before it is compared with the rehearsal's.
/// </summary>
public sealed class TranscriptTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    TeamsHours _hours = null!;

    public async Task InitializeAsync() => _hours = await TeamsHours.Start(_folder.File());

    public async Task DisposeAsync() => await _hours.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("e-bike.txt", "en-GB", "Eva")]
    [InlineData("quick.txt", "en-GB", "Ben")]
    [InlineData("kurz.txt", "de-DE", "Ben")]
    public async Task A_workshop_played_in_a_channel_with_one_person_in_her_own_chat_gives_the_map_of_its_rehearsal(string sample, string locale, string alone)
    {
        var (step, channel, posts, heard) = ("", _hours.Teams.Channel("Journeys"), new Dictionary<string, int>(StringComparer.Ordinal), new ChannelEars(_hours, locale));
        foreach (var line in File.ReadLines(Checkout.File("samples", sample)).Select(ScriptLine.Read))
            if (line is ScriptLine.Passes passes)
                await _hours.Skip(passes.Time);
            else if (line is ScriptLine.Typed typed)
            {
                var before = _hours.Teams.Counts(channel).Posts;
                await heard.Line(channel, typed, typed.Private || typed.Person == alone);
                var now = (await _hours.Bot.Workshop(channel))!;
                posts[now.StepId] = posts.GetValueOrDefault(now.StepId) + _hours.Teams.Counts(channel).Posts - before;
                // All of them when a step begins or ends, and the board at any time.
                if (now.StepId == step)
                    channel.The(now, "board");
                else
                    KeptCards.AreKept(channel, now, more: heard.Replies(channel).Count());
                step = now.StepId;
                _hours.Time.Advance(TimeSpan.FromSeconds(10));
            }
        var workshop = (await _hours.Bot.Workshop(channel))!;
        KeptCards.AreKept(channel, workshop, more: heard.Replies(channel).Count());
        output.WriteLine($"{sample}: {_hours.Teams.Counts(channel)}\nalone: {_hours.Teams.Counts(_hours.Teams.Person(alone).Chat)}\nposts by step: {string.Join(", ", posts)}");
        Assert.Equal(await Rehearsed(sample), Encoding.UTF8.GetString([.. new JsonExport().Write(workshop).Bytes]));
        Assert.All(posts.Values, count => Assert.InRange(count, 0, 2));
        Assert.InRange(posts.Values.Sum(), 1, 14);
        Assert.Equal(0, _hours.Teams.ThrottleHits);
        Assert.All(_hours.Teams.ThrottlePeaks, peak => Assert.InRange(peak.Seen, 0, peak.Limit.Most));
        Assert.All(heard.People.Where(person => person.Name != alone), person => Assert.Empty(person.Chat.Posted));
    }

    async Task<string> Rehearsed(string sample)
    {
        var file = _folder.File("rehearsed.json");
        using var errors = new StringWriter();
        Assert.Equal(0, await Rehearsal.Run([Checkout.File("samples", sample), "--quiet", "--export", "json", file], Playbook.Standard, new([new JsonExport()]), TextWriter.Null, errors));
        return await File.ReadAllTextAsync(file);
    }
}

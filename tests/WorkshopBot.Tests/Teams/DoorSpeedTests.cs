using System.Diagnostics;
using System.Net;
using WorkshopBot.Fakes.Connector;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Teams;

/// <summary>How soon what people say in Teams is acknowledged, with everybody talking at once.</summary>
[Collection(Alone.Name)]
public sealed class DoorSpeedTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    const int Writers = 16;

    readonly TempFolder _folder = new();
    TeamsServed _teams = null!;

    public async Task InitializeAsync()
    {
        // The runner blocks threads of this process's pool: without more, they are timed and not the bot.
        ThreadPool.GetMinThreads(out _, out var ports);
        ThreadPool.SetMinThreads(2 * Writers, ports);
        _teams = await TeamsServed.Start(_folder.File());
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_thousand_messages_in_five_seconds_are_acknowledged_within_a_second_and_a_connector_that_takes_seconds_keeps_nobody_waiting()
    {
        var (ann, channel) = (_teams.Teams.Person("Ann"), _teams.Teams.Channel("Journeys"));
        var root = (await _teams.Does(ann.Writes(channel, "start Getting a family e-bike")))!.Id;
        foreach (var line in (string[])["goto stages", "Research, Purchase", "goto goals"])
            await _teams.Does(ann.Writes(channel, line, root));
        _teams.Teams.Next(Fault.Delay(TimeSpan.FromSeconds(3)), int.MaxValue);
        await Acknowledged(channel, root, 300, TimeSpan.FromSeconds(2));
        _teams.Teams.Mend();
        await Acknowledged(channel, root, 1_000, TimeSpan.FromSeconds(5));
        Assert.Equal(1_300, (await _teams.Workshop(channel))!.Map.On('G').Count());
    }

    async Task Acknowledged(FakePlace channel, string root, int count, TimeSpan span)
    {
        var (took, watch) = (new double[count], Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(Write));

        Array.Sort(took);
        output.WriteLine(FormattableString.Invariant($"{count} messages in {watch.Elapsed.TotalSeconds:F2} s: median {took[count / 2]:F1} ms, p99 {took[count * 99 / 100]:F1} ms, most {took[^1]:F1} ms"));
        Assert.InRange(took[count * 99 / 100], 0, 1_000);

        // Offered evenly, whether or not those before have been acknowledged.
        async Task Write(int writer)
        {
            var sent = new List<Task>();
            for (var i = writer; i < count; i += Writers)
            {
                if (span * i / count - watch.Elapsed is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait);
                sent.Add(Send(_teams.Teams.Person($"W{writer}"), i));
            }
            await Task.WhenAll(sent);
        }

        async Task Send(FakePerson person, int i)
        {
            var reply = await _teams.Door.Deliver(person.Writes(channel, $"Research: goal {i}", root));
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            took[i] = reply.Took.TotalMilliseconds;
        }
    }
}

using System.Diagnostics;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Slack;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Slack;

/// <summary>How soon what people say in Slack is acknowledged, with everybody talking at once.</summary>
[Collection(Alone.Name)]
public sealed class DoorSpeedTests(ITestOutputHelper output) : SlackScene
{
    const int Writers = 16;

    [Fact]
    public async Task A_thousand_lines_in_five_seconds_are_acknowledged_within_a_second_and_a_Slack_that_takes_seconds_or_refuses_keeps_nobody_waiting()
    {
        // The runner blocks threads of this process's pool: without more, they are timed and not the bot.
        ThreadPool.GetMinThreads(out _, out var ports);
        ThreadPool.SetMinThreads(2 * Writers, ports);
        await Begins();
        Bot.Slack.Retries = false;
        var writers = Enumerable.Range(0, Writers).Select(i => Team.Person($"W{i}")).ToList();
        Channel.Add([.. writers]);
        foreach (var writer in writers)
            await Says(writer, "pass");
        await Says(Ben, "Research: a line to begin with");
        var line = Bot.Slack.Deliveries.Last(one => one.Type == "message" && one.Payload["event"]!["user"]?.ToString() == Ben.Id).Payload;

        Bot.Slack.Next(SlackFault.Slow(TimeSpan.FromSeconds(3)), int.MaxValue);
        await Acknowledged(line, writers, "a", 300, TimeSpan.FromSeconds(2));
        Bot.Slack.Mend();
        Bot.Slack.Next(SlackFault.Throttled(1), int.MaxValue);
        await Acknowledged(line, writers, "b", 300, TimeSpan.FromSeconds(2));
        Bot.Slack.Mend();
        await Acknowledged(line, writers, "c", 1_000, TimeSpan.FromSeconds(5));
        Assert.Equal(1_601, await Goals());
    }

    async Task Acknowledged(JsonObject line, IReadOnlyList<FakeSlackPerson> writers, string name, int count, TimeSpan span)
    {
        var (took, watch) = (new double[count], Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(Write));

        Array.Sort(took);
        output.WriteLine(FormattableString.Invariant($"{count} lines in {watch.Elapsed.TotalSeconds:F2} s: median {took[count / 2]:F1} ms, p99 {took[count * 99 / 100]:F1} ms, most {took[^1]:F1} ms"));
        Assert.InRange(took[count * 99 / 100], 0, 1_000);
        Assert.InRange(took[^1], 0, 3_000);

        // Offered evenly, whether or not those before have been acknowledged.
        async Task Write(int writer)
        {
            var sent = new List<Task>();
            for (var i = writer; i < count; i += Writers)
            {
                if (span * i / count - watch.Elapsed is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait);
                sent.Add(Send(writers[writer], i));
            }
            await Task.WhenAll(sent);
        }

        async Task Send(FakeSlackPerson who, int i)
        {
            var (payload, text) = (line.DeepClone().AsObject(), $"Research: goal {name} {i}");
            var happened = payload["event"]!.AsObject();
            (payload["event_id"], happened["user"], happened["ts"], happened["event_ts"]) = ($"Ev0{name}{i}", who.Id, $"1790000000.{name[0] - 'a' + 1}{i:00000}", $"1790000000.{name[0] - 'a' + 1}{i:00000}");
            (happened["client_msg_id"], happened["text"], happened["blocks"]) = (Guid.NewGuid().ToString(), text, new JsonArray(new JsonObject
            {
                ["type"] = "rich_text", ["block_id"] = "b", ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) }),
            }));
            var begun = watch.Elapsed;
            var answer = await Bot.Slack.Delivers(FakeSlackKind.Event, payload);
            Assert.True(answer.IsOk, $"{answer.Status} {answer.Text}");
            took[i] = (watch.Elapsed - begun).TotalMilliseconds;
        }
    }
}

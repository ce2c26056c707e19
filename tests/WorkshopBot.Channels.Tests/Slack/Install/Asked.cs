using System.Net.Http.Headers;
using System.Text.Json;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Tests.Slack.Install;

/// <summary>A Slack that says what it was told to say, and remembers what it was asked.</summary>
sealed class Asked
{
    readonly Lock _lock = new();
    readonly List<(SlackCall Call, string Proof)> _calls = [];

    public Func<SlackCall, string, Task<SlackReply>> Say { get; set; } = (_, _) => Task.FromResult<SlackReply>(new SlackReply.Unknown());

    public SlackAsk Ask => (call, proof, ct) =>
    {
        lock (_lock)
            _calls.Add((call, proof.ToString()));
        return Say(call, proof.ToString()).WaitAsync(ct);
    };

    public IReadOnlyList<(SlackCall Call, string Proof)> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    public void Says(params SlackReply[] replies)
    {
        var left = new Queue<SlackReply>(replies);
        Say = (_, _) =>
        {
            lock (_lock)
                return Task.FromResult(left.Count > 1 ? left.Dequeue() : left.Peek());
        };
    }

    public static SlackReply Done(string json) => new SlackReply.Done(JsonDocument.Parse(json).RootElement);

    public static SlackReply No(string error) => new SlackReply.Refused(error);
}

using System.Collections.Concurrent;
using System.Diagnostics;
using WorkshopBot.Telemetry;
using WorkshopBot.Tests.Turns;

namespace WorkshopBot.Tests.Telemetry;

/// <summary>How spans hang together.</summary>
public sealed class TracesTests
{
    [Fact]
    public async Task A_commit_hangs_below_nobodys_turn_and_is_linked_to_those_it_saved()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == Measures.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData, ActivityStopped = spans.Enqueue };
        ActivitySource.AddActivityListener(listener);
        await using var talk = new Talk();
        using var request = new Activity("request").Start();
        await talk.Takes("ann", "start Bikes");
        await Until.True(() => Commit() is not null);
        var turn = Assert.Single(spans, span => span.OperationName == "turn" && span.TraceId == request.TraceId);
        Assert.Equal((default, turn.Context), (Commit()!.ParentSpanId, Assert.Single(Commit()!.Links).Context));
        Assert.NotEqual(request.TraceId, Commit()!.TraceId);

        Activity? Commit() => spans.FirstOrDefault(span => span.OperationName == "append" && span.Links.Any(link => link.Context.TraceId == request.TraceId));
    }
}

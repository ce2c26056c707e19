using WorkshopBot.Channels;

namespace WorkshopBot.Tests.Keeping.Schedules;

/// <summary>The chat as one node reaches it. A request that is out lands when the schedule says, whatever has become of its node, but no later than the keeper reckons with.</summary>
sealed class SimChannel(SimNode node, Simulation sim, Circumstances circumstances) : IChannel
{
    public string Platform => "toy";

    public ChannelLimits Limits { get; } = new(TimeSpan.Zero, circumstances.Finds);

    public async ValueTask<PostOutcome> Post(Address to, string? root, string operation, Message message, CancellationToken ct)
    {
        var fate = await sim.Send(node, $"posts {message.Key}", () => sim.Post(to, root, operation, message), ct);
        return fate.Fate switch { Fate.Later => new PostOutcome.Later(TimeSpan.FromSeconds(7)), Fate.Goes => new PostOutcome.Posted(fate.Answer!), _ => new PostOutcome.Unknown() };
    }

    public async ValueTask<EditOutcome> Edit(Address to, string platformId, Message message, CancellationToken ct)
    {
        if (circumstances.Late)
            await node.Gate($"is about to edit {message.Key}");
        ct.ThrowIfCancellationRequested();
        var fate = await sim.Send(node, $"edits {message.Key}", () => sim.Platform.Edit(to, platformId, message) ? "" : null, ct);
        return fate.Fate switch
        {
            Fate.Later => new EditOutcome.Later(TimeSpan.FromSeconds(7)),
            Fate.Goes => fate.Answer is null ? new EditOutcome.Missing() : new EditOutcome.Edited(),
            _ => new EditOutcome.Unknown(),
        };
    }

    public async ValueTask<FindOutcome> Find(Address to, string? root, string operation, DateTimeOffset when, CancellationToken ct)
    {
        var fate = await sim.Send(node, "looks for a post", () => sim.Platform.Find(to, operation), ct);
        if (fate.Fate != Fate.Goes)
            throw new HttpRequestException("lost");
        return fate.Answer is { } found ? new FindOutcome.Found(found) : new FindOutcome.NotThere();
    }
}

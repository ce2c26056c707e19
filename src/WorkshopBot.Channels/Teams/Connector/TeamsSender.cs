namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>
/// Calls the Connector when it is a conversation's turn. A kept message waits for moments only and is told when to come again; an answer, for which nobody comes
/// again, waits up to a minute and is tried again, then it is given up.
/// </summary>
public sealed class TeamsSender(ConnectorClient client, Throttle throttle, TeamsBook book, TimeProvider time)
{
    /// <summary>As long as a kept message waits here rather than with its keeper.</summary>
    public static readonly TimeSpan Moments = TimeSpan.FromSeconds(2);

    /// <summary>As long as an answer is of use to whoever it is for.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    static readonly TimeSpan Creating = TimeSpan.FromSeconds(8);

    readonly RecentNotes<int> _failures = new(2_000);

    /// <summary>Sends an activity; with <paramref name="targeted"/> to nobody but its recipient.</summary>
    public ValueTask<ConnectorAnswer> Send(TeamsSpot spot, ReadOnlyMemory<byte> activity, ThrottleRank rank, CancellationToken ct, bool targeted = false) =>
        Call(spot, ThrottleOp.Send, rank, (to, attempt, end) => client.Send(to, activity, attempt, end, targeted), ct);

    public ValueTask<ConnectorAnswer> Edit(TeamsSpot spot, string id, ReadOnlyMemory<byte> activity, ThrottleRank rank, CancellationToken ct, bool targeted = false) =>
        Call(spot, ThrottleOp.Send, rank, (to, attempt, end) => client.Edit(to, id, activity, attempt, end, targeted), ct);

    public ValueTask<ConnectorAnswer> Delete(TeamsSpot spot, string id, CancellationToken ct, bool targeted = false) =>
        Call(spot, ThrottleOp.Send, ThrottleRank.Answer, (to, attempt, end) => client.Delete(to, id, attempt, end, targeted), ct);

    public ValueTask<ConnectorAnswer> React(TeamsSpot spot, string id, string type, CancellationToken ct) =>
        Sign(spot, (to, end) => client.React(to, id, type, 0, end), ct);

    public ValueTask<ConnectorAnswer> Unreact(TeamsSpot spot, string id, string type, CancellationToken ct) =>
        Sign(spot, (to, end) => client.Unreact(to, id, type, 0, end), ct);

    /// <summary>A new thread in a channel with its first message.</summary>
    public ValueTask<ConnectorAnswer> CreateThread(TeamsSpot channel, ReadOnlyMemory<byte> activity, ThrottleRank rank, CancellationToken ct) =>
        Call(channel, ThrottleOp.CreateThread, rank, (to, attempt, end) => client.CreateThread(to, channel.Tenant, activity, attempt, end), ct);

    /// <summary>The personal conversation with somebody. The spot is where they were last heard from; its conversation is none yet.</summary>
    public async ValueTask<ConnectorAnswer> CreatePersonal(TeamsSpot person, string bot, string id)
    {
        using var end = new CancellationTokenSource(Creating, time);
        return await Call(person, ThrottleOp.CreatePersonal, ThrottleRank.Kept, (to, attempt, ct) => client.CreatePersonal(to.Service, person.Tenant, bot, id, attempt, ct), end.Token).ConfigureAwait(false);
    }

    /// <summary>Everybody in a conversation, as <see cref="ConnectorClient.Members"/> has it.</summary>
    public ValueTask<ConnectorAnswer> Members(TeamsSpot spot, CancellationToken ct) => Call(spot, ThrottleOp.Members, ThrottleRank.Answer, client.Members, ct);

    public ValueTask<ConnectorAnswer> Member(TeamsSpot spot, string id, CancellationToken ct) =>
        Call(spot, ThrottleOp.Members, ThrottleRank.Answer, (to, attempt, end) => client.Member(to, id, attempt, end), ct);

    public ValueTask<ConnectorAnswer> Team(TeamsSpot spot, string team, CancellationToken ct) =>
        Call(spot, ThrottleOp.Teams, ThrottleRank.Answer, (to, attempt, end) => client.Team(to.Service, team, attempt, end), ct);

    /// <summary>Shows that the bot is at it, if there is room for that now.</summary>
    public async ValueTask Typing(TeamsSpot spot, CancellationToken ct)
    {
        if (throttle.Take(spot.To.Id, spot.Tenant, ThrottleOp.Send, ThrottleRank.Answer) == TimeSpan.Zero)
            await client.Typing(spot.To, ct).ConfigureAwait(false);
    }

    // One try: a sign is of no matter, and where it fails what people have to read is not held up.
    async ValueTask<ConnectorAnswer> Sign(TeamsSpot spot, Func<ConversationRef, CancellationToken, ValueTask<ConnectorAnswer>> call, CancellationToken ct)
    {
        try
        {
            var wait = await throttle.Turn(spot.To.Id, spot.Tenant, ThrottleOp.Send, ThrottleRank.Sign, Minute, ct).ConfigureAwait(false);
            return wait > TimeSpan.Zero ? new ConnectorAnswer.Later(wait) : await call(spot.To, ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new ConnectorAnswer.Later(Backoff.Of(0, 1));
        }
    }

    async ValueTask<ConnectorAnswer> Call(
        TeamsSpot spot, ThrottleOp op, ThrottleRank rank, Func<ConversationRef, int, CancellationToken, ValueTask<ConnectorAnswer>> call, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        var patience = rank == ThrottleRank.Kept ? Moments : Minute;
        try
        {
            for (; ; )
            {
                var wait = await throttle.Turn(spot.To.Id, spot.Tenant, op, rank, patience - time.GetElapsedTime(start), ct).ConfigureAwait(false);
                if (wait > TimeSpan.Zero)
                    return new ConnectorAnswer.Later(wait);
                var answer = await call(spot.To, Failures(spot), ct).ConfigureAwait(false);
                await Learn(spot, op, answer, ct).ConfigureAwait(false);
                // What it is held for is what the next turn waits for.
                if (answer is not ConnectorAnswer.Later later || rank == ThrottleRank.Kept || time.GetElapsedTime(start) + later.After > patience || ct.IsCancellationRequested)
                    return answer;
            }
        }
        catch (OperationCanceledException)
        {
            // Only waiting throws it: nothing was sent.
            return new ConnectorAnswer.Later(Backoff.Of(0, 1));
        }
    }

    int Failures(TeamsSpot spot) => _failures.TryGet(spot.To.Id, out var failures) ? failures : 0;

    async ValueTask Learn(TeamsSpot spot, ThrottleOp op, ConnectorAnswer answer, CancellationToken ct)
    {
        if (answer is ConnectorAnswer.Later later)
        {
            _failures.Set(spot.To.Id, Failures(spot) + 1);
            throttle.Hold(spot.To.Id, spot.Tenant, op, later.After);
        }
        else
            _failures.Remove(spot.To.Id);
        if (answer is not ConnectorAnswer.Done { Moved: { } moved })
            return;
        if (spot.Key is Address.Person)
            await book.See(spot.Key.Key, new PersonNote(Service: moved.AbsoluteUri), ct).ConfigureAwait(false);
        else
            await book.See(spot.Key.Key, new RoomNote(Service: moved.AbsoluteUri), ct).ConfigureAwait(false);
    }
}

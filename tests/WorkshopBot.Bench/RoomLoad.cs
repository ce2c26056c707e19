namespace WorkshopBot.Bench;

/// <summary>A channel in which fifty people add goals in the workshop's thread, each the next one when the last is saved. Boards are edited now and then; who said something is told alone, as far as Slack's limits allow.</summary>
sealed class RoomLoad(SlackWire wire, string name)
{
    const int People = 50;

    static readonly string[] Stages = ["Notice", "Research", "Compare", "Purchase", "Ride"];

    int _rooms;

    /// <summary>Opens a workshop in a channel of its own.</summary>
    public async Task<Func<int, Task>> Open()
    {
        var number = Interlocked.Increment(ref _rooms);
        var (room, team, root) = ($"C{name}{number}", $"{name}{number}X", SlackWire.NewTs());
        var all = Enumerable.Range(0, People).Select(i => Someone.Of(team, 0, i)).ToList();
        await wire.Install(all[0].Team);
        await wire.Deliver(all[0], room, "start Getting a family e-bike", mention: true, ts: root);
        foreach (var line in (string[])["goto stages", string.Join(", ", Stages), "goto goals"])
            await wire.Deliver(all[0], room, line, root, mention: true);
        var said = 0;
        return async turns =>
        {
            var last = said + turns;
            await Task.WhenAll(all.Select(who => Task.Run(async () =>
            {
                while (Interlocked.Increment(ref said) is var n && n <= last)
                    await wire.Deliver(who, room, FormattableString.Invariant($"{Stages[n % Stages.Length]}: find out what number {n} would cost"), root);
            })));
            said = last;
        };
    }
}

namespace WorkshopBot.Turns;

/// <summary>Goes through the seats of a workshop's people for dialogs that are over, not at every look: it reads one row for each person.</summary>
sealed class DialogSweep(Dialogue dialogue, TimeProvider time)
{
    const int MostRemembered = 10_000;

    readonly Lock _lock = new();
    readonly Dictionary<string, DateTimeOffset> _swept = new(StringComparer.Ordinal);

    public async Task Run(string id, Workshops.Workshop workshop, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        lock (_lock)
            if (_swept.TryGetValue(id, out var last) && now - last < Dialogue.Late)
                return;
        foreach (var person in workshop.Crew.All)
            await dialogue.Sweep(person.Key, id, ct);
        // Only now: one that the storage kept from its end is made again.
        lock (_lock)
        {
            if (_swept.Count >= MostRemembered)
                _swept.Clear();
            _swept[id] = now;
        }
    }
}

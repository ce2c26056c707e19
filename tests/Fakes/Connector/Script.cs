namespace WorkshopBot.Fakes.Connector;

/// <summary>What goes wrong next: each entry so many times, for the calls it is meant for, in the order they were written.</summary>
sealed class Script
{
    readonly List<Entry> _entries = [];

    public void Add(Fault fault, int times, FakeCall? on, string? conversation, int after)
    {
        lock (_entries)
            _entries.Add(new() { Fault = fault, On = on, Conversation = conversation, Times = times, After = after });
    }

    public void Clear()
    {
        lock (_entries)
            _entries.Clear();
    }

    public Fault? Next(FakeCall call, string conversation)
    {
        lock (_entries)
        {
            foreach (var entry in _entries)
            {
                if (entry.Times == 0 || (entry.On is { } on && on != call) || (entry.Conversation is { } wanted && wanted != conversation && wanted != Ids.Base(conversation)))
                    continue;
                if (entry.After > 0)
                {
                    entry.After--;
                    continue;
                }
                entry.Times--;
                return entry.Fault;
            }
            return null;
        }
    }

    sealed class Entry
    {
        public required Fault Fault { get; init; }

        public required FakeCall? On { get; init; }

        public required string? Conversation { get; init; }

        public required int Times { get; set; }

        public required int After { get; set; }
    }
}

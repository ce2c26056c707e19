using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Journal;
using WorkshopBot.Keeping;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Keeping.Schedules;

/// <summary>One node: the real keeper's pass over one workshop, each of whose calls waits for the schedule. It crashes by never being let through again.</summary>
sealed class SimNode
{
    readonly WorkshopPass _pass;
    readonly List<(string What, TaskCompletionSource<Fate> Gate)> _gates = [];
    int _ids;

    public SimNode(string name, Simulation sim, Circumstances circumstances)
    {
        Name = name;
        Time = new() { Follows = sim.Time };
        var rows = new SimRows(sim, this, circumstances.Breaking);
        var journal = new WorkshopJournal(rows);
        var standings = new Standings(journal, Playbook.Standard);
        var kit = new Kit(
            new(rows), journal, new(rows, Time, new()), async (id, ct) => (await standings.Load(id, ct)).Present, Views(circumstances), Toys.Drawing(), [new SimChannel(this, sim, circumstances)], Time, () => $"{name}{++_ids}", NullLogger.Instance);
        _pass = new(kit, new ConcurrentDictionary<string, Pace>(), new(), Simulation.Workshop, CancellationToken.None);
    }

    /// <summary>What it shows, or would if it lacked a part.</summary>
    public static KeptViews Views(Circumstances circumstances) => circumstances.Breaking == Breaking.OnlyEdits ? Toys.Careless : Toys.Views;

    public string Name { get; }

    public FakeTime Time { get; }

    public Task<Visited>? Pass { get; private set; }

    public bool IsBusy => Pass is { IsCompleted: false };

    public IReadOnlyList<(string What, TaskCompletionSource<Fate> Gate)> Gates => _gates;

    public void Begin() => Pass = _pass.Run(new HashSet<string>());

    public Task<Fate> Gate(string what)
    {
        var gate = new TaskCompletionSource<Fate>();
        _gates.Add((what, gate));
        return gate.Task;
    }

    public void Let(int index, Fate fate)
    {
        var gate = _gates[index].Gate;
        _gates.RemoveAt(index);
        gate.SetResult(fate);
    }
}

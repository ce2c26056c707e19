using System.Globalization;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Keeping;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Keeping.Schedules;

/// <summary>
/// One schedule, drawn by a seed: two or three nodes keep the messages of one workshop while commits come, nodes crash or stand still, answers and requests get
/// lost and leases lapse, steps are left and opened again, and people are asked and asked no more. Everything happens on one thread, one call at a time. At the end all goes well for long enough, and then everything must be true.
/// </summary>
sealed class Simulation
{
    public const string Workshop = "w";
    const string Room = "toy:t:r";
    const int MostSteps = 4000;

    // What the keeper reckons with: after this a request that was sent does not land any more.
    static readonly TimeSpan Lands = TimeSpan.FromSeconds(15);

    sealed record Request(string What, DateTimeOffset Sent, TaskCompletionSource<Fate> Landing);

    readonly Random _random;
    readonly Circumstances _circumstances;
    readonly List<SimNode> _nodes = [];
    readonly Dictionary<SimNode, DateTimeOffset> _standing = [];
    readonly List<Request> _requests = [];
    readonly WorkshopJournal _journal;
    readonly Kit _bystander;        // of a node that only looks, and never has to wait for the schedule
    readonly int _thread = Environment.CurrentManagedThreadId;
    readonly List<string> _log = [];
    readonly HashSet<string> _known = [];
    int _faultsLeft;
    int _commitsLeft;
    int _commits;
    int _named;

    public Simulation(int seed, Circumstances circumstances)
    {
        _random = new(seed);
        _circumstances = circumstances;
        Rows = new(Time);
        _journal = new(Rows);
        _bystander = new Desk(Rows, platform: Platform, time: Time).Kit with { Views = SimNode.Views(circumstances) };
        _faultsLeft = circumstances.Calm ? 0 : _random.Next(9);
        _commitsLeft = 2 + _random.Next(5);
        for (var i = 2 + _random.Next(2); i > 0; i--)
            Node();
    }

    public FakeTime Time { get; } = new();

    public MemoryRowStore Rows { get; }

    public Platform Platform { get; } = new();

    /// <summary>What happened, in order.</summary>
    public IEnumerable<string> Log => _log;

    /// <summary>What is wrong at the end, or never should have been; null: nothing.</summary>
    public string? Run()
    {
        try
        {
            Now(new RoomLanes(new(Rows)).Open(Workshop, Room).AsTask());
            Commit();
            for (var steps = 0; _commitsLeft > 0 || _faultsLeft > 0 && steps < 400; steps++)
                Step();
            return Quiet() ?? Wrong();
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    /// <summary>Some node has written down that a post arrived.</summary>
    public void Know(string operation) => _known.Add(operation);

    /// <summary>A post arrives.</summary>
    public string Post(Address to, string? root, string operation, Message message)
    {
        if (System.Text.Encoding.UTF8.GetString(message.Data.Span).EndsWith(Toys.Over, StringComparison.Ordinal))
            throw new InvalidOperationException($"{message.Key} is posted though it is only to be put right.");
        return Platform.Post(to, root, operation, message);
    }

    /// <summary>Sends a request: it lands, or not; the answer comes, or not.</summary>
    public async Task<(Fate Fate, string? Answer)> Send(SimNode node, string what, Func<string?> land, CancellationToken ct)
    {
        Assert.Equal(_thread, Environment.CurrentManagedThreadId);
        var request = new Request($"{node.Name} {what}", Time.GetUtcNow(), new());
        _requests.Add(request);
        var fate = await request.Landing.Task;
        if (fate is Fate.Later or Fate.LosesRequest)
            return (fate, null);
        var answer = land();
        // The request has done its work; what follows needs the node to be there.
        return (fate == Fate.Goes ? await node.Gate($"hears of: {what}") : fate, answer);
    }

    void Step()
    {
        switch (_random.Next(100))
        {
            case < 3 when _commitsLeft > 0:
                Commit();
                break;
            case < 5 when _faultsLeft > 0 && !_circumstances.Late:
                Crash(_nodes[_random.Next(_nodes.Count)]);
                break;
            case < 7 when _faultsLeft > 0 && !_circumstances.Late:
                Stand(_nodes[_random.Next(_nodes.Count)], 5 + _random.Next(120));
                break;
            case < 14:
                Advance(TimeSpan.FromSeconds(_circumstances.Calm ? 0.1 : _random.Next(4) switch { 0 => 1, 1 => 6, 2 => 16, _ => 61 }));
                break;
            case < 24:
                Begin(_nodes[_random.Next(_nodes.Count)]);
                break;
            default:
                Let(faults: true);
                break;
        }
    }

    void Node() => _nodes.Add(new(((char)('A' + _named++)).ToString(), this, _circumstances));

    void Begin(SimNode node)
    {
        if (node.IsBusy || _standing.ContainsKey(node))
            return;
        Say($"{node.Name} begins");
        node.Begin();
    }

    void Commit()
    {
        _commitsLeft--;
        // Texts come back, as after an undo.
        WorkshopEvent says = _random.Next(3) > 0 ? Toys.Says($"v{_commits % 2}", asks: _random.Next(4) > 0) : new WorkshopEvent.StepOpened(_random.Next(2) == 0 ? "goals" : "kickoff");
        WorkshopEvent[] events = _commits++ == 0 ? [.. Toys.Begin("ann", "bob", "cy"), Toys.Says("v0")] : [says];
        Commits.Append(_journal, Workshop, events, Time.GetUtcNow());
        Say($"commit {_commits}");
    }

    void Crash(SimNode node)
    {
        Fault($"{node.Name} crashes");
        node.Time.Stands = true;
        _nodes.Remove(node);
        _standing.Remove(node);
        Node();
    }

    void Stand(SimNode node, int seconds)
    {
        if (!node.IsBusy || !_standing.TryAdd(node, Time.GetUtcNow() + TimeSpan.FromSeconds(seconds)))
            return;
        Fault($"{node.Name} stands still");
        node.Time.Stands = true;
    }

    void Let(bool faults)
    {
        var gates = _nodes.Where(node => !_standing.ContainsKey(node)).SelectMany(node => node.Gates.Select((gate, index) => (node, index, gate.What))).ToList();
        var choice = _random.Next(gates.Count + _requests.Count + 1);
        if (choice < gates.Count)
        {
            var (node, index, what) = gates[choice];
            var waits = what.StartsWith("is about", StringComparison.Ordinal);
            if (waits && _faultsLeft > 0 && _random.Next(3) == 0)
            {
                Stand(node, 70 + _random.Next(130));
                return;
            }
            var fate = waits ? Fate.Goes : Draw(faults, later: false);
            Say($"{node.Name} {what}", fate);
            node.Let(index, fate);
        }
        else if (choice - gates.Count < _requests.Count)
            Land(_requests[choice - gates.Count], Draw(faults, later: true));
    }

    void Land(Request request, Fate fate)
    {
        _requests.Remove(request);
        Say(request.What, fate);
        request.Landing.SetResult(fate);
    }

    Fate Draw(bool faults, bool later)
    {
        if (!faults || _faultsLeft == 0 || _circumstances.Late || _random.Next(40) > 0)
            return Fate.Goes;
        return _random.Next(later ? 3 : 2) switch { 0 => Fate.LosesAnswer, 1 => Fate.LosesRequest, _ => Fate.Later };
    }

    void Advance(TimeSpan by)
    {
        // Who goes on after standing still may do something before its clocks are heard.
        foreach (var node in _nodes)
            node.Time.Stands = _standing.ContainsKey(node);
        var end = Time.GetUtcNow() + by;
        while (true)
        {
            // A request lands before its time is over, or never.
            foreach (var request in _requests.Where(request => request.Sent + Lands <= Time.GetUtcNow()).ToList())
                Land(request, _faultsLeft > 0 ? Fate.LosesRequest : Fate.Goes);
            foreach (var (node, _) in _standing.Where(standing => standing.Value <= Time.GetUtcNow()).ToList())
            {
                _standing.Remove(node);
                Say($"{node.Name} goes on");
            }
            foreach (var node in _nodes.ToList())
                node.Time.Ring();
            if (Time.GetUtcNow() == end)
                break;
            var stops = _nodes.Where(node => !node.Time.Stands).Select(node => node.Time.Next).Concat(_standing.Values.Select(at => (DateTimeOffset?)at)).Concat(_requests.Select(request => (DateTimeOffset?)(request.Sent + Lands)));
            Time.Set(stops.Where(stop => stop > Time.GetUtcNow()).Append(end).Min()!.Value is var next && next < end ? next : end);
        }
        Say($"{Time.GetUtcNow():mm:ss}");
    }

    // Nothing goes wrong any more; time passes whenever nobody has anything to do.
    string? Quiet()
    {
        _faultsLeft = 0;
        Say("from here on all goes well");
        for (var steps = 0; steps < MostSteps; steps++)
        {
            if (_nodes.All(node => !node.IsBusy) && _requests.Count == 0 && _standing.Count == 0 && IsKept())
                return null;
            if (_nodes.Any(node => node.Gates.Count > 0 && !_standing.ContainsKey(node)) || _requests.Count > 0)
                Let(faults: false);
            else
                Advance(TimeSpan.FromSeconds(5));
            if (_random.Next(10) == 0)
                Begin(_nodes[_random.Next(_nodes.Count)]);
        }
        return "It never comes to rest.";
    }

    bool IsKept() => Now(IsTrue());

    async Task<bool> IsTrue()
    {
        await using var keeper = new Keeper(_bystander);
        return await keeper.IsTrue(Workshop);
    }

    string? Wrong()
    {
        var state = Now(new Standings(_journal, Playbook.Standard).Load(Workshop, default).AsTask()).State;
        foreach (var key in Toys.Views.All(state))
        {
            if (Toys.Text(key, state) is not { } text)
                continue;
            var must = key.StartsWith(Toys.Root, StringComparison.Ordinal) || key.StartsWith(Toys.Inner, StringComparison.Ordinal);
            var room = key.StartsWith(Toys.Asks, StringComparison.Ordinal) ? Lanes.People : Room;
            var (row, there) = (Now(new Lanes(Rows).Message(Workshop, room, key, 0).AsTask()), Platform.Of(key).ToList());
            // Without a look, one that must be there comes anew after an outcome nobody knows; but what is known to be there is there once.
            var once = _circumstances.Finds || _circumstances.Calm || !must;
            if (there.Count(shown => once || _known.Contains(shown.Operation)) > 1)
                return $"{key} is there {there.Count} times.";
            if (row?.Phase == MessagePhase.Unsure && !must && !_circumstances.Finds && !_circumstances.Calm)
                continue;
            // What is only to be put right may never have been posted.
            if (text.EndsWith(Toys.Over, StringComparison.Ordinal) && there.Count == 0 && row?.Phase is null or MessagePhase.None)
                continue;
            if (row?.Phase != MessagePhase.Up)
                return $"{key} is {row?.Phase}.";
            if (there.Find(shown => shown.Id == row.PlatformId) is not { } shown || shown.Text != text)
                return $"{key} does not show \"{text}\".";
        }
        return null;
    }

    void Fault(string what)
    {
        _faultsLeft--;
        Say(what);
    }

    void Say(string what, Fate fate = Fate.Goes)
    {
        if (fate != Fate.Goes)
            _faultsLeft--;
        _log.Add(string.Create(CultureInfo.InvariantCulture, $"{what}{(fate == Fate.Goes ? "" : $" [{fate}]")}"));
    }

    static T Now<T>(Task<T> task) => task.IsCompleted ? task.Result : throw new InvalidOperationException("It should be done.");
}

using System.Diagnostics;
using System.Threading.Channels;

namespace WorkshopBot.Bench;

/// <summary>
/// People who make a persona in their own chat with the bot, question by question: each answer is one turn, and is answered by one post. Four people of a workspace belong to the workshop of a channel there.
/// A turn is over when it is saved and its post has come. Nobody types twice within Slack's second of a conversation.
/// </summary>
/// <param name="wire">The way to who is measured.</param>
/// <param name="chat">Where replies come.</param>
/// <param name="name">Part of every name, so that two loads do not meet.</param>
/// <param name="people">How many.</param>
sealed class DialogLoad(SlackWire wire, FakeChat chat, string name, int people)
{
    const int InTeam = 4;

    // A workshop has at most 20 personas: four people, five each. Later ones are left before they are sent.
    const int MostMade = 5;

    static readonly TimeSpan Second = TimeSpan.FromSeconds(1.3), Patience = TimeSpan.FromSeconds(20);

    static readonly string[] Script =
    [
        "add persona", "", "nurse, two children", "plans the week on Sunday evening", "skip", "skip", "get three people to three places by eight", "late thirties, two incomes",
        "edge of a hilly town", "the city hospital", "second car, twenty minutes", "calm mornings", "no time to compare", "time with the children", "being stranded", "done",
    ];

    readonly Channel<Someone> _rested = Channel.CreateUnbounded<Someone>();

    /// <summary>Turns in one dialog.</summary>
    public static int Length => Script.Length;

    /// <summary>Opens the workshops, and brings everybody into the step in which personas are made.</summary>
    public async Task Prepare(int atOnce)
    {
        await Parallel.ForAsync(0, people / InTeam, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (team, _) =>
        {
            var room = $"C{name}{team}";
            var all = Enumerable.Range(0, InTeam).Select(i => Someone.Of(name, team, i)).ToList();
            await wire.Install(all[0].Team);
            await wire.Deliver(all[0], room, "start Getting a family e-bike", mention: true);
            await wire.Deliver(all[0], room, "goto personas", mention: true);
            foreach (var other in all.Skip(1))
                await wire.Deliver(other, room, "i speak for Support", mention: true);
        });
        List<Someone> everybody = [.. Enumerable.Range(0, InTeam).SelectMany(i => Enumerable.Range(0, people / InTeam).Select(team => Someone.Of(name, team, i)))];
        // Nobody is where the next one is, or all of them would finish at the same time.
        for (var i = 0; i < Script.Length - 1; i++)
            await Parallel.ForEachAsync(everybody.Where((_, at) => at % Script.Length > i), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (who, _) => await One(who));
        foreach (var who in everybody)
            await _rested.Writer.WriteAsync(who);
    }

    /// <summary>For a server that has no workshops.</summary>
    public async Task Gather()
    {
        for (var i = 0; i < people; i++)
            await _rested.Writer.WriteAsync(Someone.Of(name, i, 0));
    }

    /// <summary>So many turns under way at once, each followed by the next, for a while. How many were finished.</summary>
    public async Task<int> Run(int atOnce, TimeSpan span)
    {
        var (start, done) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < span)
            {
                await One();
                Interlocked.Increment(ref done);
            }
        })));
        return done;
    }

    /// <summary>So many turns a second whatever becomes of them, for a while: how long each took until it was saved, and until its reply was there, in milliseconds.</summary>
    public async Task<(List<double> Saved, List<double> Replied)> Pace(int perSecond, TimeSpan span)
    {
        var (start, turns) = (Stopwatch.GetTimestamp(), new List<Task<(double Saved, double Replied)>>());
        for (var i = 0; i < perSecond * span.TotalSeconds; i++)
        {
            if (TimeSpan.FromSeconds((double)i / perSecond) - Stopwatch.GetElapsedTime(start) is var left && left > TimeSpan.Zero)
                await Task.Delay(left);
            turns.Add(One());
        }
        var all = await Task.WhenAll(turns);
        return ([.. all.Select(turn => turn.Saved)], [.. all.Select(turn => turn.Replied)]);
    }

    async Task<(double Saved, double Replied)> One()
    {
        var who = await _rested.Reader.ReadAsync();
        var took = await One(who);
        await _rested.Writer.WriteAsync(who);
        return took;
    }

    async Task<(double Saved, double Replied)> One(Someone who)
    {
        if (who.Last != 0 && Second - Stopwatch.GetElapsedTime(who.Last) is var left && left > TimeSpan.Zero)
            await Task.Delay(left);
        var start = who.Last = Stopwatch.GetTimestamp();
        var reply = chat.Next(who.Dm);
        await wire.Deliver(who, who.Dm, Line(who));
        var saved = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await reply.WaitAsync(Patience);
        var replied = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        (who.At, who.Rounds) = who.At + 1 < Script.Length ? (who.At + 1, who.Rounds) : (0, who.Rounds + 1);
        return (saved, replied);
    }

    static string Line(Someone who) => who.At switch
    {
        1 => $"Maya {who.Id} {who.Rounds}",
        var at when at == Script.Length - 1 && who.Rounds >= MostMade => "cancel",
        var at => Script[at],
    };
}

using WorkshopBot.Journal;
using WorkshopBot.Journal.Memory;
using WorkshopBot.Tests.Keeping;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Goals;

namespace WorkshopBot.Tests.Turns;

/// <summary>A message that makes more than the journal takes at once.</summary>
public sealed class LargeTurnTests
{
    const int Goals = 2800, ACommit = 700;

    [Fact]
    public async Task Too_much_at_once_is_refused_with_words_and_never_sent_to_the_storage()
    {
        var rows = new RowsInTrouble(new MemoryRowStore(TimeProvider.System));
        var log = new RecordedLog();
        await using var talk = new Talk(rows, log: log);
        await talk.StartGoals();
        // Whoever begins from a map takes all of it over in one line.
        for (var from = 1; from <= Goals; from += ACommit)
            await Commits.Append(new(rows), "m-1", Enumerable.Range(from, ACommit).Select(i => new WorkshopEvent.ItemAdded(new('G', i), new Goal { Stage = new('S', 1), Text = $"{i} {new string('x', 380)}" }, $"e{i}", Timing.OnTime)), talk.Time.Now, default);
        await talk.Restart();

        Assert.Contains("in parts", await talk.Refuses("ann", "start to-be Better from m-1", "two"), StringComparison.Ordinal);
        var german = talk.Turn("ann", "start to-be Besser from m-1", "two");
        Assert.Contains("in Teilen", (await talk.Loop.Deliver(german with { Person = german.Person with { Language = "de" } })).Text, StringComparison.Ordinal);
        Assert.Null(await new WorkshopJournal(rows).Head((await new WorkshopIndex(rows).FindRoom("web:local:two"))!.Workshop));
        Assert.DoesNotContain(log.Lines, line => line.Contains("dropped", StringComparison.Ordinal));
        // And it goes on.
        await talk.Takes("ann", "start Better", "two");
    }
}

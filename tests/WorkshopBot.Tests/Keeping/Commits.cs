using WorkshopBot.Journal;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Keeping;

/// <summary>Puts commits into a journal that nobody had to say.</summary>
static class Commits
{
    public static void Append(WorkshopJournal journal, string workshop, IEnumerable<WorkshopEvent> events, DateTimeOffset at)
    {
        var appending = Append(journal, workshop, events, at, default);
        Assert.True(appending.IsCompletedSuccessfully);
    }

    public static async Task<long> Append(WorkshopJournal journal, string workshop, IEnumerable<WorkshopEvent> events, DateTimeOffset at, CancellationToken ct)
    {
        using var writer = new CommitWriter();
        writer.Start();
        Assert.Equal(CommitWriter.Fit.Written, writer.Add(new(TurnName.Of(Guid.NewGuid().ToString()), Toys.Person("ann"), at, [], "en", null, false, [.. events]), Playbook.Standard.Kinds));
        var head = await journal.Head(workshop, ct);
        return Assert.IsType<AppendResult.Appended>(await journal.Append(workshop, head, Guid.NewGuid(), writer.End(), null, ct)).Head.Version;
    }
}

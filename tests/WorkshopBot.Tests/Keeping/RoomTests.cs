using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Keeping;
using WorkshopBot.Tests.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What a room gets to see, and when.</summary>
public sealed class RoomTests
{
    static readonly string Inner = $"{Toys.Inner}:kickoff";

    [Fact]
    public async Task The_first_message_is_posted_first_and_others_go_under_it()
    {
        var desk = new Desk();
        await desk.Begin();
        await desk.Pass();
        Assert.Equal([Toys.Root, Inner, Toys.Once], desk.Platform.All.Select(shown => shown.Key));
        Assert.Equal([null, "p1", null], desk.Platform.All.Select(shown => shown.Root));
        Assert.All(desk.Platform.All, shown => Assert.Equal(new Address.Room(Desk.Room), shown.To));
        var lane = await desk.Lane();
        Assert.Equal((1, 0, null, LaneState.Ok), (lane.Kept, lane.Edits, lane.Holder, lane.State));
        var row = (await desk.Row(Toys.Root))!;
        Assert.Equal((MessagePhase.Up, "p1", 1, 1, MessagePolicy.Must, desk.Time.GetUtcNow()), (row.Phase, row.PlatformId, row.Shown, row.Posts, row.Policy, row.FirstPosted));
    }

    [Fact]
    public async Task What_has_changed_is_edited_once_and_what_has_not_is_left_alone()
    {
        var desk = new Desk();
        await desk.Begin();
        await desk.Pass();
        await desk.Commit(Toys.Says("two"));
        await desk.Commit(Toys.Says("three"));
        await desk.Pass();
        await desk.Shows(Toys.Root, "three");
        Assert.All(desk.Platform.All, shown => Assert.Equal(1, shown.Edits));
        Assert.Equal(3, (await desk.Lane()).Edits);
        var calls = desk.Chat.Calls;
        await desk.Commit(Toys.Says("three"));
        Assert.Null((await desk.Pass()).Due);
        Assert.Equal((calls, true), (desk.Chat.Calls, await desk.IsTrue()));
    }

    [Fact]
    public async Task A_commit_while_a_message_is_drawn_is_shown_by_the_next_round()
    {
        var desk = new Desk();
        await desk.Begin();
        var read = desk.Kit.Read;
        var committed = false;
        desk.With(kit => kit with
        {
            Read = async (workshop, ct) =>
            {
                var present = await read(workshop, ct);
                if (!committed)
                {
                    committed = true;
                    await desk.Commit(Toys.Says("two"));
                }
                return present;
            },
        });
        var visited = await desk.Pass();
        Assert.Equal(desk.Time.GetUtcNow(), visited.Due);
        Assert.Contains(" one ", desk.Platform.The(Toys.Root).Text, StringComparison.Ordinal);
        await desk.Pass();
        await desk.Shows(Toys.Root, "two");
    }

    [Fact]
    public async Task Far_behind_or_with_a_gap_in_the_journal_everything_is_looked_at()
    {
        var desk = new Desk();
        await desk.Begin();
        await desk.Pass();
        for (var i = 0; i <= ChangedKeys.MostEvents; i++)
            await desk.Commit(Toys.Says($"n{i}"));
        await desk.Pass();
        await desk.Shows(Toys.Root, $"n{ChangedKeys.MostEvents}");
        Assert.Equal(3, desk.Platform.All.Count);
    }

    [Fact]
    public async Task Who_deletes_a_message_is_obeyed_but_what_must_be_there_comes_back_once_a_step()
    {
        var desk = new Desk();
        await desk.Begin();
        await desk.Pass();
        Delete(Toys.Root, Toys.Once);
        await Change("two");
        Assert.Equal((2, 1), (desk.Platform.Of(Toys.Root).Count(), desk.Platform.Of(Toys.Once).Count()));
        await desk.Shows(Toys.Root, "two");
        Assert.Equal((MessagePhase.Gone, 2), ((await desk.Row(Toys.Once))!.Phase, (await desk.Row(Toys.Root))!.Posts));
        Delete(Toys.Root);
        await Change("three");
        await Change("four");
        Assert.Equal((2, MessagePhase.Gone), (desk.Platform.Of(Toys.Root).Count(), (await desk.Row(Toys.Root))!.Phase));
        // Nothing new goes under what is gone, until the next step.
        await desk.Commit(new WorkshopEvent.StepOpened("goals"));
        await desk.Pass();
        Assert.Equal(3, desk.Platform.Of(Toys.Root).Count());
        Assert.Equal(desk.Platform.Of(Toys.Root).Last().Id, desk.Platform.The($"{Toys.Inner}:goals").Root);
        await desk.Shows(Toys.Root, "four");
        Assert.Single(desk.Platform.Of(Toys.Once));

        async Task Change(string text)
        {
            await desk.Commit(Toys.Says(text));
            await desk.Pass();
        }

        void Delete(params string[] keys)
        {
            foreach (var shown in desk.Platform.All.Where(shown => keys.Contains(shown.Key)))
                shown.Deleted = true;
        }
    }

    [Fact]
    public async Task Pages_go_under_the_first_are_emptied_when_not_needed_and_are_five_at_most()
    {
        var desk = new Desk();
        await desk.Open();
        await desk.Commit([.. Toys.Begin(), Toys.Says("one", pages: 3)]);
        await desk.Pass();
        var pages = desk.Platform.Of(Toys.List).ToList();
        Assert.Equal([null, pages[0].Id, pages[0].Id], pages.Select(shown => shown.Root));
        await desk.Commit(Toys.Says("two", pages: 1));
        await desk.Pass();
        Assert.StartsWith("1 list two", pages[0].Text, StringComparison.Ordinal);
        Assert.Equal(["empty en", "empty en"], pages[1..].Select(shown => shown.Text));
        await desk.Commit(Toys.Says("three", pages: 9));
        await desk.Pass();
        Assert.Equal(5, desk.Platform.Of(Toys.List).Count());
        Assert.All(desk.Platform.Of(Toys.List), shown => Assert.Contains(" three ", shown.Text, StringComparison.Ordinal));
        // What shows nothing any more stays as it is.
        await desk.Commit(Toys.Says("four"));
        await desk.Pass();
        Assert.All(desk.Platform.Of(Toys.List), shown => Assert.Contains(" three ", shown.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_cannot_be_drawn_does_not_stand_in_the_way_of_others()
    {
        var log = new RecordedLog();
        var desk = new Desk(log: log);
        await desk.Begin();
        await desk.Pass();
        await desk.Commit(Toys.Says("throw"));
        await desk.Pass();
        Assert.True(await desk.IsTrue());
        Assert.Contains(log.Lines, line => line.Contains("cannot be drawn", StringComparison.Ordinal));
        await desk.Commit(Toys.Says("three"));
        await desk.Pass();
        await desk.Shows(Toys.Root, "three");
    }

    [Fact]
    public async Task A_room_is_spoken_to_in_the_workshops_language_and_the_facilitators_zone()
    {
        var desk = new Desk();
        await desk.Open();
        await desk.Commit(
            [.. Toys.Begin(), new WorkshopEvent.Joined(Toys.Person("ann"), "ann", "Europe/Berlin", "en"), new WorkshopEvent.RoleGiven(Toys.Person("ann"), Workshops.People.Role.Facilitator),
                new WorkshopEvent.Framed(Workshops.Steps.Kickoff.Frame.Blank with { Purpose = "one", Language = "de" })]);
        await desk.Pass();
        Assert.Contains(" de Europe/Berlin ", desk.Platform.The(Toys.Root).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_is_off_leaves_its_rooms_alone_and_they_are_no_work()
    {
        var desk = new Desk(chat: new(new(), name: "other"));
        await desk.Begin();
        Assert.Null((await desk.Pass()).Due);
        Assert.Equal(0, desk.Chat.Calls);
        await using var keeper = new Keeper(desk.Kit);
        Assert.True(await keeper.IsTrue(Desk.Workshop));
    }
}

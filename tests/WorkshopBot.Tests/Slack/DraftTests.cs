using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>What is typed into a form that is closed unsent waits for its person, and for nobody else.</summary>
public sealed class DraftTests : SlackScene
{
    const string Kept = "I kept what you typed";

    [Fact]
    public async Task A_form_closed_unsent_begins_with_what_was_typed_and_says_so_also_after_a_restart()
    {
        await Begins();
        await Leaves(Ben, "half a thought");
        Assert.DoesNotContain(Channel.All, message => message.Says.Contains("half a thought", StringComparison.Ordinal));
        await Restarts();

        var view = await Opens(Ben);
        Assert.Equal("half a thought", Ben.Holds(view, "Goal"));
        Assert.Contains(Kept, view.Says, StringComparison.Ordinal);
        Assert.Equal("", Cleo.Holds(await Opens(Cleo), "Goal"));
    }

    [Fact]
    public async Task Closed_again_as_it_began_it_is_still_there_and_sent_it_is_over()
    {
        await Begins();
        await Leaves(Ben, "half a thought");
        await Opens(Ben);
        await Ben.Closes();
        await Told();
        var view = await Opens(Ben);
        Assert.Equal("half a thought", Ben.Holds(view, "Goal"));
        await Ben.Chooses(view, "Stage", "S1 Research");
        await Ben.Submits();
        await Told();
        Assert.Equal(1, await Goals());

        view = await Opens(Ben);
        Assert.Equal("", Ben.Holds(view, "Goal"));
        Assert.DoesNotContain(Kept, view.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_to_begin_with_nothing_does_and_it_is_forgotten()
    {
        await Begins();
        await Leaves(Ben, "half a thought");
        var view = await Opens(Ben);
        await Ben.Presses(view, "Start empty");
        await Until.True(() => !view.Says.Contains(Kept, StringComparison.Ordinal));
        Assert.Equal("", Ben.Holds(view, "Goal"));
        await Ben.Closes();
        await Told();
        Assert.DoesNotContain(Kept, (await Opens(Ben)).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_nobody_typed_into_leaves_nothing_and_neither_does_one_that_was_emptied()
    {
        await Begins();
        await Opens(Ben);
        await Ben.Closes();
        await Told();
        Assert.DoesNotContain(Kept, (await Opens(Ben)).Says, StringComparison.Ordinal);
        await Ben.Closes();
        await Leaves(Ben, "half a thought");
        var view = await Opens(Ben);
        await Ben.Fills(view, "Goal", "");
        await Ben.Closes();
        await Told();
        Assert.DoesNotContain(Kept, (await Opens(Ben)).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_item_only_what_was_typed_is_kept_so_that_others_may_go_on_with_the_rest()
    {
        await Begins();
        await Says(Ben, "Research: compare the cost");
        await Says(Ben, "show G1");
        await Ben.Presses(Ben.Whispers(Channel)[^1], "Edit");
        await Until.True(() => Ben.View is not null);
        await Ben.Fills(Ben.View!, "Goal", "compare every cost");
        await Ben.Closes();
        await Told();
        await Says(Anna, "show G1");
        await Anna.Presses(Anna.Whispers(Channel)[^1], "Edit");
        await Until.True(() => Anna.View is not null);
        await Anna.Chooses(Anna.View!, "Stage", "S2 Choose");
        await Anna.Submits();
        await Told();

        await Says(Ben, "show G1");
        await Ben.Presses(Ben.Whispers(Channel)[^1], "Edit");
        await Until.True(() => Ben.View is not null);
        Assert.Equal("compare every cost", Ben.Holds(Ben.View!, "Goal"));
        Assert.Equal("S2", Ben.Holds(Ben.View!, "Stage"));
        // The form that adds one has nothing of it.
        await Ben.Closes();
        Assert.Equal("", Ben.Holds(await Opens(Ben), "Goal"));
    }

    [Fact]
    public async Task It_is_in_no_export_and_no_journal()
    {
        await Begins();
        var version = (await Bot.Bot.Loop.Looking.Read("m-1")).Version;
        await Leaves(Ben, "half a thought");
        await Until.True(async () => (await Opens(Ben)).Says.Contains(Kept, StringComparison.Ordinal));
        Assert.Equal(version, (await Bot.Bot.Loop.Looking.Read("m-1")).Version);
    }

    async Task<FakeSlackView> Opens(FakeSlackPerson who)
    {
        var before = who.View;
        await who.Presses(Channel.Posted[0], "Add mine");
        await Until.True(() => who.View is { Submit.Length: > 0 } view && view != before);
        return who.View!;
    }

    async Task Leaves(FakeSlackPerson who, string typed)
    {
        var view = await Opens(who);
        await who.Fills(view, "Goal", typed);
        await who.Closes();
        await Told();
    }
}

namespace WorkshopBot.Tests.Slack;

/// <summary>Where Slack is reached over connections of the bot's own: what people do comes in there as it does by the doors.</summary>
public sealed class SocketTests : SlackScene
{
    private protected override bool BySocket => true;

    [Fact]
    public async Task Over_a_connection_a_workshop_is_started_a_form_is_filled_and_a_command_is_answered()
    {
        await Until.True(() => Bot.Chat.Connections > 0);
        await Begins();
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Until.True(() => Ben.View is not null);
        var view = Ben.View!;
        await Ben.Fills(view, "Goal", "compare the cost");
        await Ben.Chooses(view, "Stage", "S1 Research");
        await Ben.Submits();
        await Told();
        Assert.Equal((null, 1), (Ben.View, await Goals()));
        Assert.Contains("G1", Assert.Single(Ben.Whispers(Channel)).Says, StringComparison.Ordinal);

        await Cleo.Types(Channel, "/journey", "show G1");
        await Told();
        Assert.Contains("compare the cost", Cleo.Whispers(Channel)[^1].Says, StringComparison.Ordinal);
        await Cleo.OpensHome();
        await Until.True(() => Cleo.Home is not null);
        Assert.Empty(Ben.Troubles);
        Assert.Empty(Cleo.Troubles);
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_comes_back_in_the_form_and_a_message_is_put_on_the_map_over_a_connection()
    {
        await Until.True(() => Bot.Chat.Connections > 0);
        await Begins();
        await Says(Ben, "Research: compare the cost");
        await Says(Ben, "show G1");
        await Ben.Presses(Ben.Whispers(Channel)[^1], "Edit");
        await Until.True(() => Ben.View is { Submit.Length: > 0 });
        var view = Ben.View!;
        await Ben.Fills(view, "Goal", "compare every cost there is");
        await Says(Anna, "edit G1: compare the monthly cost");
        await Ben.Submits();
        await Told();
        // It comes back in the answer to what was sent, with everything typed.
        Assert.True(view.IsOpen);
        Assert.Contains("compare the monthly cost", view.Says, StringComparison.Ordinal);
        Assert.Equal("compare every cost there is", Ben.Holds(view, "Goal"));
        await Ben.Submits();
        await Told();
        Assert.Null(Ben.View);

        await Ben.Uses("put_on_map", Cleo.Wrote(Channel, "The price was never clear"));
        await Until.True(() => Ben.View is { Submit.Length: > 0 });
        await Ben.Submits();
        await Told();
        Assert.Single((await Now()).Map.LiveOn('E'));
        Assert.Empty(Ben.Troubles);
    }
}

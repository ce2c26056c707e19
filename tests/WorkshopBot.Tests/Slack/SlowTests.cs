using WorkshopBot.Fakes.Slack;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Slack;

/// <summary>Slack and the storage may be slow before there is anything to show: whoever waits is answered within three seconds, and a trigger is used before it is over.</summary>
public sealed class SlowTests : SlackScene
{
    static readonly SlackFault Slow = SlackFault.Slow(TimeSpan.FromSeconds(4));

    [Fact]
    public async Task Whoever_names_many_that_nobody_knows_yet_is_answered_in_time()
    {
        var many = Enumerable.Range(0, 6).Select(number => Team.Person($"Guest{number}")).ToArray();
        var crowd = Team.Channel("crowd", [Anna, .. many]);
        await Anna.Writes(crowd, "start Getting a family e-bike");
        await Told();
        Bot.Slack.Next(Slow, many.Length, on: "users.info");
        await Anna.Types(crowd, "/journey", "park a word with " + string.Join(" and ", many.Select(person => $"@{person.Name}")));
        Assert.Empty(Anna.Troubles);
        await Told();
    }

    [Fact]
    public async Task A_message_is_put_on_the_map_although_neither_names_nor_its_address_are_told_in_time()
    {
        await Begins();
        var said = Ben.Wrote(Channel, "Three people told me in Research that the price was never clear");
        Bot.Slack.Next(Slow, 1, on: "users.info");
        Bot.Slack.Next(Slow, 1, on: "chat.getPermalink");
        var used = Cleo.Uses("put_on_map", said);
        await Until.True(() => Cleo.View is not null);
        Assert.Contains("One moment", Cleo.View!.Says, StringComparison.Ordinal);
        await used;
        await Until.True(() => Cleo.View is { Submit.Length: > 0 });
        await Cleo.Submits();
        await Told();
        Assert.Single((await Now()).Map.LiveOn('E'));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_put_a_window_that_was_opened_says_so()
    {
        await Begins();
        Bot.Rows.Opened = Task.Delay(TimeSpan.FromSeconds(2));
        await Cleo.Uses("put_on_map", Ben.Wrote(Channel, ""));
        await Until.True(() => Cleo.View?.Says.Contains("no words", StringComparison.Ordinal) == true);
        await Told();
    }

    [Fact]
    public async Task A_workshop_is_started_although_the_storage_is_slow()
    {
        var gate = new TaskCompletionSource();
        Bot.Rows.Opened = gate.Task;
        var used = Cleo.Uses("start_workshop");
        await Until.True(() => Cleo.View is not null);
        Assert.Contains("One moment", Cleo.View!.Says, StringComparison.Ordinal);
        gate.SetResult();
        await used;
        await Until.True(() => Cleo.View is { Submit.Length: > 0 });
        await Starts();
    }

    [Fact]
    public async Task A_window_that_was_opened_does_not_go_on_promising_what_does_not_come()
    {
        var gate = new TaskCompletionSource();
        Bot.Rows.Opened = gate.Task;
        var used = Cleo.Uses("start_workshop");
        await Until.True(() => Cleo.View is not null);
        (Bot.Rows.Fault, Bot.Rows.IsGone) = (StorageFault.Unreachable, true);
        gate.SetResult();
        await used;
        await Until.True(() => !Cleo.View!.Says.Contains("One moment", StringComparison.Ordinal));
        (Bot.Rows.Fault, Bot.Rows.IsGone) = (null, false);
        await Told();
    }

    public static TheoryData<string> Late => ["trigger_expired", "expired_trigger_id", "trigger_exchanged", "exchanged_trigger_id", "invalid_trigger_id", "trigger_invalid", ""];

    [Theory]
    [MemberData(nameof(Late))]
    public async Task A_start_that_came_too_late_or_of_which_nobody_knows_is_offered_again_and_then_opens(string error)
    {
        Bot.Slack.Next(error.Length > 0 ? SlackFault.Error(error) : SlackFault.DropBefore, 1, on: "views.open");
        await Cleo.Uses("start_workshop");
        await Told();
        var late = Assert.Single(Cleo.Dm.Posted);
        Assert.Contains("too long", late.Says, StringComparison.Ordinal);
        await Cleo.Presses(late, "Send again");
        await Until.True(() => Cleo.View is { Submit.Length: > 0 });
        await Told();
        Assert.DoesNotContain("too long", Cleo.Reads(Cleo.Dm), StringComparison.Ordinal);
        await Starts();
    }

    async Task Starts()
    {
        var view = Cleo.View!;
        await Cleo.Fills(view, view.Fields.First(field => field.Type == "plain_text_input").Label, "Getting a family e-bike");
        await Cleo.Picks(view, "In which channel?", Channel.Id);
        await Cleo.Submits();
        await Told();
        Assert.NotNull(await Bot.Workshop(Channel));
    }
}

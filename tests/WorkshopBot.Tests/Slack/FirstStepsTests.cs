using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>The first five minutes in a channel of Slack.</summary>
public sealed class FirstStepsTests : SlackScene
{
    [Fact]
    public async Task A_start_by_mention_is_the_root_and_the_board_and_the_open_step_stand_under_it()
    {
        await Begins();

        var under = Channel.Posted.Where(message => message.ThreadTs == Root!.Ts).Select(message => message.Says).ToList();
        Assert.Contains("Getting a family e-bike", under[0], StringComparison.Ordinal);
        Assert.Contains(under, said => said.StartsWith("Stages", StringComparison.Ordinal));
        // What came of a step is the only other thing everybody sees.
        Assert.Equal(2, Channel.Posted.Count(message => message.ThreadTs is null));
    }

    [Fact]
    public async Task A_mention_that_is_delivered_twice_counts_once_and_only_its_author_reads_the_answer()
    {
        await Begins();

        await Says(Ben, "Research: compare the true monthly cost");

        Assert.Equal(1, await Goals());
        Assert.Contains("G1", Assert.Single(Ben.Whispers(Channel)).Says, StringComparison.Ordinal);
        Assert.Empty(Cleo.Whispers(Channel));
        await Bot.Rests();
        Assert.Contains(Channel.Posted, message => message.Says.Contains("compare the true monthly cost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_people_say_to_each_other_in_the_thread_is_theirs_but_for_what_cannot_be_mistaken()
    {
        await Begins();

        await Ben.Writes(Channel, "shall we meet at five?", Root, mention: false);
        await Ben.Writes(Channel, "Research: compare the true monthly cost", Root, mention: false);
        await Ben.Writes(Channel, "Research: somewhere else", Cleo.Wrote(Channel, "another thread"), mention: false);
        await Ben.Writes(Channel, "Research: at the top", mention: false);
        await Told();

        Assert.Equal(1, await Goals());
        Assert.Single(Ben.Whispers(Channel));
    }

    [Fact]
    public async Task Add_mine_opens_a_modal_and_what_is_sent_with_it_is_on_the_map()
    {
        await Begins();
        var board = Channel.Posted[0];

        await Ben.Presses(board, "Add mine");
        await Until.True(() => Ben.View is not null);
        var view = Ben.View!;
        await Ben.Fills(view, "Goal", "compare the true monthly cost");
        await Ben.Chooses(view, "Stage", "S1 Research");
        await Ben.Submits();
        await Told();

        Assert.Equal(1, await Goals());
        Assert.Null(Ben.View);
        Assert.Contains("G1", string.Join('\n', Ben.Whispers(Channel).Select(message => message.Says)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_slash_command_is_answered_to_its_person_alone_and_starts_a_workshop_whose_board_is_the_root()
    {
        await Anna.Types(Channel, "/journey", "start Getting a family e-bike");
        await Told();
        await Bot.Rests();

        var board = Channel.Posted[0];
        Assert.Null(board.ThreadTs);
        Assert.All(Channel.Posted.Skip(1), message => Assert.Equal(board.Ts, message.ThreadTs));
    }
}

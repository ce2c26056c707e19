using WorkshopBot.Workshops.Steps.Goals;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>What people say to each other in a thread: only what nobody writes by chance is for the map.</summary>
public sealed class OverheardTests
{
    private readonly Team _team = Team.Started().Until("goals");

    [Theory]
    [InlineData("Research: compare the true monthly cost")]
    [InlineData("Research? what is a fair price")]
    [InlineData("goal Research: compare the true monthly cost")]
    [InlineData("S2: 41% could not name the price (survey, n=212, May)")]
    [InlineData("Research -> Explore 31% via website")]
    [InlineData("Research takes 2-4 weeks (CRM, May)")]
    [InlineData("Research feels confused 2, wants confident 4")]
    public void A_line_that_cannot_be_mistaken_is_taken_and_its_author_is_told(string line)
    {
        var answer = Overhears(line);

        Assert.False(answer.Ignored || answer.Refused || answer.Events.IsEmpty, Team.Text(answer));
        Assert.NotEmpty(answer.Lines);
    }

    [Theory]
    [InlineData("next")]
    [InlineData("pass")]
    [InlineData("undo")]
    [InlineData("start again tomorrow")]
    [InlineData("show map")]
    [InlineData("thanks")]
    [InlineData("shall we meet at five?")]
    [InlineData("Discover, Research, Buy")]
    [InlineData("Maya | nurse, two children")]
    [InlineData("Reserch: compare the price")]
    [InlineData("T99: nobody knows this one")]
    [InlineData("why: grow subscriptions in Leeds")]
    [InlineData("overall 4: good start")]
    [InlineData("I think Research: is the wrong word")]
    public void Anything_else_changes_nothing_and_is_not_answered(string line)
    {
        var before = _team.Workshop;

        var answer = Overhears(line);

        Assert.True(answer.Ignored);
        Assert.True(answer.Events.IsEmpty && answer.Lines.IsEmpty && !answer.Refused);
        Assert.Same(before, answer.After);
    }

    [Fact]
    public void Of_several_lines_only_those_for_the_map_are_heard_under_their_own_numbers()
    {
        var answer = Overhears("good point, Ann\nResearch: compare the price\nwhat do you think?");

        Assert.Equal(["compare the price"], Goals());
        Assert.StartsWith("2: G1", Team.Text(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("1: ", Team.Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_only_overheard_saying_nothing_for_the_map_does_not_take_part()
    {
        Overhears("lovely weather", "Zoe");
        Assert.Null(_team.Workshop.Crew["test:local:zoe"]);

        Overhears("Research: compare the price", "Zoe");
        Assert.NotNull(_team.Workshop.Crew["test:local:zoe"]);
    }

    [Fact]
    public void A_warning_of_personal_data_is_told_though_nobody_was_addressed()
    {
        var answer = Overhears("Research: ask jane.doe@example.com, 0171 555 1234");

        Assert.True(answer is { Refused: true, Ignored: false });
        Assert.Empty(Goals());
    }

    [Fact]
    public void An_edit_that_turns_talk_into_a_line_for_the_map_adds_it_and_one_that_turns_it_back_takes_it_off()
    {
        _team.Turn("m", "Ann", "goto goals");
        Overhears("we should compare", id: "talk");

        Assert.False(Edits("talk", "Research: compare the price").Ignored);
        Assert.Equal(["compare the price"], Goals());

        Assert.False(Edits("talk", "never mind").Ignored);
        Assert.Empty(Goals());
        Assert.True(Edits("talk", "never mind at all").Events.IsEmpty);
    }

    [Fact]
    public void An_edit_of_talk_into_other_talk_and_its_deletion_are_nobodys_business()
    {
        Overhears("we should compare", id: "talk");

        Assert.True(Edits("talk", "we should not").Ignored);
        Assert.True(Edits("talk", "", MessageChangeKind.Deleted).Ignored);
    }

    [Fact]
    public void Nothing_is_overheard_before_the_start_or_after_the_close()
    {
        Assert.True(Conversation.Hear(_team.Heard("x", "Ben", "Research: one") with { Overheard = true }, new(_team.Workshop.Playbook)).Ignored);
        _team.Given("Ann: throw away");

        Assert.True(Overhears("Research: one").Ignored);
        Assert.True(Edits("m", "Research: one").Ignored);
    }

    [Fact]
    public void Too_much_to_be_a_message_is_ignored_as_well() =>
        Assert.True(Overhears(string.Join('\n', Enumerable.Repeat("Research: one", 51))).Ignored);

    private int _said;

    private Answered Overhears(string text, string person = "Ben", string? id = null)
    {
        var answer = Conversation.Hear(_team.Heard(id ?? $"o{++_said}", person, text) with { Overheard = true }, _team.Workshop);
        _team.Becomes(answer.After);
        return answer;
    }

    private Answered Edits(string of, string text, MessageChangeKind kind = MessageChangeKind.Edited)
    {
        var answer = Conversation.Hear(_team.Heard($"o{++_said}", "Ben", text) with { Overheard = true, Change = new(of, kind) }, _team.Workshop);
        _team.Becomes(answer.After);
        return answer;
    }

    private string[] Goals() => [.. _team.Workshop.Map.LiveOn('G').Select(entry => ((Goal)entry.Item).Text!)];
}

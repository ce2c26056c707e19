using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Tests.Topics;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>What holds for every command there is, and for every one somebody adds.</summary>
public sealed class CommandListTests
{
    private static readonly string Help = Team.Text(Rooms.Hear(Rooms.At("goals"), "help"));

    public static TheoryData<string> There => [.. CommandList.All.Where(command => command.IsThere).Select(command => command.Words)];

    public static TheoryData<string> Kinds => [.. Playbook.Standard.Kinds.All.Where(kind => kind.Typed).Select(kind => kind.Id)];

    /// <summary>Every command a later version brings, as the reference writes it.</summary>
    private static readonly string[] LaterLines =
    [
        "export csv", "export md", "export mermaid", "export svg", "export pdf", "export png", "export backlog", "export template",
        .. Topic.All.SelectMany(topic => topic.Later),
    ];

    public static TheoryData<string> Later => [.. LaterLines];

    [Theory]
    [MemberData(nameof(There))]
    public void A_command_that_is_there_is_in_help_with_what_it_does(string words)
    {
        var command = CommandList.All.First(known => known.IsThere && known.Words == words);

        Assert.Contains($"{command.Syntax}: {command.English}", Help, StringComparison.Ordinal);
        Assert.NotEmpty(command.English);
        Assert.StartsWith(words, command.Syntax, StringComparison.Ordinal);
        Rooms.Expect("said: help.command", Rooms.Hear(Rooms.At("goals"), $"help {words.Split(' ')[0]}"));
    }

    [Theory]
    [MemberData(nameof(Later))]
    public void A_command_that_is_not_there_yet_is_refused_with_just_that(string line)
    {
        var answer = Rooms.Hear(Rooms.At("touchpoints"), line);

        Rooms.Expect("no: not-yet", answer);
        Assert.EndsWith("is not available yet.", Team.Text(answer), StringComparison.Ordinal);
        Assert.Same(Rooms.At("touchpoints"), answer.After);
    }

    [Fact]
    public void A_command_that_is_not_there_yet_is_not_in_help()
    {
        var shown = CommandList.All.Where(command => command.IsThere).Select(command => command.Syntax).ToList();

        Assert.Equal(shown.Count, Help.Split('\n').Count(line => shown.Any(syntax => line.StartsWith($"{syntax}: ", StringComparison.Ordinal))));
        foreach (var later in CommandList.All.Where(command => !command.IsThere))
            Assert.DoesNotContain(shown, syntax => syntax.Equals(later.Words, StringComparison.OrdinalIgnoreCase) || syntax.StartsWith($"{later.Words} ", StringComparison.OrdinalIgnoreCase) && later.Words != "export");
    }

    [Fact]
    public void Every_later_command_is_tried_by_a_test() =>
        Assert.Empty(CommandList.All.Where(command => !command.IsThere && !LaterLines.Any(line => line.StartsWith(command.Words, StringComparison.Ordinal))).Select(command => command.Words));

    [Fact]
    public void No_two_commands_begin_with_the_same_words() =>
        Assert.Empty(CommandList.All.Where(command => command.IsThere).GroupBy(command => command.Words, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_command_hides_a_kind(string id)
    {
        var kind = Playbook.Standard.Kinds.WithId(id)!;
        foreach (var name in kind.Also.Append(kind.Id).Append(kind.Label))
        {
            var place = kind.Home is { } home ? new[] { "Research", "T2", "G1", "X1" }.Select(text => home.Accepts(Values.Ref.Read(text) ?? new('S', 2)) ? $" {text}" : null).OfType<string>().First() : "";
            var answer = Rooms.Hear(Rooms.At("touchpoints"), $"{name}{place}: something new");
            Assert.True(answer.After.Map.Count(kind.Letter) == Rooms.At("touchpoints").Map.Count(kind.Letter) + 1, $"{name}{place}: {Team.Text(answer)}");
        }
    }

    [Fact]
    public void No_kind_hides_a_kickoff_line()
    {
        foreach (var field in Frame.Kind.Fields)
            foreach (var word in field.Also.Append(field.Label).Append(field.Id))
                Assert.Null(Playbook.Standard.Kinds.Called(word));
    }

    [Fact]
    public void A_kind_that_is_typed_can_be_added_as_its_own_example_says()
    {
        foreach (var kind in Playbook.Standard.Kinds.All)
        {
            var line = kind.Line.Replace("X2:", "X1:", StringComparison.Ordinal);
            var answer = Rooms.Hear(Rooms.At("teams"), line);
            var before = Rooms.At("teams").Map.Count(kind.Letter);
            Assert.True(answer.After.Map.Count(kind.Letter) == before + 1 || Rooms.Codes(answer.Lines).Contains("name-taken"), $"{line}: {Team.Text(answer)}");
        }
    }

    [Fact]
    public void Every_step_shows_an_example_that_works_in_it()
    {
        foreach (var step in Playbook.Standard.Steps.Where(step => step.Id is not "personas"))
            Assert.False(Rooms.Hear(Rooms.At(step.Id), step.Example).Refused, step.Example);
    }

    [Fact]
    public void Pass_in_the_stages_step_says_how_to_write_it_as_a_stage() =>
        Assert.Contains("stage: Pass", Team.Text(Rooms.Hear(Rooms.At("stages"), "Pass")), StringComparison.Ordinal);
}

using System.Text.RegularExpressions;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;

namespace WorkshopBot.Workshops.Tests.Declarations;

/// <summary>What holds for every declaration, also those somebody adds tomorrow.</summary>
public sealed partial class DeclarationLintTests
{
    public static TheoryData<string> Kinds => [.. Playbook.Standard.Kinds.All.Select(kind => kind.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_has_label_requirement_and_a_word_nobody_else_of_the_kind_has(string id)
    {
        var kind = Playbook.Standard.Kinds.WithId(id)!;
        foreach (var field in kind.Fields)
        {
            Assert.False(string.IsNullOrWhiteSpace(field.Label), field.Id);
            Assert.Matches(RequirementIds(), field.From);
            Assert.Matches(FieldIds(), field.Id);
            foreach (var word in field.Also.Append(field.Label).Append(field.Id))
                Assert.Equal([field.Id], kind.Fields.Where(other => other.Labelled(word)).Select(other => other.Id).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_shown_field_has_an_example_or_choices(string id) =>
        Assert.Empty(Playbook.Standard.Kinds.WithId(id)!.Fields.Where(field => !field.Hidden && field.Example is null && field.Choices.Count == 0).Select(field => field.Id));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_main_text_at_most_one_home_and_a_line_that_shows_it(string id)
    {
        var kind = Playbook.Standard.Kinds.WithId(id)!;
        if (kind.Typed || kind.Letter == 'C') Assert.NotNull(kind.Main);
        Assert.InRange(kind.Fields.Count(field => field.Home), 0, 1);
        Assert.NotEmpty(kind.Line);
    }

    [Fact]
    public void No_kind_is_called_like_a_kickoff_word_or_a_stage_command()
    {
        foreach (var kind in Playbook.Standard.Kinds.All.Where(kind => kind.Typed))
            Assert.Null(Frame.Kind.Labelled(kind.Id));
    }

    [Fact]
    public void Every_letter_of_the_grammar_names_the_kind_it_says()
    {
        const string Grammar = "P persona S stage G goal N need Q question T touchpoint F failure I pain E evidence C conversion M metric B activity X gap O opportunity A action K parked D decided Y segment L solution";
        foreach (var pair in Grammar.Split(' ').Chunk(2)) Assert.Equal(pair[1], Playbook.Standard.Kinds.Of(pair[0][0])!.Id);
    }

    [Fact]
    public void Every_step_says_what_it_is_for_what_it_asks_and_how_a_line_looks()
    {
        foreach (var step in Playbook.Standard.Steps) Assert.All([step.Title, step.Purpose, step.Prompt, step.Example], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Equal("kickoff personas stages goals touchpoints data teams close", string.Join(' ', Playbook.Standard.Steps.Select(step => step.Id)));
    }

    [Fact]
    public void A_declaration_that_clashes_stops_the_start()
    {
        Assert.Throws<ArgumentException>(() => new Playbook([new KickoffStep(), new KickoffStep()], []));
        Assert.Throws<ArgumentException>(() => new Catalogue([Frame.Kind]));
        Assert.Throws<ArgumentException>(() => new Catalogue([Steps.Teams.Gap.Kind, Steps.Teams.Gap.Kind]));
    }

    [Fact]
    public void Every_command_is_there_or_says_how_it_looks() => Assert.All(CommandList.All, command => Assert.True(command.IsThere != (command.Later is not null), command.Words));

    [GeneratedRegex(@"^S[012]-\d\d( S[012]-\d\d)*$")]
    private static partial Regex RequirementIds();

    [GeneratedRegex("^[a-z][A-Za-z]*$")]
    private static partial Regex FieldIds();
}

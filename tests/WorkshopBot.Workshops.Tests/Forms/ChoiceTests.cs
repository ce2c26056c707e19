using System.Globalization;
using System.Text.RegularExpressions;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;
using WorkshopBot.Workshops.Tests.Views;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>What the forms give to choose from says what it is, and makes sense.</summary>
public sealed partial class ChoiceTests
{
    [Theory]
    [InlineData("e-bike.txt")]
    [InlineData("quick.txt")]
    public void No_item_to_choose_is_called_by_its_ref_and_kind_or_by_refs_alone(string sample)
    {
        var w = Played.Sample(sample);
        var kinds = w.Map.Kinds.All.Select(kind => kind.Label).ToHashSet(StringComparer.Ordinal);
        var said = 0;
        foreach (var sheet in Playbook.Standard.Sheets)
            foreach (var blank in sheet.Blanks(new(w, new("test:local:ann", "Ann", DateTimeOffset.UnixEpoch, Zone.Utc, "t", "t"), null)).Where(blank => blank.Among is not null))
                foreach (var choice in blank.Choices)
                {
                    var title = Speech.Say(choice.Title, CultureInfo.GetCultureInfo("en"));
                    var words = Refs().Replace(title, "").Trim(' ', '(', ')');
                    Assert.True(words.Any(char.IsLetter) && !kinds.Contains(words), $"{sheet.Id}.{blank.Id}: {title}");
                    said++;
                }
        Assert.InRange(said, 20, int.MaxValue);
    }

    [Fact]
    public void Decisions_and_what_is_over_are_not_offered_and_a_gap_is_no_place_for_a_gap()
    {
        var team = Team.Started().Until("teams").Given("Ann: decided: we begin", "Ann: gap Research: no price", "Ann: gap Choose: no help", "Ann: drop X2 no");
        string[] Offered(string of, string field) => [.. team.Opens("Ann", of).Fields.Concat(team.Presses("Ann", Press.More, Press.Of, of, Press.FormId, "x").Form().Fields).First(known => known.Id == field).Choices.Select(choice => choice.Value)];

        Assert.DoesNotContain(Offered("gap", "place"), name => name[0] is 'D' or 'X');
        Assert.Equal(["X1"], Offered("action", "for").Where(name => name[0] is 'D' or 'X'));
        Assert.Equal(["X1"], Offered("evidence", "on").Where(name => name[0] is 'D' or 'X'));
        Assert.Equal(["X1"], Offered("solution", "for").Where(name => name[0] is 'D' or 'X'));
    }

    [Fact]
    public void A_closed_list_says_in_words_that_something_is_to_be_chosen_and_an_open_one_needs_no_words()
    {
        var team = Team.Started().Until("goals");
        InputLine Field(Reader reader) => FormView.Of(team.Opens("Ann", "goal"), "", reader).Fields.Single(field => field.Id == "f.stage");

        Assert.Equal(("compact", "Choose", "Bitte wählen"), (Field(Readers.English).Style, Field(Readers.English).Example, Field(Readers.German).Example));
        foreach (var sheet in Playbook.Standard.Sheets.Where(sheet => Filling.IsOpen(sheet, team.Workshop)))
            foreach (var field in FormView.Of(team.Opens("Ann", sheet.Id), "", Readers.English).Fields.Where(field => field.IsOne || field.IsAny))
                Assert.Equal(field.Style == "compact", field.Example.Length > 0);
    }

    [Fact]
    public void Mine_says_where_each_item_hangs()
    {
        var team = Team.Started().Until("goals").Given("Ben: Research: compare the cost", "Ben: park a bell", "Ben: touchpoint Choose: shop", "Ben: T1 fails when it is closed");
        var mine = MineView.Of(team.Workshop, "test:local:ben", Readers.English);

        Assert.Equal(["Failure · T1, Choose", "Touchpoint · Choose", "Parked idea", "Goal · Research"], mine.Items.Select(item => item.Kind));
    }

    [GeneratedRegex(@"\b[A-Z]\d+\b")]
    private static partial Regex Refs();
}

using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>Items are found while somebody types: by ref, by name, by words, the best first.</summary>
public sealed class SearchTests
{
    private readonly Team _team = Team.Started().Until("goals").Given("Ben: Explore: research the brakes", "Ben: Choose: compare S2 with others", "Ben: Explore: pre-search nothing", "Ben: Choose: try it at Research").Until("touchpoints").Given("Ben: Research: price page");

    [Theory]
    [InlineData("S2", "S2 G2")]
    [InlineData("rese", "S2 D2 D3 G1 G4")]
    [InlineData("RESEARCH", "S2 D2 D3 G1 G4")]
    [InlineData("brakes resear", "G1")]
    [InlineData("search", "G3 D2 D3 S2 G1 G4")]
    [InlineData("page, price", "T1")]
    [InlineData("nowhere", "")]
    [InlineData("t1", "T1")]
    public void Given_a_map_when_something_is_typed_what_fits_best_comes_first(string typed, string found) =>
        Assert.Equal(found, string.Join(' ', Search.In(_team.Workshop, typed, 0, 10)));

    [Fact]
    public void Nothing_typed_gives_the_newest_first()
    {
        _team.Given("Ben: park a bell");
        Assert.Equal(["K1", "T1"], Search.In(_team.Workshop, " ", 0, 2).Select(name => name.ToString()));
        Assert.Equal(["T1"], Search.In(_team.Workshop, "", 1, 1).Select(name => name.ToString()));
    }

    [Fact]
    public void What_is_off_the_map_is_not_found_and_not_shown()
    {
        _team.Given("Ben: withdraw T1");
        Assert.Empty(Search.In(_team.Workshop, "price", 0, 10));
        Assert.Null(Search.Shown(new('T', 1), _team.Workshop, Readers.English));
    }

    [Fact]
    public void A_found_item_is_shown_in_a_line_with_its_kind_and_place()
    {
        Assert.Equal(new("T1", "price page", "Touchpoint · Research"), Search.Shown(new('T', 1), _team.Workshop, Readers.English));
        Assert.Equal("Stage", Search.Shown(new('S', 2), _team.Workshop, Readers.English)!.Place);
    }

    [Theory]
    [InlineData("((((")]
    [InlineData("\ud83d\ude00 \u202e")]
    public void Anything_can_be_typed(string typed) => Assert.NotNull(Search.In(_team.Workshop, typed + new string('x', 5_000), -1, 3).ToString());
}

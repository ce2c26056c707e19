using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>The map as a table is the whole map: every live item once, whatever kinds there are.</summary>
public sealed class MapTableTests
{
    private static readonly CultureInfo English = Speech.Culture("en"), German = Speech.Culture("de");

    private static readonly Workshop EBike = Played.Sample("e-bike.txt");

    [Fact]
    public void Every_live_item_of_the_sample_is_in_the_table_once()
    {
        var table = MapTable.Of(EBike, English);

        Assert.Equal(Live(EBike), Refs(table));
        Assert.Equal(0, table.More);
        Assert.All(table.Lanes, lane => Assert.Equal(table.Stages.Select(stage => stage.Ref), lane.Cells.Select(cell => cell.Stage)));
    }

    [Theory]
    [InlineData("Ann: scenario: Buying a bike in Leeds", "Trigger: the lease ends")]
    [InlineData("Ann: scenario: When the lease ends, Tom wants a bike", "")]
    public void What_the_scenario_does_not_say_is_said_beside_it(string scenario, string facts) =>
        Assert.Equal(facts, string.Join(", ", MapTable.Of(Team.Started().Given(scenario, "Ann: trigger: the lease ends").Workshop, English).Facts.Select(fact => $"{fact.Label}: {fact.Text}")));

    [Fact]
    public void It_says_what_the_map_is_about_and_how_well_it_is_known()
    {
        var table = MapTable.Of(EBike, English);

        Assert.Equal(("Getting a family e-bike", "as it is, closed", false), (table.Title, table.State, table.IsOpen));
        Assert.StartsWith("When the second car dies", table.Scenario, StringComparison.Ordinal);
        Assert.StartsWith("Evidence behind", table.Label, StringComparison.Ordinal);
        Assert.Equal(["Discover", "Research", "Explore", "Choose", "Purchase", "Advocate"], table.Stages.Select(stage => stage.Name));
        Assert.Equal("2-4 weeks", table.Stages[1].Lasts);
        Assert.Equal(["Maya", "Tom", "Ida"], table.Personas.Select(persona => persona.Name));
        Assert.Contains(new MapFact("Why", "grow subscriptions in Leeds by a third"), table.Facts);
        Assert.DoesNotContain(table.Facts, fact => fact.Label is "Mode" or "Scenario");
    }

    [Fact]
    public void A_cell_says_what_stands_there_where_it_hangs_and_how_it_is()
    {
        var table = MapTable.Of(EBike, English);

        var page = Item(table, "T3");
        Assert.Equal("price page", page.Text);
        Assert.Equal([("moment of truth", "star"), ("web", "plain"), ("on site", "plain"), ("before", "plain"), ("friction", "bad")], page.Chips.Select(chip => (chip.Text, chip.Tone)));
        Assert.Contains("Serves: G2", page.Details);
        Assert.Null(page.At);
        Assert.Equal(new MapPlace("T3", "price page"), Item(table, "F1").At);
        Assert.Equal("to Explore: 31 %", Item(table, "C2").Text);
        Assert.Contains("feels confused 2, wants confident 4", Cell(table, "feelings", "S2").Items[0].Text, StringComparison.Ordinal);
        Assert.Equal("Feels: 3 votes, spread 2", Assert.Single(Item(table, "V2").Details));
        Assert.Equal([("far from wanted", "bad"), ("Maya", "who")], Item(table, "V2").Chips.Select(chip => (chip.Text, chip.Tone)));
        Assert.Equal(["survey"], Item(table, "E4").Chips.Select(chip => chip.Text));
        Assert.Contains(Cell(table, "durations", "S2").Items, item => item.Text == "Takes: 2-4 weeks" && item.Details.Single().Contains("CRM", StringComparison.Ordinal));
        Assert.Contains(new MapChip("accepted", "gap"), Item(table, "X15").Chips);
        Assert.Contains("Size for the team: M", Item(table, "X15").Details);
        Assert.Equal("The journey ends here.", Cell(table, "conversions", "S6").Empty);
    }

    [Fact]
    public void An_empty_cell_invites_by_the_name_of_its_stage()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: Research feels lost 2");

        var cell = Cell(MapTable.Of(team.Workshop, English), "feelings", "S4");
        Assert.Equal(("Nobody has said how Choose feels.", true), (cell.Empty, cell.IsEmpty));
        Assert.Equal("Wie sich Choose anfühlt, hat noch niemand gesagt.", Cell(MapTable.Of(team.Workshop, German), "feelings", "S4").Empty);
        Assert.Equal("", Cell(MapTable.Of(team.Workshop, English), "feelings", "S2").Empty);
    }

    [Fact]
    public void A_map_without_evidence_is_labelled_a_hypothesis()
    {
        var table = MapTable.Of(Team.Started().Workshop, English);

        Assert.True(table.IsHypothesis);
        Assert.StartsWith("HYPOTHESIS", table.Label, StringComparison.Ordinal);
        Assert.Empty(table.Stages);
        Assert.True(table.IsOpen);
    }

    [Fact]
    public void What_hung_on_a_stage_that_is_gone_stands_beside_the_table()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare").Happened(new WorkshopEvent.ItemWithdrawn(new('S', 2)));
        var table = MapTable.Of(team.Workshop, English);

        Assert.Equal("G1", Assert.Single(Assert.Single(table.Also, group => group.Id == "goal").Items).Ref);
        Assert.Equal(Live(team.Workshop), Refs(table));
    }

    [Fact]
    public void Of_a_merged_item_the_older_one_is_named_and_of_a_withdrawn_one_nothing()
    {
        var team = Team.Started().Until("goals").Given("Ann: Research: compare", "Ann: Research: weigh up").Until("touchpoints").Given("Ann: Research: page | serves G2", "Ann: merge G2 into G1");
        Assert.Contains("Serves: G1", Item(MapTable.Of(team.Workshop, English), "T1").Details);

        var gone = team.Happened(new WorkshopEvent.ItemWithdrawn(new('G', 1))).Workshop;
        Assert.DoesNotContain(Item(MapTable.Of(gone, English), "T1").Details, detail => detail.StartsWith("Serves", StringComparison.Ordinal));
    }

    [Fact]
    public void A_kind_nobody_knew_stands_in_a_row_of_its_own_or_beside_the_table()
    {
        var playbook = new Playbook([.. Playbook.Standard.Steps, new WishStep()], Playbook.Standard.Checks);
        var team = Team.Started(playbook: playbook).Until("goals").Given("Ann: wish Research: a bell", "Ann: wish: a horn");
        var table = MapTable.Of(team.Workshop, English);

        Assert.Equal("a bell", Assert.Single(Cell(table, "also", "S2").Items).Text);
        Assert.Equal("", Cell(table, "also", "S1").Empty);
        Assert.Equal("a horn", Assert.Single(Assert.Single(table.Also, group => group.Name == "Wish").Items).Text);
        Assert.DoesNotContain(MapTable.Of(EBike, English).Lanes, lane => lane.Id == "also");
    }

    [Fact]
    public void A_workshop_of_one_step_has_the_rows_of_its_kinds_alone()
    {
        var team = Team.Started(playbook: new Playbook([new WishStep()], [])).Given("Ann: wish: a horn");
        Assert.Equal("a horn", Assert.Single(Assert.Single(MapTable.Of(team.Workshop, English).Also).Items).Text);
    }

    /// <summary>Items of all kinds, at any place or none, some of them taken off again.</summary>
    [Fact]
    public void Whatever_is_on_a_map_is_in_its_table_once()
    {
        var kinds = Playbook.Standard.Kinds.All;
        var adding = from kind in Gen.Elements(kinds.AsEnumerable()) from place in Gen.Choose(0, 400) from gone in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true))) select (kind, place, gone);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(adding.ArrayOf().Resize(60).ToArbitrary(), things =>
        {
            var team = Team.Started();
            foreach (var (kind, place, gone) in things)
            {
                if (team.Workshop.Map.Count(kind.Letter) >= kind.Most) continue;
                var name = team.Workshop.Map.Next(kind);
                team.Happened(new WorkshopEvent.ItemAdded(name, Somewhere(kind, place, team.Workshop.Map), $"e{name}", Timing.OnTime));
                if (gone) team.Happened(new WorkshopEvent.ItemWithdrawn(name));
            }
            var table = MapTable.Of(team.Workshop, English);
            Assert.Equal(Live(team.Workshop), Refs(table));
            Assert.Equal(table.Lanes.Length * table.Stages.Length, table.Lanes.Sum(lane => lane.Cells.Length));
        }));
    }

    [Fact]
    public void Beyond_the_limit_items_are_counted_where_they_are_left_out()
    {
        var team = Team.Started().Until("goals");
        for (var i = 1; i <= Limits.ShownItems + 60; i++) team.Happened(new WorkshopEvent.ItemAdded(new('G', i), new Steps.Goals.Goal { Stage = new('S', i % 6 + 1), Text = $"goal {i}" }, $"g{i}", Timing.OnTime));
        var table = MapTable.Of(team.Workshop, English);

        Assert.Equal(Limits.ShownItems, Refs(table).Count);
        Assert.Equal(team.Workshop.Map.Size - Limits.ShownItems, table.More);
        Assert.Equal($"+ {table.More} more", table.Rest);
        Assert.Equal(table.More, table.Lanes.Sum(lane => lane.Cells.Sum(cell => cell.More)) + table.Also.Sum(group => group.More));
    }

    [Fact]
    public void The_json_has_the_shape_pages_read()
    {
        var json = JsonDocument.Parse(MapTableJson.Write(MapTable.Of(EBike, English))).RootElement;

        Assert.Equal("Getting a family e-bike", json.GetProperty("title").GetString());
        foreach (var name in (string[])["label", "scenario"]) Assert.NotEqual("", json.GetProperty(name).GetString());
        Assert.Equal(["S1", "S2", "S3", "S4", "S5", "S6"], json.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("ref").GetString()!));
        var goals = json.GetProperty("lanes").EnumerateArray().First(lane => lane.GetProperty("form").GetString() == "goal");
        Assert.Equal(("goals", "Goals"), (goals.GetProperty("id").GetString(), goals.GetProperty("name").GetString()));
        var cell = goals.GetProperty("cells")[0];
        Assert.Equal(("S1", "G1"), (cell.GetProperty("stage").GetString(), cell.GetProperty("items")[0].GetProperty("ref").GetString()));
        Assert.Equal("see families like mine ride to school", cell.GetProperty("items")[0].GetProperty("text").GetString());
        Assert.Equal("", cell.GetProperty("empty").GetString());
        Assert.Equal(["step", "goal", "need", "question", "touchpoint", "message", "feeling", "pain", "failure", "evidence", "", "conversion", "spend", "metric", "activity", "gap", "opportunity"],
            json.GetProperty("lanes").EnumerateArray().Select(lane => lane.GetProperty("form").GetString()!));
    }

    /// <summary>An item with its required main text whose place is one of the items that are there, or none.</summary>
    private static Item Somewhere(Kind kind, int place, JourneyMap map)
    {
        var all = map.Kinds.All.SelectMany(other => map.On(other.Letter)).ToList();
        var item = kind.ByName ? kind.Main.Fill(kind.Blank, $"{kind.Id} {place} {map.Next(kind)}", default!).Value : kind.Blank;
        return kind.Home is { } home && all.Where(entry => home.Accepts(entry.Name)).ToList() is { Count: > 0 } places && home.Point(item, places[place % places.Count].Name) is { } placed ? placed : item;
    }

    private static List<string> Live(Workshop w) => [.. w.Map.Kinds.All.SelectMany(kind => w.Map.LiveOn(kind.Letter)).Select(entry => entry.Name.ToString()).Order(StringComparer.Ordinal)];

    private static List<string> Refs(MapTable table) =>
    [
        .. table.Stages.Select(stage => stage.Ref).Concat(table.Personas.Select(persona => persona.Ref)).Concat(table.Lanes.SelectMany(lane => lane.Cells).SelectMany(cell => cell.Items).Concat(table.Also.SelectMany(group => group.Items)).Select(item => item.Ref))
            .Where(name => name.Length > 0).Order(StringComparer.Ordinal),
    ];

    private static MapCell Cell(MapTable table, string lane, string stage) => table.Lanes.Single(row => row.Id == lane).Cells.Single(cell => cell.Stage == stage);

    private static MapItem Item(MapTable table, string name) =>
        table.Lanes.SelectMany(lane => lane.Cells).SelectMany(cell => cell.Items).Concat(table.Also.SelectMany(group => group.Items)).Single(item => item.Ref == name);

    private sealed record Wish : Item
    {
        public Ref? Stage { get; init; }
        public string? Text { get; init; }

        public static readonly Kind Kind = new Kind<Wish>
        {
            Id = "wish", Letter = 'Z', Label = "Wish", Plural = "wishes", Line = "wish Research: a bell",
            Fields = [Fields<Wish>.Stage("S0-08", z => z.Stage, (z, v) => z with { Stage = v }, required: false), Fields<Wish>.Text("text", "Wish", "S0-08", z => z.Text, (z, v) => z with { Text = v }, required: true, inOrder: true)],
        };
    }

    private sealed class WishStep : Step
    {
        public override string Id => "wishes";
        public override string Title => "Wishes";
        public override string Purpose => "Wish.";
        public override string Prompt => "What do you wish?";
        public override string Example => "wish: a bell";
        public override IReadOnlyList<Kind> Kinds => [Wish.Kind];
        public override IEnumerable<Open> Missing(Workshop w) => [];
    }
}

using System.Text.Json.Nodes;
using WorkshopBot.Cli;
using WorkshopBot.Exports;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Cli;

/// <summary>The samples that ship play to their end, and hold what a newcomer should see.</summary>
public sealed class SampleTests : IDisposable
{
    static readonly Handing Exports = new([new JsonExport()]);

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_german_sample_makes_the_map_of_the_english_one()
    {
        var (german, english) = (await Rehearse("kurz.txt"), await Rehearse("quick.txt"));

        Assert.True(german["scenario"]!.AsObject().Remove("language"));
        Assert.Equal(Shape(english), Shape(german));

        // Everything but what people wrote: which fields are filled, and with which of our own values.
        static string Shape(JsonNode map) => string.Join('\n', Paths(map, ""));

        static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
        {
            JsonObject one => one.SelectMany(pair => Paths(pair.Value, $"{path}.{pair.Key}")),
            JsonArray many => many.SelectMany((item, index) => Paths(item, $"{path}[{index}]")),
            JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.Number => [$"{path}={value}"],
            _ => [path],
        };
    }

    [Fact]
    public async Task The_bike_sample_imports_and_exports_to_the_same_bytes()
    {
        var (first, again) = (_folder.File("x.json"), _folder.File("y.json"));
        await Rehearse("e-bike.txt", first);
        Assert.Equal(0, Importing.Run([first, "--export", "json", again], Playbook.Standard, Exports, TextWriter.Null, TextWriter.Null));
        Assert.Equal(await File.ReadAllBytesAsync(first), await File.ReadAllBytesAsync(again));
    }

    [Fact]
    public async Task The_bike_sample_maps_three_personas_and_six_whole_stages()
    {
        var map = await Rehearse("e-bike.txt");

        Assert.Equal((5, 3), (map["participants"]!.GetValue<int>(), map["parties"]!.AsArray().Count));
        Assert.Equal(["Maya", "Tom", "Ida"], map["personas"]!.AsArray().Select(persona => persona!["name"]!.GetValue<string>()));
        Assert.Equal("P1", map["lead"]!.GetValue<string>());
        Assert.Equal(6, map["stages"]!.AsArray().Count);
        Assert.All(map["stages"]!.AsArray(), stage =>
        {
            foreach (var field in (string[])["majorGoal", "exitNeed", "targetDuration", "observedDuration"]) Assert.NotNull(stage![field]);
            Assert.NotEmpty(stage!["goals"]!.AsArray());
            Assert.NotEmpty(stage["questions"]!.AsArray());
            Assert.True(stage["touchpoints"]!.AsArray().Count >= 2, stage["name"]!.GetValue<string>());
            Assert.All(stage["feelings"]!.AsArray(), feeling => Assert.True(feeling!["wanted"] is not null && feeling["actual"] is not null));
            Assert.NotEmpty(stage["feelings"]!.AsArray());
        });
    }

    [Fact]
    public async Task The_bike_sample_has_moments_of_truth_with_failure_plans_pains_and_evidence_of_every_level()
    {
        var map = await Rehearse("e-bike.txt");
        var touchpoints = Stages(map, "touchpoints").Where(touchpoint => touchpoint["momentOfTruth"]?["why"] is not null).ToList();

        Assert.True(touchpoints.Count >= 4);
        Assert.All(touchpoints, touchpoint => Assert.NotEmpty(touchpoint["failures"]!.AsArray()));
        Assert.NotEmpty(Stages(map, "painPoints"));
        Assert.NotEmpty(Stages(map, "metrics"));
        Assert.NotEmpty(Stages(map, "activities"));
        Assert.Empty(Workshops.Values.Source.Levels.Except(Stages(map, "evidence").Concat(map["evidence"]!.AsArray().Select(e => e!)).Select(evidence => evidence["level"]!.GetValue<string>())));
        Assert.InRange(map["evidenceShare"]!.GetValue<decimal>(), 0.3m, 1m);
    }

    [Fact]
    public async Task The_bike_sample_knows_every_edge_its_cost_and_what_a_customer_is_worth()
    {
        var map = await Rehearse("e-bike.txt");
        var edges = map["conversions"]!.AsArray();

        Assert.Equal(["S1>S2", "S2>S3", "S3>S4", "S4>S5", "S5>S6"], edges.Select(edge => $"{edge!["from"]}>{edge["to"]}"));
        Assert.All(edges, edge => Assert.True(edge!["percent"] is not null && edge["medium"] is not null && edge["n"] is not null && edge["period"] is not null));
        Assert.Contains(edges, edge => edge!["cost"] is not null);
        Assert.Equal(1200, map["segments"]![0]!["value"]!["amount"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task The_bike_sample_closes_with_complete_gaps_owner_and_review_date()
    {
        var map = await Rehearse("e-bike.txt");
        var complete = map["gaps"]!.AsArray().Where(gap => new[] { "team", "effort", "owner", "nextAction", "due" }.All(part => gap![part] is not null)).ToList();

        Assert.True(complete.Count >= 4);
        Assert.Contains(complete, gap => gap!["check"] is null);
        Assert.Equal(("Ann", "2026-08-05", "closed"), (map["scenario"]!["owner"]!.GetValue<string>(), map["scenario"]!["review"]!.GetValue<string>(), map["phase"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_bike_sample_shows_an_edit_an_undo_a_withdrawal_an_early_a_late_and_a_refused_line()
    {
        var output = new StringWriter();
        Assert.Equal(0, await Rehearsal.Run([Checkout.File("samples", "e-bike.txt")], Playbook.Standard, Exports, output, TextWriter.Null));
        foreach (var said in (string[])["now says", "is taken back", "Withdrawn: T13", "Early: ", "Late: ", "140 does not", "Ben's. Only they"])
            Assert.Contains(said, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quick_sample_goes_on_with_hard_points_open_and_says_so_on_every_output()
    {
        var map = await Rehearse("quick.txt");

        Assert.Equal((1, 4), (map["personas"]!.AsArray().Count, map["stages"]!.AsArray().Count));
        Assert.Equal(2, map["decisions"]!.AsArray().Count);
        Assert.Equal("HYPOTHESIS", map["label"]!.GetValue<string>());
    }

    static IEnumerable<JsonNode> Stages(JsonNode map, string kind) => map["stages"]!.AsArray().SelectMany(stage => stage![kind]!.AsArray()).Select(item => item!);

    async Task<JsonNode> Rehearse(string sample, string? path = null)
    {
        path ??= _folder.File("map.json");
        var errors = new StringWriter();
        Assert.True(await Rehearsal.Run([Checkout.File("samples", sample), "--export", "json", path, "--quiet"], Playbook.Standard, Exports, TextWriter.Null, errors) == 0, errors.ToString());
        return JsonNode.Parse(await File.ReadAllTextAsync(path))!;
    }
}

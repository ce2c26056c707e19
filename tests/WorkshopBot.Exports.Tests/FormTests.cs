using System.Globalization;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports.Tests;

/// <summary>What the file looks like, and what it leaves out.</summary>
public class FormTests
{
    [Fact]
    public void A_small_map_looks_as_it_always_did() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Given.Root, "tests", "WorkshopBot.Exports.Tests", "sample.json")), Sample.Workshop.Json());

    [Fact]
    public void The_file_is_called_by_its_title_and_is_text()
    {
        var file = new JsonExport().Write(Given.Fold([new WorkshopEvent.Started("Größe: 100% E-Bike / Café ☕ 日本", false, null)]));
        Assert.Equal(("gro-e-100-e-bike-cafe.json", "application/json", true), (file.Name, file.Type, file.IsText));
        Assert.Equal("journey-map.json", new JsonExport().Write(Given.Fold([new WorkshopEvent.Started("日本", false, null)])).Name);
    }

    [Fact]
    public void It_is_lines_of_two_spaces_without_mark_or_carriage_return_and_ends_with_one_line_feed()
    {
        var bytes = new JsonExport().Write(Sample.Workshop).Bytes;
        Assert.Equal("{\n  \"schema\": \"journey-map/1\",\n"u8.ToArray(), bytes[..31]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal("\n}\n"u8.ToArray(), bytes[^3..]);
    }

    [Fact]
    public void The_culture_and_the_zone_of_the_host_change_no_byte()
    {
        var before = CultureInfo.CurrentCulture;
        var plain = Filled.Workshop(Workshops.Steps.Playbook.Standard).Json();
        try
        {
            foreach (var name in (string[])["de-DE", "ar-SA", "tr-TR", "th-TH"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(plain, Filled.Workshop(Workshops.Steps.Playbook.Standard).Again().Json());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Under_thirty_percent_with_evidence_the_file_says_hypothesis_and_otherwise_not()
    {
        Assert.False(Sample.Workshop.Tree().ContainsKey("label"));
        var thin = Given.Started([.. Sample.Events, new WorkshopEvent.ItemWithdrawn(Given.Ref("E1")), new WorkshopEvent.ItemWithdrawn(Given.Ref("C1")), .. Enumerable.Range(3, 5).Select(n => Given.Item($"G{n}", new Goal { Text = "x" }))]);
        Assert.Equal("HYPOTHESIS", thin.Tree()["label"]!.GetValue<string>());
        thin.Again();
    }

    [Fact]
    public void What_was_taken_off_is_not_there_and_nothing_points_at_it()
    {
        var w = Given.Started([.. Sample.Events, new WorkshopEvent.ItemWithdrawn(Given.Ref("G2")), new WorkshopEvent.ItemWithdrawn(Given.Ref("P1"))]);
        var file = w.Tree();
        Assert.Null(file.Find("G2"));
        Assert.Equal("[]", file.Find("T1")!["serves"]!.ToJsonString());
        Assert.False(file.Find("V1")!.ContainsKey("persona"));
        w.Again();
    }

    [Fact]
    public void What_belonged_to_a_touchpoint_that_was_taken_off_stands_at_the_top()
    {
        var w = Given.Started([.. Sample.Events, new WorkshopEvent.ItemWithdrawn(Given.Ref("T1"))]);
        var file = w.Tree();
        Assert.Equal(["F1", "V1", "E1"], new[] { "failures", "feelings", "evidence" }.Select(plural => file[plural]![0]!["ref"]!.GetValue<string>()));
        w.Again();
    }

    [Fact]
    public void Merged_items_are_named_by_the_ref_that_survived()
    {
        var w = Given.Started([.. Sample.Events, new WorkshopEvent.Merged(Given.Ref("G2"), Given.Ref("G1")), new WorkshopEvent.Merged(Given.Ref("S2"), Given.Ref("S1"))]);
        var file = w.Tree();
        Assert.Equal("[\"G1\"]", file.Find("T1")!["serves"]!.ToJsonString());
        Assert.Equal("S1", file.Find("G1")!["stage"]!.GetValue<string>());
        Assert.Null(file.Find("G2"));
        Assert.Equal(w.Map.Evidence, w.Again().Map.Evidence);
    }

    [Fact]
    public void A_finding_says_the_sentence_of_its_check_and_keeps_no_text_of_its_own_when_it_comes_back()
    {
        var again = Sample.Workshop.Again();
        Assert.StartsWith("No touchpoint serves goal G1", again.Tree().Find("X1")!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(((Gap)again.Map.Find(Given.Ref("X1"))!.Item).Text);
        Assert.Equal(Given.Ref("X1"), again.Map.Identified('X', Gap.Key("L06", Given.Ref("G1"))));
    }

    [Fact]
    public void A_text_that_somebody_gave_a_finding_is_kept()
    {
        var gap = (Gap)Sample.Workshop.Map.Find(Given.Ref("X1"))!.Item;
        var again = Given.Started([.. Sample.Events, new WorkshopEvent.ItemRevised(Given.Ref("X1"), gap with { Text = "nobody shows the cost" })]).Again();
        Assert.Equal("nobody shows the cost", ((Gap)again.Map.Find(Given.Ref("X1"))!.Item).Text);
    }

    [Fact]
    public void A_finding_about_what_is_gone_stays_without_place_and_text()
    {
        var w = Given.Started([.. Sample.Events, new WorkshopEvent.ItemWithdrawn(Given.Ref("G1"))]);
        Assert.Equal(["ref", "check", "state"], w.Tree().Find("X1")!.Select(part => part.Key).Take(3));
        w.Again();
    }

    [Fact]
    public void The_order_of_votes_leaves_no_trace()
    {
        (string Word, int Score)[] votes = [("confused", 2), ("Confused", 2), ("lost", 1), ("LOST", 3)];
        string[] files = [.. new[] { votes, [.. votes.Reverse()] }.Select(order => Given.Started(
            [Given.Item("V1", new Feeling()), .. order.Select((vote, n) => Given.Felt("V1", false, $"slack:{n}", vote.Word, vote.Score))]).Again().Json())];
        Assert.Equal(files[0], files[1]);
    }

    [Fact]
    public void A_percentage_nobody_knows_is_null_and_stays_unknown()
    {
        Assert.True(Sample.Workshop.Tree().Find("C2")!.TryGetPropertyValue("percent", out var percent) && percent is null);
        Assert.Null(((Conversion)Sample.Workshop.Again().Map.Find(Given.Ref("C2"))!.Item).Percent);
    }

    [Fact]
    public void Evidence_shares_and_people_are_counted_again()
    {
        var again = Sample.Workshop.Again();
        Assert.Equal((Sample.Workshop.Map.Evidence, 1), (again.Map.Evidence, again.Crew.Count));
        Assert.Equal("Ann Lee", again.Frame.Owner!.Name);
        Assert.Equal(new DateOnly(2026, 9, 2), again.Frame.Review!.Date);
    }

    [Fact]
    public void Ten_thousand_items_take_a_moment()
    {
        var w = Given.Started([.. Sample.Events, .. Enumerable.Range(3, 9_990).Select(n => Given.Item($"G{n}", new Goal { Stage = new Ref('S', 1), Persona = new Ref('P', 1), Text = "goal" }))]);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        w.Again();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }
}

using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Exports.Tests;

/// <summary>A file that is no map is refused in one sentence, whatever it is.</summary>
public class BadFileTests
{
    public static TheoryData<string> Broken =>
    [
        "", " ", "{", "[]", "null", "1", "\"x\"", "{}", "{\"schema\":\"journey-map/2\",\"title\":\"x\"}", "{\"schema\":1}", "{\"schema\":\"journey-map/1\"}", "// no\n{}",
        "{\"schema\":\"journey-map/1\",\"title\":\"x\"}{}", "{\"schema\":\"journey-map/1\",\"schema\":\"journey-map/1\",\"title\":\"x\"}", "{\"schema\":\"journey-map/1\",\"title\":\"\\ud83d\"}",
        "{\"schema\":\"journey-map/1\",\"title\":\"a\\u0000b\"}", "{\"schema\":\"journey-map/1\",\"title\":" + new string('[', 100_000), "\u0000\u0001", "{\"\\ud800\":1}",
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_no_map_is_refused(string file)
    {
        var result = Given.Import(file);
        Assert.NotNull(result.Fault);
        Assert.Empty(result.Events);
    }

    [Theory]
    [InlineData("$", "title", "5", "title is not a text.")]
    [InlineData("$", "state", "\"was\"", "state is neither as-is nor to-be.")]
    [InlineData("$", "phase", "\"closed\"", "A closed workshop needs its ending: signed-off, open-points or thrown-away.")]
    [InlineData("$", "step", "\"dance\"", "step names 'dance', which is no step.")]
    [InlineData("$", "lead", "\"P9\"", "lead names no persona of the file.")]
    [InlineData("$", "participants", "501", "participants is not a whole number from 0 to 500.")]
    [InlineData("$", "visitors", "1", "The file has no field 'visitors'.")]
    [InlineData("$", "scenario", "{\"why\":\"x\"}", "scenario has no field 'why'.")]
    [InlineData("$", "goals", "[{\"ref\":\"G1\",\"text\":\"again\"}]", "G1 is there twice.")]
    [InlineData("$", "needs", "[{\"ref\":\"G9\",\"text\":\"x\"}]", "G9 stands in 'needs', whose refs begin with N.")]
    [InlineData("$", "needs", "[{\"text\":\"x\"}]", "An entry of 'needs' has no ref.")]
    [InlineData("$", "needs", "[5]", "An entry of 'needs' is not an object.")]
    [InlineData("$", "needs", "{}", "'needs' is not a list.")]
    [InlineData("$", "needs", "[{\"ref\":\"N999999999\"}]", "The refs are numbered too high; a file may span 50000.")]
    [InlineData("$", "segments", "[{\"ref\":\"Y1\",\"name\":\"A\"},{\"ref\":\"Y2\",\"name\":\"a\"}]", "Y2 has the name of another of its kind.")]
    [InlineData("T1", "serves", "[\"G7\"]", "T1 serves names G7, which is not in the file.")]
    [InlineData("T1", "serves", "[\"P1\"]", "T1 serves cannot name P1.")]
    [InlineData("T1", "serves", "\"G1\"", "T1 serves is not a list.")]
    [InlineData("T1", "serves", "[1]", "T1 serves is not a text.")]
    [InlineData("T1", "momentOfTruth", "{}", "T1 momentOfTruth needs its why.")]
    [InlineData("T1", "satisfaction", "6", "T1 satisfaction is not what the field holds.")]
    [InlineData("T1", "satisfaction", "1e400", "T1 satisfaction is not what the field holds.")]
    [InlineData("T1", "verdict", "\"love\"", "T1 verdict is not what the field holds.")]
    [InlineData("T1", "owner", "{\"key\":\"slack:U1\",\"name\":\"Ann\"}", "T1 owner is not what the field holds.")]
    [InlineData("C1", "percent", "100.125", "C1 percent is not what the field holds.")]
    [InlineData("C1", "cost", "{\"amount\":1,\"currency\":\"euro\"}", "C1 cost is not what the field holds.")]
    [InlineData("C1", "n", "\"many\"", "C1 source is not what the field holds.")]
    [InlineData("S1", "name", "\"\"", "S1 needs a name of at most 80 characters.")]
    [InlineData("S1", "observedDuration", "{\"min\":4,\"max\":2,\"unit\":\"weeks\"}", "S1 observedDuration is not what the field holds.")]
    [InlineData("S1", "observedDuration", "{\"unit\":\"weeks\"}", "S1 observedDuration is not what the field holds.")]
    [InlineData("X1", "due", "\"2026-02-30\"", "X1 due is not what the field holds.")]
    [InlineData("V1", "wanted", "{\"word\":\"ok\",\"score\":6,\"votes\":1}", "V1 wanted score is not a whole number from 1 to 5.")]
    [InlineData("V1", "wanted", "{\"word\":\"ok\",\"score\":3,\"votes\":100000}", "V1 wanted votes is not a whole number from 1 to 500.")]
    [InlineData("V1", "wanted", "{\"word\":\"ok\",\"score\":3,\"votes\":2,\"ballots\":[]}", "V1 wanted has 0 ballots for 2 votes.")]
    [InlineData("V1", "wanted", "{\"word\":\"one two three four\",\"score\":3,\"votes\":1}", "V1 wanted is not one to three words.")]
    [InlineData("G1", "colour", "\"red\"", "G1 has no field 'colour'.")]
    public void A_wrong_piece_is_named(string name, string field, string value, string fault)
    {
        var file = Sample.Workshop.Tree();
        (name == "$" ? file : file.Find(name)!)[field] = JsonNode.Parse(value);
        Assert.Equal(fault, Given.Import(file.ToJsonString()).Fault);
    }

    [Fact]
    public void A_file_of_any_size_is_answered()
    {
        Assert.Equal("The file is larger than 64 MB.", JsonImport.Read(new byte[JsonImport.MaxBytes + 1], Playbook.Standard).Fault);
        var long_ = Sample.Workshop.Tree();
        long_.Find("G1")!["text"] = new string('x', Limits.MessageBytes + 1);
        Assert.StartsWith("A text is longer than 16384 characters", Given.Import(long_.ToJsonString()).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void More_stages_than_a_map_takes_are_refused()
    {
        var file = Sample.Workshop.Tree();
        for (var n = 3; n <= 13; n++) file["stages"]!.AsArray().Add(new JsonObject { ["ref"] = $"S{n}", ["name"] = $"Stage {n}" });
        Assert.Equal("There are 13 stages; a map takes 12.", Given.Import(file.ToJsonString()).Fault);
    }

    [Fact]
    public void A_file_written_by_hand_needs_little()
    {
        var w = Given.Imported("""{"schema":"journey-map/1","title":"By hand","stages":[{"ref":"S2","name":"Try","goals":[{"ref":"G1","text":"be sure"}],"feelings":[{"ref":"V1","actual":{"word":"calm","score":4,"votes":3}}]}]}""");
        Assert.Equal(("By hand", "close", Phase.Running), (w.Title, w.StepId, w.Phase));
        Assert.Equal(1, w.Map.Count('G', new('S', 2)));
        Assert.Equal(3, ((Workshops.Steps.Touchpoints.Feeling)w.Map.Find(new('V', 1))!.Item).Actual.Votes);
        w.Again();
    }

    [Fact]
    public void A_mark_at_the_beginning_is_no_reason_to_refuse() =>
        Assert.Null(JsonImport.Read((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample.Workshop.Json())], Playbook.Standard).Fault);
}

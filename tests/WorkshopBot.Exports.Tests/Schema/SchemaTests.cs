using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Exports.Tests.Schema;

/// <summary>docs/journey-map.schema.json says what the declarations say, and holds for what is exported.</summary>
public class SchemaTests
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Regex Indexes = new(@"\[\d+\]");

    private static string Path => System.IO.Path.Combine(Given.Root, "docs", "journey-map.schema.json");

    private static JsonObject Schema => JsonNode.Parse(File.ReadAllText(Path))!.AsObject();

    /// <summary>After a change of the declarations: WRITE_SCHEMA=1 dotnet test, and read the difference.</summary>
    [Fact]
    public void The_schema_says_what_is_declared()
    {
        var declared = DeclaredSchema.Of(Playbook.Standard).ToJsonString(Written) + "\n";
        if (Environment.GetEnvironmentVariable("WRITE_SCHEMA") == "1") File.WriteAllText(Path, declared);
        Assert.Equal(declared, File.ReadAllText(Path));
    }

    [Fact]
    public void A_map_with_every_field_is_valid() => Assert.Empty(SchemaChecker.Check(Schema, Filled.Workshop(Playbook.Standard).Tree()));

    [Fact]
    public void A_small_map_is_valid() => Assert.Empty(SchemaChecker.Check(Schema, Sample.Workshop.Tree()));

    [Fact]
    public void A_map_that_has_just_begun_is_valid() => Assert.Empty(SchemaChecker.Check(Schema, Given.Started().Tree()));

    [Fact]
    public void A_moment_of_truth_may_be_null_in_files_of_others()
    {
        var file = Sample.Workshop.Tree();
        file.Find("T1")!["momentOfTruth"] = null;
        Assert.Empty(SchemaChecker.Check(Schema, file));
        Assert.Null(Given.Import(file.ToJsonString()).Fault);
    }

    /// <summary>Every value of a full map, one after the other, in another type and under another name.</summary>
    [Fact]
    public void Every_wrong_name_and_every_wrong_type_is_a_fault()
    {
        var (schema, file) = (Schema, Filled.Workshop(Playbook.Standard).Tree());
        List<string> passed = [];
        foreach (var (holder, name) in Properties(file).DistinctBy(part => Indexes.Replace(part.Holder.GetPath() + "." + part.Name, "")).ToList())
        {
            var value = holder[name];
            holder[name] = value is JsonObject ? "wrong" : new JsonObject { ["wrong"] = 1 };
            if (SchemaChecker.Check(schema, file).Count == 0) passed.Add($"{holder.GetPath()}.{name} in another type");
            holder.Remove(name);
            holder[name + "s"] = value?.DeepClone();
            if (SchemaChecker.Check(schema, file).Count == 0) passed.Add($"{holder.GetPath()}.{name} by another name");
            holder.Remove(name + "s");
            holder[name] = value;
        }
        Assert.Empty(passed);
        Assert.Empty(SchemaChecker.Check(schema, file));
    }

    [Theory]
    [InlineData("C1", "percent", "101")]
    [InlineData("C1", "from", "\"T1\"")]
    [InlineData("T1", "satisfaction", "6")]
    [InlineData("T1", "satisfaction", "2.5")]
    [InlineData("T1", "verdict", "\"love\"")]
    [InlineData("T1", "serves", "[\"Q1\"]")]
    [InlineData("G1", "ref", "\"g1\"")]
    [InlineData("X1", "due", "\"12 June\"")]
    public void A_value_out_of_bounds_is_a_fault(string name, string field, string value)
    {
        var file = Sample.Workshop.Tree();
        file.Find(name)![field] = JsonNode.Parse(value);
        Assert.NotEmpty(SchemaChecker.Check(Schema, file));
    }

    [Fact]
    public void An_array_a_reader_counts_on_is_never_missing()
    {
        foreach (var name in (string[])["personas", "segments", "stages", "conversions", "gaps", "actions", "decisions", "parked", "scenario", "participants"])
        {
            var file = Sample.Workshop.Tree();
            file.Remove(name);
            Assert.NotEmpty(SchemaChecker.Check(Schema, file));
        }
    }

    private static IEnumerable<(JsonObject Holder, string Name)> Properties(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(part => Properties(part.Value).Prepend((o, part.Key))),
        JsonArray list => list.SelectMany(Properties),
        _ => [],
    };
}

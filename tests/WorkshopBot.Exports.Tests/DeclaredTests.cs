using System.Text.Json.Nodes;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;

namespace WorkshopBot.Exports.Tests;

/// <summary>Settled: every declared kind has a place in the export, and every declared field comes back.</summary>
public class DeclaredTests
{
    private static readonly Playbook Playbook = Playbook.Standard;

    public static TheoryData<string> Kinds => [.. Playbook.Kinds.All.Select(kind => kind.Id)];

    [Fact]
    public void Every_kind_and_field_comes_back_from_the_file_to_the_same_bytes() => Filled.Workshop(Playbook).Again();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_of_a_kind_stands_in_the_file_and_on_the_imported_map(string id)
    {
        var kind = Playbook.Kinds.WithId(id)!;
        var workshop = Filled.Workshop(Playbook);
        var (file, again) = (workshop.Tree(), workshop.Again());
        foreach (var number in Filled.Numbers)
        {
            var name = $"{kind.Letter}{number}";
            var item = file.Find(name);
            Assert.NotNull(item);
            Assert.Equal("ref", item.First().Key);
            foreach (var field in kind.Fields)
            {
                Assert.False(field.IsEmpty(again.Map.Live(Given.Ref(name))!.Item), $"{name} {field.Id} was lost");
                if (Filled.Exported(kind, field, number, Playbook) is { } value) Assert.True(JsonNode.DeepEquals(value, item[field.Id]), $"{name} {field.Id} is {item[field.Id]?.ToJsonString()}, not {value.ToJsonString()}");
            }
        }
        Assert.Null(file.Find($"{kind.Letter}2"));
    }

    [Fact]
    public void Every_field_of_the_frame_stands_in_the_scenario()
    {
        var scenario = Filled.Workshop(Playbook).Tree()["scenario"]!;
        foreach (var field in Frame.Kind.Fields)
            Assert.True(JsonNode.DeepEquals(Filled.Exported(Frame.Kind, field, 1, Playbook), scenario[field.Id]), $"{field.Id} is {scenario[field.Id]?.ToJsonString()}");
    }

    [Fact]
    public void The_numbers_of_what_was_taken_off_are_never_given_again()
    {
        var (before, after) = (Filled.Workshop(Playbook).Map, Filled.Workshop(Playbook).Again().Map);
        foreach (var kind in Playbook.Kinds.All) Assert.Equal(before.Next(kind), after.Next(kind));
    }

    [Fact]
    public void The_imported_map_counts_what_the_first_one_counted()
    {
        var (before, after) = (Filled.Workshop(Playbook), Filled.Workshop(Playbook).Again());
        Assert.Equal(before.Map.Size, after.Map.Size);
        Assert.Equal(before.Map.Evidence, after.Map.Evidence);
        Assert.Equal(before.Map.Lead, after.Map.Lead);
        Assert.Equal(before.Map.Stages.Select(stage => stage.Name), after.Map.Stages.Select(stage => stage.Name));
        Assert.Equal((before.Phase, before.Ending, before.StepId, before.ToBe, before.LinkedTo), (after.Phase, after.Ending, after.StepId, after.ToBe, after.LinkedTo));
        Assert.True(before.Opened.SetEquals(after.Opened));
        Assert.Equal(before.Crew.Count, after.Crew.Count);
        foreach (var kind in Playbook.Kinds.All)
            foreach (var entry in before.Map.LiveOn(kind.Letter))
            {
                Assert.Equal(before.Map.Pointing(entry.Name).Select(other => other.Name).Order(), after.Map.Pointing(entry.Name).Select(other => other.Name).Order());
                Assert.Equal(entry.Backing, after.Map.Find(entry.Name)!.Backing);
            }
    }

    [Fact]
    public void No_person_key_gets_into_a_file() => Assert.DoesNotContain("SECRET", Filled.Workshop(Playbook).Json(), StringComparison.Ordinal);

    /// <summary>Fields, arrays of a place and the names of the file itself share one object.</summary>
    [Fact]
    public void No_two_things_have_the_same_name_in_one_object() => Assert.All(Everything(Filled.Workshop(Playbook).Json()), names => Assert.Equal(names.Distinct(), names));

    private static List<List<string>> Everything(string json)
    {
        var open = new Stack<List<string>>();
        var reader = new System.Text.Json.Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        List<List<string>> all = [];
        while (reader.Read())
            switch (reader.TokenType)
            {
                case System.Text.Json.JsonTokenType.StartObject: open.Push([]); break;
                case System.Text.Json.JsonTokenType.PropertyName: open.Peek().Add(reader.GetString()!); break;
                case System.Text.Json.JsonTokenType.EndObject: all.Add(open.Pop()); break;
            }
        return all;
    }
}

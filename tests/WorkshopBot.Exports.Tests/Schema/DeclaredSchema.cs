using System.Text.Json.Nodes;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports.Tests.Schema;

/// <summary>The schema as the declarations say it must be; docs/journey-map.schema.json is this, written down.</summary>
internal static class DeclaredSchema
{
    public static JsonObject Of(Playbook playbook)
    {
        var kinds = playbook.Kinds.All;
        var defs = new JsonObject
        {
            ["day"] = Text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
            ["level"] = Enum(Source.Levels),
            ["span"] = Closed(["unit"], [("min", Number()), ("typical", Number()), ("max", Number()), ("unit", Enum(Span.Units)), .. SourceParts()]),
            ["cost"] = Closed(["amount", "currency"], ("amount", Number()), ("currency", Text("^[A-Z]{3}$")), ("per", Enum(MoneyText.Pers))),
            ["ballot"] = Closed(["word", "score"], ("word", Text()), ("score", Score(5))),
            ["mood"] = Closed(["word", "score", "votes"], ("word", Text()), ("score", Number(1, 5)), ("votes", Count(1)), ("ballots", List(Defined("ballot")))),
            ["reading"] = new JsonObject { ["type"] = "array", ["prefixItems"] = new JsonArray(Defined("day"), Number(null)), ["minItems"] = 2, ["maxItems"] = 2 },
            ["judgement"] = Closed([], ("score", Score(5)), ("text", Text()), ("signedOff", Const(true)), ("objection", Text())),
        };
        foreach (var kind in kinds) defs[kind.Id] = OfKind(kind, playbook);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "journey-map/1: a customer journey map made in a workshop",
            ["description"] = "Made from the declared kinds and fields by the tests; see export-json.md.",
        };
        foreach (var (key, value) in OfFile(playbook)) schema[key] = value?.DeepClone();
        schema["$defs"] = defs;
        return schema;
    }

    private static JsonObject OfFile(Playbook playbook)
    {
        var steps = playbook.Steps.Select(step => step.Id).ToList();
        var close = Closed(["signOffs", "objections", "judgements"], ("ending", Enum(CloseForm.Endings.Select(ending => ending.Name))), ("signOffs", Count()), ("objections", Count()), ("judgements", List(Defined("judgement"))));
        return Closed(["schema", "title", "state", "opened", "scenario", .. Layout.AtTop, "close", "participants"],
        [
            ("schema", Const(Layout.Schema)), ("title", Text()), ("state", Enum(["as-is", "to-be"])), ("linkedTo", Text()), ("label", Const(Layout.Hypothesis)), ("phase", Enum(["running", "closed"])),
            ("step", Enum(steps)), ("opened", List(Enum(steps))), ("scenario", Closed([], Fields(Frame.Kind, playbook))), ("lead", Name("P")),
            .. Arrays(default, playbook), ("close", close), ("evidenceShare", Number(0, 1)), ("participants", Count()),
        ]);
    }

    private static JsonObject OfKind(Kind kind, Playbook playbook)
    {
        var place = new Ref(kind.Letter, 1);
        var always = Layout.Always(place);
        List<(string, JsonObject)> parts = [(Layout.Name, Name(kind.Letter.ToString())), .. Fields(kind, playbook)];
        if (kind.Blank is Gap) parts.Add((GapForm.OwnText, Const(true)));
        if (!always.IsEmpty) parts.AddRange(Arrays(place, playbook));
        IEnumerable<string> required = kind.Fields.Where(field => field.Required && field.Shape == "text").Select(field => field.Id);
        if (kind.Blank is Touchpoint) required = [.. required, "serves", "answers"];
        var made = Closed([Layout.Name, .. required, .. always], [.. parts]);
        made["description"] = kind.Label;
        return made;
    }

    private static IEnumerable<(string, JsonObject)> Arrays(Ref place, Playbook playbook) =>
        playbook.Kinds.All.Where(kind => Layout.Takes(place, kind)).Select(kind => (kind.Plural, List(Defined(kind.Id))));

    private static (string, JsonObject)[] Fields(Kind kind, Playbook playbook) => kind.Blank is Feeling
        ? [("persona", Name("P")), ("stage", Name("S")), ("touchpoint", Name("T")), ("wanted", Defined("mood")), ("actual", Defined("mood"))]
        : [.. kind.Fields.SelectMany(field => field.Shape == "source" ? SourceParts() : [(field.Id, Described(field, OfField(kind, field, playbook)))])];

    private static JsonObject Described(Field field, JsonObject made)
    {
        made["description"] = field.Label;
        return made;
    }

    private static JsonObject OfField(Kind kind, Field field, Playbook playbook) => (kind.Id, field.Id, field.Shape) switch
    {
        ("touchpoint", "momentOfTruth", _) => new() { ["anyOf"] = new JsonArray(Closed(["why"], ("why", Text())), new JsonObject { ["type"] = "null" }) },
        ("conversion", "percent", _) => new() { ["anyOf"] = new JsonArray(Number(0, 100), new JsonObject { ["type"] = "null" }) },
        (_, _, "text" or "person" or "teams") => Text(),
        (_, _, "texts") => List(Text()),
        // Whether a choice takes other words, only reading some says.
        (_, _, "choice") when IsOpen(kind, field) => Text(),
        (_, _, "choice") => Enum(field.Choices.Select(choice => choice.Id)),
        (_, _, "number") when field.Unit?.StartsWith("1-", StringComparison.Ordinal) == true => Score(field.Unit[2] - '0'),
        (_, _, "number") when field.Unit == "%" => Number(0, 100),
        (_, _, "percent") => Number(0, 100),
        (_, _, "number") => Number(),
        (_, _, "measure") => Number(null),
        (_, _, "date") => Defined("day"),
        (_, _, "item") => Name(Letters(field, playbook)),
        (_, _, "items") => List(Name(Letters(field, playbook))),
        (_, _, "readings") => List(Defined("reading")),
        (_, _, var shape) => Defined(shape),
    };

    private static bool IsOpen(Kind kind, Field field) => field.Fill(kind.Blank, "something nobody listed", new(JourneyMap.Empty(Playbook.Standard.Kinds), Crew.Nobody, default, Zone.Utc)).Fault is null;

    private static string Letters(Field field, Playbook playbook) => string.Concat(playbook.Kinds.All.Select(kind => kind.Letter).Where(letter => field.Accepts(new Ref(letter, 1))).Order());

    private static (string, JsonObject)[] SourceParts() => [("source", Text()), ("level", Defined("level")), ("n", Number()), ("period", Text()), ("link", Text())];

    private static JsonObject Closed(IEnumerable<string> required, params (string Name, JsonObject Rule)[] parts)
    {
        var properties = new JsonObject();
        foreach (var (name, rule) in parts) properties[name] = rule;
        var made = new JsonObject { ["type"] = "object" };
        if (required.Any()) made["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        made["properties"] = properties;
        made["additionalProperties"] = false;
        return made;
    }

    private static JsonObject Text(string? pattern = null) => pattern is null ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Name(string letters) => Text($"^[{letters}][1-9][0-9]*$");

    private static JsonObject Number(int? min = 0, int? max = null)
    {
        var made = new JsonObject { ["type"] = "number" };
        if (min is { } least) made["minimum"] = least;
        if (max is { } most) made["maximum"] = most;
        return made;
    }

    private static JsonObject Score(int max) => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = max };

    private static JsonObject Count(int min = 0) => new() { ["type"] = "integer", ["minimum"] = min };

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Enum(IEnumerable<string> values) => new() { ["enum"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]) };

    private static JsonObject Const(JsonNode value) => new() { ["const"] = value };

    private static JsonObject Defined(string name) => new() { ["$ref"] = $"#/$defs/{name}" };
}

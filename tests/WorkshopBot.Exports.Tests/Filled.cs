using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports.Tests;

/// <summary>A workshop in which every declared field of every declared kind holds a value, told apart by kind, field and number.</summary>
internal static class Filled
{
    /// <summary>What no export may show.</summary>
    public const string Key = "slack:T0SECRET:U0SECRET";

    /// <summary>The numbers that stay; 2 is taken off the map again.</summary>
    public static readonly int[] Numbers = [1, 3, 4];

    public static Workshop Workshop(Playbook playbook)
    {
        List<WorkshopEvent> events = [new WorkshopEvent.Started("Getting a family e-bike", true, "map-7"), new WorkshopEvent.Joined(Key, "Ann Lee", "UTC", "en")];
        events.Add(new WorkshopEvent.Framed((Frame)Full(Frame.Kind, 1, playbook)));
        events.AddRange(playbook.Steps.Take(6).Select(step => new WorkshopEvent.StepOpened(step.Id)));
        foreach (var kind in playbook.Kinds.All)
            for (var number = 1; number <= 4; number++) events.Add(new WorkshopEvent.ItemAdded(new(kind.Letter, number), kind.Blank, "", Timing.OnTime));
        foreach (var kind in playbook.Kinds.All)
        {
            foreach (var number in Numbers) events.Add(new WorkshopEvent.ItemRevised(new(kind.Letter, number), Full(kind, number, playbook)));
            events.Add(new WorkshopEvent.ItemWithdrawn(new(kind.Letter, 2)));
        }
        events.Add(new WorkshopEvent.StagesOrdered([new('S', 4), new('S', 2), new('S', 1), new('S', 3)]));
        events.Add(new WorkshopEvent.LeadChosen(new('P', 3)));
        events.Add(new WorkshopEvent.Judged(Key, new Judgement(4, "good start, thin evidence", true, null)));
        events.Add(new WorkshopEvent.Judged(Key + "2", new Judgement(null, null, false, "Purchase is a guess")));
        events.Add(new WorkshopEvent.Closed(Ending.OpenPoints));
        return Given.Fold(events, playbook);
    }

    public static Item Full(Kind kind, int number, Playbook playbook) =>
        kind.Fields.Aggregate(kind.Blank, (item, field) => field.Load(item, JsonSerializer.SerializeToElement(Stored(kind, field, number, playbook))));

    /// <summary>What the journal stores for a field.</summary>
    public static JsonNode? Stored(Kind kind, Field field, int number, Playbook playbook) => field.Shape switch
    {
        "text" => Text(kind, field, number),
        "texts" => new JsonArray(Text(kind, field, number), Text(kind, field, number) + " and more"),
        "choice" => field.Choices[number % field.Choices.Count].Id,
        "number" => field.Unit?.StartsWith("1-", StringComparison.Ordinal) == true ? number : number * 10.125m,
        "percent" or "measure" => number * 12.5m,
        "teams" => $"Billing + {Text(kind, field, number)}",
        "cost" => new JsonObject { ["amount"] = number * 1.5m, ["currency"] = "EUR", ["per"] = "month" },
        "span" => JsonNode.Parse($$"""{"min":{{number}},"typical":{{number}}.5,"max":{{number + 1}},"unit":"weeks","source":"{{kind.Id}} {{field.Id}}","level":"survey","n":{{number}},"period":"May","link":"https://a.b/{{number}}"}"""),
        "source" => JsonNode.Parse($$"""{"source":"{{Text(kind, field, number)}}","level":"analytics","n":2140,"period":"May","link":"https://a.b/{{number}}"}"""),
        "readings" => new JsonArray(new JsonArray("2026-05-01", number), new JsonArray("2026-06-01", number + 0.25m)),
        "date" => new JsonObject { ["at"] = Day(number) + "T00:00:00Z", ["zone"] = "UTC" },
        "person" => new JsonObject { ["key"] = Key, ["name"] = Text(kind, field, number) },
        "item" => Target(field, number, playbook),
        "items" => new JsonArray(Target(field, number, playbook), Target(field, number + 1, playbook)),
        "mood" => JsonNode.Parse($$"""[["{{Key}}1","confused",2],["{{Key}}2","Confused",{{number}}],["{{Key}}3","{{field.Id}}",5]]"""),
        _ => throw new InvalidOperationException($"The shape '{field.Shape}' of {kind.Id}.{field.Id} needs a value here."),
    };

    /// <summary>What the export shows of it; null where a test looks at the form by itself.</summary>
    public static JsonNode? Exported(Kind kind, Field field, int number, Playbook playbook) => (kind.Id, field.Id, field.Shape) switch
    {
        ("feeling", "place", _) or (_, _, "source" or "mood") => null,
        ("touchpoint", "momentOfTruth", _) => new JsonObject { ["why"] = Text(kind, field, number) },
        (_, _, "date") => Day(number),
        (_, _, "person") => Text(kind, field, number),
        (_, _, "items") => new JsonArray([.. Stored(kind, field, number, playbook)!.AsArray().Select(name => Given.Ref(name!.GetValue<string>())).Distinct().Order().Select(name => JsonValue.Create(name.ToString()))]),
        _ => Stored(kind, field, number, playbook),
    };

    public static string Text(Kind kind, Field field, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind.Id} {field.Id} {number}");

    private static string Day(int number) => $"2026-0{number}-09";

    /// <summary>Goes round the kinds a field accepts.</summary>
    private static string Target(Field field, int number, Playbook playbook)
    {
        var letters = playbook.Kinds.All.Select(kind => kind.Letter).Where(letter => field.Accepts(new Ref(letter, 1))).ToList();
        return $"{letters[number % letters.Count]}{Numbers[number % Numbers.Length]}";
    }
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>Workshops to type into, one for every step, with something of most kinds on the map; made once, since they never change.</summary>
internal static class Rooms
{
    private static readonly ConcurrentDictionary<string, Workshop> Made = new();

    public static IReadOnlyList<string> Steps { get; } = ["kickoff", "personas", "stages", "goals", "touchpoints", "data", "teams", "close"];

    /// <summary>A Monday.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Ann facilitates; Ben, Sam and Ann Lee take part. From the goals step on there are G1 G2 Q1 N1 T1 T2 T3 I1, and from the touchpoints step
    /// on the findings X1 (G1), X2 (G2) and X3 (Q1).
    /// </summary>
    public static Workshop At(string step) => Made.GetOrAdd(step, static step =>
    {
        var team = Team.Started().Given("Ben: i speak for Sales", "Sam: i speak for Support", "Ann Lee: i speak for Billing");
        if (Steps.ToList().IndexOf(step) < Steps.ToList().IndexOf("goals")) return team.Until(step).Workshop;
        return team.Until("goals").Given(
            "Ann: goal Research: compare the true monthly cost", "Ann: goal Choose: be sure", "Ann: question Research: what is a fair price", "Ann: need Research: a price without an account",
            "Ann: touchpoint Discover: a neighbour's bike", "Ann: touchpoint Research: price page", "Ann: touchpoint Choose: test ride", "Ben: pain Research: full cost only at checkout").Until(step).Workshop;
    });

    /// <summary>A workshop in the goals step whose stages are called like nothing a grammar wishes for.</summary>
    public static Workshop Odd { get; } = Team.Started().Until("stages").Given(
        "Ann: Try, Try again, Phase 2: pilot, Need help, Goal setting, Größe wählen, 比較する, Step 7, שלום, 👩‍👩‍👧 Family, Need", "Ann: stage: Maße prüfen: Kosten vergleichen",
        "Ann: next anyway").Workshop;

    /// <summary>A workshop in the goals step whose stages are called like commands.</summary>
    public static Workshop Commanding { get; } = Team.Started().Until("stages").Given(
        "Ann: stage: Find", "Ann: stage: Find a bike", "Ann: stage: Park", "Ann: stage: Start", "Ann: stage: Next", "Ann: stage: Leave", "Ann: next anyway").Workshop;

    public static Answered Hear(Workshop workshop, string text, string person = "Ann", string turn = "typed", params string[] confirmed)
    {
        var key = $"test:local:{person.ToLowerInvariant()}";
        return Conversation.Hear(new Heard(turn, key, person, text, Now, Zone.Utc, [.. confirmed], "the room", "m-1"), workshop);
    }

    /// <summary>
    /// What came of a line: <c>no: code</c> when it was refused, <c>said: code</c> when it was a question; otherwise the fields named in
    /// <paramref name="expected"/> (<c>G3.text=…; G3.stage=S2</c>) as the map has them now.
    /// </summary>
    public static void Expect(string expected, Answered answer)
    {
        if (Outcome(answer, expected) is var actual && actual != expected) Assert.Fail($"expected {expected}\nbut got  {actual}");
    }

    private static string Outcome(Answered answer, string expected)
    {
        if (answer.Refused) return expected.StartsWith("no: ", StringComparison.Ordinal) && Codes(answer.Lines).Contains(expected[4..]) ? expected : $"no: {string.Join(' ', Codes(answer.Lines))} [{Team.Text(answer)}]";
        if (answer.Events.IsEmpty) return expected.StartsWith("said: ", StringComparison.Ordinal) && Codes(answer.Lines).Contains(expected[6..]) ? expected : $"said: {string.Join(' ', Codes(answer.Lines))}";
        if (expected.StartsWith("done: ", StringComparison.Ordinal)) return Codes(answer.Lines).Contains(expected[6..]) ? expected : $"done: {string.Join(' ', Codes(answer.Lines))}";
        if (expected.Length == 0 || expected.StartsWith("no: ", StringComparison.Ordinal)) return $"taken: {string.Join(", ", answer.Events.Select(e => e.ToString()))}";
        return string.Join("; ", expected.Split("; ").Select(part => part[..(part.IndexOf('=', StringComparison.Ordinal) + 1)]).Select(name => name + Value(answer.After, name[..^1])));
    }

    /// <summary>The codes of phrases, and of the phrases in them.</summary>
    public static IEnumerable<string> Codes(IEnumerable<Phrase> phrases) => phrases.SelectMany(phrase => Codes(phrase.Args.SelectMany(Inner)).Prepend(phrase.Code));

    /// <summary>An item as it is stored: its fields, each as JSON.</summary>
    public static Dictionary<string, JsonElement> Stored(Kind kind, Item item)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            kind.Write(writer, item);
            writer.WriteEndObject();
        }
        return JsonDocument.Parse(Encoding.UTF8.GetString(memory.ToArray())).RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
    }

    private static string Value(Workshop w, string name)
    {
        var (of, field) = (name.Split('.')[0], name.Split('.')[1]);
        if (of == "frame") return Shown(Stored(Workshops.Steps.Kickoff.Frame.Kind, w.Frame), field);
        if (w.Map.Live(Ref.Read(of)!.Value) is not { } entry) return "(not there)";
        return field == "order" ? $"{w.Map.StageOrder.IndexOf(entry.Name)}" : Shown(Stored(entry.Kind, entry.Item), field);
    }

    private static string Shown(Dictionary<string, JsonElement> stored, string field) =>
        !stored.TryGetValue(field, out var value) ? "(empty)" : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static IEnumerable<Phrase> Inner(Arg arg) => arg switch { Arg.Inner inner => [inner.Value], Arg.Several several => several.Values.SelectMany(Inner), _ => [] };
}

using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>A fact about a stage or item, said with a verb: <c>Research takes 2-4 weeks</c>, <c>T3 feels lost 2, wants safe 4</c> (grammar, "fact").</summary>
public static class FactLine
{
    public static Line? Read(Typed typed)
    {
        var map = typed.Workshop.Map;
        var start = Known.Start(typed.Text, map, "S") ?? Known.Leading(typed.Text);
        if (start is not var (name, rest) || rest.Length == 0) return null;
        var live = map.Live(map.Resolve(name));
        if (Starts(rest, "feels ") || Starts(rest, "wants ")) return live is null ? Known.NoPlace(name.ToString(), map) : Feels(live, rest, typed);
        if (live?.Kind.Fields.FirstOrDefault(field => field.Verb is { } verb && Starts(rest, verb + " ")) is not { } field) return null;
        var text = rest[(field.Verb!.Length + 1)..].Trim();
        // A duration keeps its source with it; for anything else the source becomes evidence.
        if (field.Shape == "span") return new WorkshopCommand.Fill(live.Name, [new(field, text)]);
        var source = SourceText.Split(text, out var value);
        return new WorkshopCommand.Fill(live.Name, [new(field, value)], source);
    }

    private static Line Feels(Entry place, string text, Typed typed)
    {
        if (place.Name.Letter is not (JourneyMap.Stage or 'T')) return Phrase.Of("feels-where", place.Name);
        var source = SourceText.Split(text, out text);
        Ref? persona = null;
        var whose = text.LastIndexOf(" for ", StringComparison.OrdinalIgnoreCase);
        if (whose > 0)
        {
            var named = text[(whose + 5)..].Trim();
            persona = Known.Whole(named, typed.Workshop.Map, "P");
            // "ready for it 4" is a mood.
            if (persona is null && (Ref.Read(named) is not null || !char.IsAsciiDigit(named[^1]))) return Known.NoPlace(named, typed.Workshop.Map);
            if (persona is not null) text = text[..whose].Trim();
        }
        Mood? actual = null, wanted = null;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var wants = Starts(part, "wants ");
            if ((!wants && !Starts(part, "feels ")) || (wants ? wanted : actual) is not null) return Phrase.Of("mood-form", part);
            var mood = TallyShape.ReadMood(part[6..].Trim());
            if (mood.Fault is { } fault) return fault;
            if (wants) wanted = mood.Value;
            else actual = mood.Value;
        }
        return new WorkshopCommand.Feel(place.Name, persona, actual, wanted, source);
    }

    private static bool Starts(string text, string words) => text.StartsWith(words, StringComparison.OrdinalIgnoreCase);
}

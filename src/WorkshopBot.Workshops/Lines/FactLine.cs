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
        var tongue = typed.Reading.Tongue;
        if (tongue.After(rest, "feels") is not null || tongue.After(rest, "wants") is not null) return live is null ? Known.NoPlace(name.ToString(), map) : Feels(live, rest, typed);
        if (live?.Kind.Fields.FirstOrDefault(field => field.Verb is { } verb && tongue.After(rest, verb) is not null) is not { } field) return null;
        var text = tongue.After(rest, field.Verb!)!;
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
        var tongue = typed.Reading.Tongue;
        if (tongue.Around(text, "for", last: true) is var (felt, named))
        {
            persona = Known.Whole(named, typed.Workshop.Map, "P");
            // "ready for it 4" is a mood.
            if (persona is null && (Ref.Read(named) is not null || !char.IsAsciiDigit(named[^1]))) return Known.NoPlace(named, typed.Workshop.Map);
            if (persona is not null) text = felt;
        }
        Mood? actual = null, wanted = null;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var wants = tongue.After(part, "wants") is not null;
            if ((wants ? tongue.After(part, "wants") : tongue.After(part, "feels")) is not { } said || (wants ? wanted : actual) is not null) return Phrase.Of("mood-form", part);
            var mood = TallyShape.ReadMood(said);
            if (mood.Fault is { } fault) return fault;
            if (wants) wanted = mood.Value;
            else actual = mood.Value;
        }
        return new WorkshopCommand.Feel(place.Name, persona, actual, wanted, source);
    }
}

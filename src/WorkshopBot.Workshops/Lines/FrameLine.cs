using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>Kick-off and close lines: what the workshop is about, how it is run and how it ends (grammar, "kickoff" and "close").</summary>
public static class FrameLine
{
    public static Line? Kickoff(Typed typed)
    {
        var colon = typed.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || Frame.Kind.Labelled(typed.Text[..colon].Trim(), typed.Reading.Tongue) is not { } field) return null;
        var text = typed.Text[(colon + 1)..].Trim();
        return text.Length == 0 ? Phrase.Of("frame-empty", Frame.Kind.LabelOf(field), Frame.Kind.ExampleOf(field)) : new WorkshopCommand.SetFrame([new(field, text)]);
    }

    public static Line? Close(Typed typed)
    {
        var (text, tongue) = (typed.Text, typed.Reading.Tongue);
        if (tongue.Is(text, "sign off")) return new WorkshopCommand.Judge(null, null, true, null);
        if (tongue.Is(text, "throw away")) return new WorkshopCommand.Close(ThrowAway: true);
        if (tongue.Is(text, "throw away anyway")) return new WorkshopCommand.Close(ThrowAway: true, Anyway: true);
        if (tongue.After(text, "object", ':') is { Length: > 0 } objection) return new WorkshopCommand.Judge(null, null, false, objection);
        if (tongue.After(text, "owner") is { Length: > 0 } person) return new WorkshopCommand.SetFrame([new(Field("owner"), person)]);
        if (tongue.After(text, "review") is { Length: > 0 } date && DayShape.Date(date, typed.Reading) is { Ok: true } or { Fault: not null })
            return new WorkshopCommand.SetFrame([new(Field("review"), date)]);
        return tongue.After(text, "overall") is { } overall ? Overall(overall) : null;
    }

    private static Line? Overall(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return Phrase.Of("overall-form");
        var score = Num.Read(text[..colon].Trim());
        return !score.Ok ? Phrase.Of("overall-form")
            : score.Value is < 1 or > 5 || score.Value != decimal.Truncate(score.Value) ? Phrase.Of("score-range", 1, 5)
            : text[(colon + 1)..].Trim() is { Length: > 0 } sentence ? new WorkshopCommand.Judge((int)score.Value, sentence, false, null) : Phrase.Of("overall-form");
    }

    private static Field Field(string id) => Frame.Kind.Field(id)!;
}

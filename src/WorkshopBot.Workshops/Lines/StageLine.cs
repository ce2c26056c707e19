using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary><c>stage? …</c> is a question of the customer; <c>stage: …</c> is whatever the open step collects by stage, and asked back when it collects nothing (grammar, "stageline").</summary>
public static class StageLine
{
    public static Line? Read(Typed typed)
    {
        if (Known.Start(typed.Text, typed.Workshop.Map, "S") is not var (stage, rest) || rest is not [':' or '?', ..]) return null;
        var text = rest[1..].Trim();
        if (rest[0] == '?') return KindedLine.Made(Question.Kind, stage, text, typed);
        return typed.Workshop.Step.StageLine is { } kind ? KindedLine.Made(kind, stage, text, typed) : Phrase.Of("stage-line", typed.Workshop.Map.Live(stage)!.Kind.Main.Show(typed.Workshop.Map.Live(stage)!.Item), text);
    }
}

using System.Globalization;
using System.Text.Json;
using WorkshopBot.Workshops;

namespace WorkshopBot.Exports;

/// <summary>Reads what people said of the whole, and how the workshop ended.</summary>
internal static class CloseReader
{
    public static IEnumerable<WorkshopEvent> Events(JsonElement root)
    {
        var closed = root.Get("phase")?.Words("phase") switch
        {
            null or "running" => false,
            "closed" => true,
            _ => throw new ImportFaultException("phase is neither running nor closed."),
        };
        var close = root.Get("close")?.Whole("close");
        close?.Only("close", "ending", "signOffs", "objections", "judgements");
        var judged = close?.Get("judgements")?.Row("judgements").Select((element, index) => Judged(element, index + 1)).ToList() ?? [];
        if (judged.Count > Limits.People) throw new ImportFaultException($"There are more than {Limits.People} judgements.");
        return closed ? [.. judged, new WorkshopEvent.Closed(Ending(close?.Get("ending")))] : judged;
    }

    private static WorkshopEvent.Judged Judged(JsonElement element, int number)
    {
        element.Whole("A judgement").Only("A judgement", "score", "text", "signedOff", "objection");
        return new(string.Create(CultureInfo.InvariantCulture, $"import:{number}"), new Judgement(
            element.Get("score")?.Count(1, 5, "The score of a judgement"), element.Get("text")?.Words("text"),
            element.Get("signedOff").Flag("signedOff"), element.Get("objection")?.Words("objection")));
    }

    private static Ending Ending(JsonElement? element)
    {
        var name = element?.Words("ending");
        foreach (var (ending, known) in CloseForm.Endings)
            if (known == name) return ending;
        throw new ImportFaultException("A closed workshop needs its ending: signed-off, open-points or thrown-away.");
    }
}

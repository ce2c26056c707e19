using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>Finds the one live item a text names, by ref or by name, or says why there is none.</summary>
public static class Naming
{
    public static Parsed<Ref> Read(string text, Reading reading, RefShape shape)
    {
        if (Ref.Read(text) is { } named)
        {
            var item = reading.Map.Resolve(named);
            if (!shape.Accepts(item)) return Phrase.Of("wrong-kind", named, Kinds(reading, shape));
            return reading.Map.Live(item) is not null ? Parsed<Ref>.Yes(item) : Phrase.Of(reading.Map.Find(item) is null ? "no-such-ref" : "withdrawn", named);
        }
        return reading.Map.Named(text, shape.Letters) is { } known ? Parsed<Ref>.Yes(known) : Phrase.Of("no-such-item", text, Kinds(reading, shape));
    }

    private static Arg Kinds(Reading reading, RefShape shape) =>
        Arg.List(shape.Letters.Select(letter => reading.Map.Kinds.Of(letter)).OfType<Kinds.Kind>().Select(kind => kind.Word));
}

using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>Finds the stages and personas of the map in typed text: longest match, whatever the case (grammar, "place").</summary>
public static class Known
{
    /// <summary>The known name or live ref a text starts with, and what follows it; null when it starts with neither.</summary>
    public static (Ref Name, string After)? Start(string text, JourneyMap map, string letters = "SP")
    {
        var best = map.Stages.Concat(map.Personas).Where(entry => letters.Contains(entry.Name.Letter, StringComparison.Ordinal))
            .Select(entry => (entry.Name, Length: FoldedName.At(text, Called(entry)))).Where(known => known.Length > 0)
            .OrderByDescending(known => known.Length).Select(known => ((Ref, string)?)(known.Name, text[known.Length..].TrimStart())).FirstOrDefault();
        return best ?? (Leading(text) is var (name, rest) && map.Live(map.Resolve(name)) is { } live && letters.Contains(live.Name.Letter, StringComparison.Ordinal) ? (live.Name, rest) : null);
    }

    /// <summary>The ref a text starts with, whether it was ever given or not, and what follows it.</summary>
    public static (Ref Name, string After)? Leading(string text)
    {
        var length = 1;
        while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
        if (length > text.Length || (length < text.Length && char.IsLetterOrDigit(text[length])) || Ref.Read(text.AsSpan(0, Math.Min(length, text.Length))) is not { } name) return null;
        return (name, text[length..].TrimStart());
    }

    /// <summary>The whole text as a known name or live ref.</summary>
    public static Ref? Whole(string text, JourneyMap map, string letters = "SP") => Start(text, map, letters) is (var name, "") ? name : null;

    /// <summary>The refusal for a place nobody put on the map, with the nearest name that is there.</summary>
    public static Phrase NoPlace(string text, JourneyMap map)
    {
        if (Ref.Read(text) is { } named) return Phrase.Of(map.Find(named) is null ? "no-such-ref" : "withdrawn", named);
        return Near(text, map) is { } near ? Phrase.Of("no-such-place.near", text, near) : Phrase.Of("no-such-place", text, Names(map));
    }

    /// <summary>The known name a mistyped one probably means: at most two letters off, and fewer than half of them.</summary>
    public static string? Near(string text, JourneyMap map) =>
        text.Length > Limits.Name ? null
        : map.Stages.Concat(map.Personas).Select(Called).Select(name => (name, Off: Distance(text, name)))
            .Where(known => known.Off is > 0 and <= 2 && known.Off * 2 < known.name.Length).OrderBy(known => known.Off).Select(known => known.name).FirstOrDefault();

    /// <summary>The refusal for a text that begins with a place nobody put on the map: its first words are compared, the most of them first.</summary>
    public static Phrase NoPlaceAt(string text, JourneyMap map)
    {
        var place = text.IndexOf('|', StringComparison.Ordinal) is >= 0 and var bar ? text[..bar].Trim() : text;
        // No name is longer, so nothing beyond is worth comparing or repeating.
        if (place.Length > Limits.Name) place = place[..Limits.Name] + "…";
        for (var end = place.Length; end > 0; end = place.LastIndexOf(' ', end - 1))
            if (Near(place[..end], map) is not null) return NoPlace(place[..end], map);
        return NoPlace(place, map);
    }

    private static Arg Names(JourneyMap map) => Arg.List(map.Stages.Select(stage => (Arg)Called(stage)));

    private static string Called(Entry entry) => entry.Kind.Main.Show(entry.Item) is Arg.Text { Value: var name } ? name : "";

    /// <summary>How many letters apart two words are, whatever the case.</summary>
    internal static int Distance(string a, string b)
    {
        (a, b) = (a.ToUpperInvariant(), b.ToUpperInvariant());
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[b.Length];
    }
}

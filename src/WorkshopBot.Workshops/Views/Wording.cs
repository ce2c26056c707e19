using System.Globalization;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Words for one reader: everything a view shows is said through here.</summary>
internal static class Wording
{
    /// <summary>Letters of an item's text in a list; the whole text is one step away, under its ref.</summary>
    private const int InList = 140;

    public static string Say(this Reader reader, Phrase phrase) => Speech.Say(phrase, reader.Culture, reader.Zone);

    public static string Say(this Reader reader, Arg arg) => Speech.Say(arg, reader.Culture, reader.Zone);

    public static List<string> Say(this Reader reader, IEnumerable<Phrase> phrases) => [.. phrases.Select(phrase => reader.Say(phrase))];

    /// <summary>A good line for a step, in the reader's language.</summary>
    public static Arg Sample(Step step) => new Arg.Word($"step.{step.Id}.example", step.Example);

    /// <summary>"+ 3 more", or nothing.</summary>
    public static string More(this Reader reader, int left) => left > 0 ? reader.Say(Phrase.Of("and-more", left)) : "";

    /// <summary>A text for a list, with the cut to be seen; never through the middle of a letter.</summary>
    public static string Short(string text, int most = InList)
    {
        if (text.Length <= most) return text;
        var letters = StringInfo.ParseCombiningCharacters(text);
        return letters.Length <= most ? text : text[..letters[most - 1]].TrimEnd() + "…";
    }
}

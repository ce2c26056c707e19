using System.Globalization;
using System.Text.RegularExpressions;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Languages;

/// <summary>
/// The language nobody speaks (qps-ploc): whatever is said in it stands between ⟦ and ⟧ in letters of its own. A word in plain letters is then
/// either somebody's own or was written into the code, where no other language can reach it.
/// </summary>
public static partial class PseudoText
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("qps-ploc");

    /// <summary>The words of what is shown that are neither ours nor somebody's own. Single letters (refs, sizes) and numbers are no words.</summary>
    /// <param name="shown">Anything visible: a text, a label, a button.</param>
    /// <param name="own">What people have typed: names, texts, units. A word of theirs is known by standing in one of these.</param>
    public static IReadOnlyList<string> Foreign(string shown, IEnumerable<string> own)
    {
        List<string> foreign = [.. Word().Matches(shown).Select(match => match.Value).Where(word => word.All(char.IsAscii)).Distinct(StringComparer.Ordinal)];
        foreach (var text in own)
        {
            // Whoever owns the first words is asked first, and mostly nobody else.
            if (foreign.Count == 0) break;
            if (foreign.Exists(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))) foreign.RemoveAll(Word().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase).Contains);
        }
        return foreign;
    }

    /// <summary>What people have put into a workshop in their own words; values of our own lists are not among it.</summary>
    public static IEnumerable<string> Owned(Workshop w)
    {
        var items = w.Playbook.Kinds.All.SelectMany(kind => w.Map.LiveOn(kind.Letter).Select(entry => (kind, entry.Item))).Append((Frame.Kind, w.Frame));
        var spoken = items.SelectMany(item => item.Item1.Fields.Where(field => !field.IsEmpty(item.Item2) && !(field.Shape == "choice" && field.Choices.Any(choice => Equals(field.Show(item.Item2), choice.Word))))
            .SelectMany(field => Spoken(field.Show(item.Item2))));
        return new[] { w.Title, w.LinkedTo ?? "", "the room" }.Concat(w.Crew.All.SelectMany(person => person.Departments.Append(person.Name))).Concat(spoken);
    }

    private static IEnumerable<string> Spoken(Arg arg) => arg switch
    {
        Arg.Text text => [text.Value],
        Arg.Inner inner => inner.Value.Args.SelectMany(Spoken),
        Arg.Several several => several.Values.SelectMany(Spoken),
        _ => [],
    };

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]+")]
    private static partial Regex Word();
}

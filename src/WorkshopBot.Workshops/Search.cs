using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>Finds items of a map by what somebody types while they look for one: by ref, by name, by words. Walks over the map once, however large.</summary>
public static class Search
{
    /// <summary>Letters that are looked at of what was typed.</summary>
    private const int MostTyped = 200;

    /// <summary>The items found, the best first: of this ref, called so, with all these words, with all of this somewhere in them; the newest where nothing was typed.</summary>
    /// <param name="w">The workshop.</param>
    /// <param name="text">What was typed, of any length and kind.</param>
    /// <param name="skip">How many of the found were shown already.</param>
    /// <param name="most">How many to give.</param>
    public static ImmutableArray<Ref> In(Workshop w, string text, int skip, int most)
    {
        var all = w.Map.Kinds.All.SelectMany(kind => w.Map.LiveOn(kind.Letter)).Where(entry => entry.Item is not Party);
        return [.. Among(all, text, w).Skip(Math.Max(skip, 0)).Take(Math.Max(most, 0)).Select(entry => entry.Name)];
    }

    /// <summary>Those of some items that hold a text, in the same order.</summary>
    internal static IEnumerable<Entry> Among(IEnumerable<Entry> all, string text, Workshop w)
    {
        var typed = Words(text[..Math.Min(text.Length, MostTyped)]);
        return typed.Length == 0 ? all.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Name)
            : all.Select(entry => (Entry: entry, Rank: Rank(entry, typed, w))).Where(one => one.Rank is not null).OrderBy(one => one.Rank).Select(one => one.Entry);
    }

    /// <summary>An item that was found, in a line and with its place; null when it is off the map meanwhile.</summary>
    public static FoundLine? Shown(Ref name, Workshop w, Reader reader) => w.Map.Live(w.Map.Resolve(name)) is not { } entry ? null
        : new(entry.Name.ToString(), Wording.Short(reader.Say(Showing.Text(w, entry))),
            entry.Kind.Home?.Targets(entry.Item).FirstOrDefault() is { IsNone: false } home ? reader.Say(Phrase.Of("mine.at", entry.Kind.Word, Receipts.Place(home, w))) : reader.Say(entry.Kind.Word));

    /// <summary>The words of a text as they are compared.</summary>
    internal static string[] Words(string text) => Tidy.Fold(text).Split([.. text.Where(sign => !char.IsLetterOrDigit(sign)).Distinct()], StringSplitOptions.RemoveEmptyEntries);

    private static int? Rank(Entry entry, string[] typed, Workshop w)
    {
        if (typed is [var one] && Ref.Read(one) is { } name && w.Map.Resolve(name) == entry.Name) return 0;
        var main = Tidy.Fold(entry.Kind.Main.Again(entry.Item));
        if (entry.Kind.ByName && Begins(main, typed)) return 1;
        var text = string.Join(' ', entry.Kind.Fields.Where(field => field != entry.Kind.Main && field.Shape is "text" or "texts" && !field.IsEmpty(entry.Item)).Select(field => Tidy.Fold(field.Again(entry.Item))).Prepend(main));
        return Begins(text, typed) ? 2 : typed.All(word => text.Contains(word, StringComparison.Ordinal)) ? 3 : null;
    }

    /// <summary>True when every word that was typed begins a word of the text.</summary>
    private static bool Begins(string text, string[] typed) => typed.All(word =>
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        return false;
    });
}

/// <summary>An item that was found: its ref, what it says in a line, and what and where it is.</summary>
public sealed record FoundLine(string Ref, string Title, string Place);

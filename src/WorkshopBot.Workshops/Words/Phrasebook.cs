using System.Globalization;
using System.Reflection;
using System.Resources;

namespace WorkshopBot.Workshops.Words;

/// <summary>The texts one room of the house keeps in its resource files, one file a language. Looks up; says nothing by itself.</summary>
public sealed class Phrasebook(string name, Assembly assembly)
{
    private readonly ResourceManager texts = new(name, assembly);

    /// <summary>The text under a code in a language, in English where that language has none; null where no language has one.</summary>
    public string? Find(string code, CultureInfo culture) =>
        Pseudo.Is(culture) ? texts.GetString(code, CultureInfo.InvariantCulture) is { } english ? Pseudo.Of(english) : null : texts.GetString(code, culture);

    /// <summary>The text under a code that must be there.</summary>
    public string Text(string code, CultureInfo culture) => Find(code, culture) ?? throw new InvalidOperationException($"There is no text '{code}'.");

    /// <summary>What one language has of its own, without the English behind it.</summary>
    internal IEnumerable<(string Code, string Text)> Of(CultureInfo culture)
    {
        if (texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not { } own) yield break;
        foreach (System.Collections.DictionaryEntry entry in own)
            if (entry is { Key: string code, Value: string text }) yield return (code, text);
    }
}

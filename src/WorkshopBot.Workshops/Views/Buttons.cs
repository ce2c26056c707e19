using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Makes the buttons of the screens: titles in the reader's language, and what each carries.</summary>
public static class Buttons
{
    public static Button Make(this Reader reader, Arg title, string verb, bool sends, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var carried = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["verb"] = verb };
        if (reader.MapId.Length > 0) carried[Press.Workshop] = reader.MapId;
        foreach (var (name, value) in data)
            if (value.Length > 0) carried[name] = value;
        if (Shows(verb, carried.GetValueOrDefault(Press.Line))) carried[Press.Opens] = "true";
        return new(reader.Say(title), verb, carried, sends);
    }

    /// <summary>Whether a press shows something and changes nothing; a typed line by what it is.</summary>
    private static bool Shows(string verb, string? line) => verb is Press.Form or Press.More or Press.Ask or Press.Facilitate or Press.Put || (verb == Press.Say && CommandList.IsQuestion(line ?? ""));

    /// <summary>A button that stands for a typed line, so that clicking and typing are one path.</summary>
    public static Button Types(this Reader reader, Phrase title, string line, string shown = "") =>
        reader.Make(title, Press.Say, false, (Press.Line, line), (Press.Shown, shown), (Press.Typed, Tongue.Line(line, reader.Culture) is var typed && typed != line ? typed : ""));

    /// <summary>A button that asks for a form.</summary>
    public static Button Opens(this Reader reader, Arg title, string of, string shown = "", Ref? item = null, params ReadOnlySpan<(string Field, string Value)> filled)
    {
        var data = new List<(string, string)> { (Press.Of, of), (Press.Shown, shown), (Press.Item, item?.ToString() ?? "") };
        foreach (var (field, value) in filled) data.Add((Press.Field + field, value));
        return reader.Make(title, Press.Form, false, [.. data]);
    }

    public static Button Map(this Reader reader) => reader.Types(Phrase.Of("button.map"), "show map");

    public static Button Facilitates(this Reader reader) => reader.Make(Phrase.Of("button.facilitate"), Press.Facilitate, false);

    public static Button Help(this Reader reader) => reader.Types(Phrase.Of("button.help"), "help");

    /// <summary>Asks for the form of a kind; the English words stand here, other languages give theirs under their key.</summary>
    public static Button Adds(this Reader reader, Kind kind, string shown = "", params ReadOnlySpan<(string Field, string Value)> filled) => reader.Opens(Adding(kind), kind.Id, shown, null, filled);

    /// <summary>"Add goal" for most kinds; what reads badly that way has a text of its own.</summary>
    public static Arg Adding(Kind kind) => new Arg.Word($"button.add.{kind.Id}", $"Add {kind.Label.ToLowerInvariant()}");

    /// <summary>Not the map is wrong but what the finding is about.</summary>
    public static Arg Wrong(Kind kind) => new Arg.Word($"button.wrong.{kind.Id}", $"{kind.Label} is wrong");
}

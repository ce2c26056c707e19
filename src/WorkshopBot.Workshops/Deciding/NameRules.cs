using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>What a name may not be, so that lines that use it can be read (grammar, "name").</summary>
public static class NameRules
{
    public static Phrase? Fault(string name, Kind kind) =>
        name.Length == 0 || name.Contains('|', StringComparison.Ordinal) || name[0] is '/' or '@' or '#' ? Phrase.Of("name-form", name)
        : Ref.Read(name) is not null ? Phrase.Of("name-is-ref", name)
        : name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && kind.Labelled(name[..colon].Trim()) is not null ? Phrase.Of("name-form", name)
        : null;
}

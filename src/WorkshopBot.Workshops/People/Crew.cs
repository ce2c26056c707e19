using System.Collections.Immutable;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.People;

/// <summary>Everybody who takes part, found by key or by name.</summary>
public sealed record Crew
{
    public static readonly Crew Nobody = new();

    private ImmutableDictionary<string, Participant> ByKey { get; init; } = ImmutableDictionary.Create<string, Participant>(StringComparer.Ordinal);

    private ImmutableDictionary<string, ImmutableArray<string>> ByName { get; init; } = ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Live participants per department, folded name to count.</summary>
    private ImmutableDictionary<string, int> Departments { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>People a map brought along when it was imported: only their number is known.</summary>
    public int Imported { get; init; }

    public int Count => ByKey.Count + Imported;

    public int DepartmentCount => Departments.Count;

    /// <summary>In order of joining, then key. Walks over everybody: for views.</summary>
    public IEnumerable<Participant> All => ByKey.Values.OrderBy(person => person.At).ThenBy(person => person.Key, StringComparer.Ordinal);

    public Participant? this[string key] => ByKey.TryGetValue(key, out var person) ? person : null;

    public Crew With(Participant person)
    {
        var before = this[person.Key];
        var name = Tidy.Fold(person.Name);
        var names = ByName;
        if (before is not null && Tidy.Fold(before.Name) is var old && old != name) names = names.SetItem(old, names[old].Remove(person.Key));
        if (before is null || Tidy.Fold(before.Name) != name) names = names.SetItem(name, (names.TryGetValue(name, out var same) ? same : []).Add(person.Key));
        var departments = (before?.Departments ?? []).Aggregate(Departments, (all, d) => Add(all, Tidy.Fold(d), -1));
        return this with
        {
            ByKey = ByKey.SetItem(person.Key, person),
            ByName = names,
            Departments = person.Departments.Aggregate(departments, (all, d) => Add(all, Tidy.Fold(d), +1)),
        };
    }

    /// <summary>By platform mention or key, else by display name when only one has it (settled: "Persons"); takes <c>@word</c>, <c>@"Two Words"</c> and bare names.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="mentions">Whom the platform says the names with an @ in it mean; they need not take part yet.</param>
    public Parsed<PersonRef> Find(string text, ImmutableArray<PersonRef> mentions)
    {
        var name = text.Trim();
        var isMention = name.StartsWith('@');
        if (isMention) name = name[1..];
        if (name is ['"' or '“' or '„' or '«', .. var quoted, '"' or '”' or '“' or '»']) name = quoted;
        var meant = mentions.Where(person => person.Key == name || (isMention && Tidy.Fold(person.Name) == Tidy.Fold(name))).DistinctBy(person => person.Key).ToList();
        if (meant.Count > 1) return Several(name, meant.Select(person => person.Key));
        var key = meant is [var person] ? person.Key : name;
        if (ByKey.TryGetValue(key, out var present)) return new PersonRef(present.Key, present.Name);
        if (meant.Count > 0) return new PersonRef(key, Tidy.Cut(meant[0].Name, Limits.Name));
        var keys = ByName.TryGetValue(Tidy.Fold(name), out var found) ? found : [];
        return keys.Length switch
        {
            1 => new PersonRef(keys[0], ByKey[keys[0]].Name),
            0 => Phrase.Of("no-such-person", name, Arg.List(All.Take(12).Select(person => (Arg)person.Name))),
            _ => Several(name, keys),
        };
    }

    private static Phrase Several(string name, IEnumerable<string> keys) => Phrase.Of("several-people", name, Arg.List(keys.Select(key => (Arg)key)));

    private static ImmutableDictionary<string, int> Add(ImmutableDictionary<string, int> counts, string key, int sign)
    {
        var count = counts.GetValueOrDefault(key) + sign;
        return count == 0 ? counts.Remove(key) : counts.SetItem(key, count);
    }
}

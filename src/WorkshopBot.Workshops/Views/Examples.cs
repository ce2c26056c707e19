using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Views;

/// <summary>A step's example in the words of this workshop: where the declared line names stages, items or people that are not here, it names those that are there, so that it works as it stands.</summary>
public static class Examples
{
    private const string Part = " | ", On = " -> ";

    /// <summary>Items looked at for one that can be named.</summary>
    private const int Looked = 200;

    /// <summary>The example as it can be typed now; the declared one where this workshop has nothing to name in it.</summary>
    public static string Example(this Reader reader, Step step, Workshop w)
    {
        var declared = reader.Say(Wording.Sample(step));
        if (step.TakesLists || Staged(declared, reader, w) is not { } line) return declared;
        List<string?> parts = [.. line.Split(Part).Select(part => Living(part, w))];
        // What the line is about has to be there; what is only added to it can be left out.
        return parts[0] is null ? declared : string.Join(Part, parts.OfType<string>());
    }

    /// <summary>Whether a step's example may name other items once something happens to this one.</summary>
    public static bool Tells(Step step, Ref name) => name.Letter == JourneyMap.Stage || Words(step).Any(word => Ref.Read(word) is { } told && told.Letter == name.Letter);

    /// <summary>Whether it names somebody who takes part.</summary>
    public static bool TellsOfPeople(Step step) => Words(step).Any(word => word.StartsWith('@'));

    private static string[] Words(Step step) => step.Example.Split(' ');

    /// <summary>The line with the first stages of this workshop for those it begins with; null where there are too few.</summary>
    private static string? Staged(string line, Reader reader, Workshop w)
    {
        // The stages that the examples speak of are those of the example of the step that lists them.
        var told = w.Playbook.Steps.Where(step => step.TakesLists).SelectMany(step => reader.Say(Wording.Sample(step)).Split(", ")).ToList();
        if (Begins(line, told) is not { } from) return line;
        List<string> stages = [.. w.Map.Stages.Take(2).Select(Called)];
        var rest = line[from.Length..];
        if (rest.StartsWith(On, StringComparison.Ordinal) && Begins(rest[On.Length..], told) is { } to) return stages is [var first, var second] ? first + On + second + rest[(On.Length + to.Length)..] : null;
        return stages is [var only, ..] ? only + rest : null;
    }

    private static string? Begins(string line, List<string> names) =>
        names.Find(name => line.Length > name.Length && line.StartsWith(name, StringComparison.Ordinal) && (line[name.Length] is ':' or ' '));

    /// <summary>A stage as it can be typed: by its name, and by its ref where the name has signs that mean something in a line.</summary>
    private static string Called(Entry stage) =>
        stage.Item is Steps.Stages.Stage { Name: { } name } && name.All(sign => char.IsLetterOrDigit(sign) || sign == ' ') ? name : stage.Name.ToString();

    /// <summary>A part of the line with an item or a person that is there for one that is not; null where there is none of its kind.</summary>
    private static string? Living(string part, Workshop w)
    {
        var words = part.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].StartsWith('@'))
            {
                if (w.Crew.All.FirstOrDefault(person => person.Name.All(char.IsLetter) && w.Crew.Find(person.Name, []).Ok) is not { } somebody) return null;
                words[i] = "@" + somebody.Name;
                continue;
            }
            if (Ref.Read(words[i]) is not { } name || IsThere(w.Map.Live(name))) continue;
            if (w.Map.On(name.Letter).Take(Looked).FirstOrDefault(IsThere) is not { } other) return null;
            words[i] = other.Name.ToString();
        }
        return string.Join(' ', words);
    }

    private static bool IsThere(Entry? entry) => entry is { IsLive: true, Item: not Gap { State: Gap.Resolved or Gap.Dropped } };
}

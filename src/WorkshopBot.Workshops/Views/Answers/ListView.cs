using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>An answer in lines under headings: a step, the gaps, what was found, who can see this.</summary>
public sealed record ListView(string Title, IReadOnlyList<TextGroup> Groups, string More, bool HasMore, Link Link, bool HasLink) : View
{
    /// <summary>Lines, letters of a line, and letters of all: what a message of a chat can hold.</summary>
    private const int Most = 60, MostOfLine = 300, MostOfAll = 8_000;

    public override string Card => "list";

    public override string Brief => $"{Title}\n{string.Join("\n", Groups.Select(group => group.Heading).Where(heading => heading.Length > 0))}\n{More}";

    public static ListView Of(ImmutableArray<Phrase> lines, Workshop w, Reader reader)
    {
        var title = lines.IsEmpty ? "" : reader.Say(lines[0]);
        var groups = new List<TextGroup>();
        var (heading, under) = ("", new List<string>());
        var (shown, length) = (0, 0);
        foreach (var line in lines.Skip(1).Take(Most).TakeWhile(_ => length < MostOfAll))
        {
            shown++;
            if (line.Code is not ("show.heading" or "show.kind"))
            {
                under.Add(Wording.Short(reader.Say(line), MostOfLine));
                length += under[^1].Length;
                continue;
            }
            Close();
            heading = reader.Say(line);
        }
        Close();
        var more = reader.More(lines.Length - 1 - shown);
        var link = w.Phase != Phase.NotStarted && reader.MapId.Length > 0;
        return new(title, groups, more, more.Length > 0, link ? MapView.Opens(reader) : new("", ""), link && more.Length > 0);

        void Close()
        {
            if (heading.Length > 0 || under.Count > 0) groups.Add(new(heading, heading.Length > 0, [.. under], "", false));
            (heading, under) = ("", []);
        }
    }
}

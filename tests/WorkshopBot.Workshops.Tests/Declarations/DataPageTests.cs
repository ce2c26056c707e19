using System.Text;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;

namespace WorkshopBot.Workshops.Tests.Declarations;

/// <summary>docs/data.md is made from the declarations. To write it anew: WRITE_DOCS=1 bash tests/run.</summary>
public sealed class DataPageTests
{
    [Fact]
    public void The_page_says_what_the_declarations_say() => Docs.Same("data.md", Page());

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append("""
            # Every datum on the map

            Made from the declarations under `src/WorkshopBot.Workshops/Steps`; a test keeps it equal. A ref is the letter and a number.
            "Typed" is how a line of the kind looks; a label and a colon put a text in any other field. Limits: a text has at most 500 characters
            (names 80), a list at most 50 entries.

            """.ReplaceLineEndings("\n"));
        foreach (var kind in Playbook.Standard.Kinds.All.Prepend(Frame.Kind))
        {
            page.Append('\n').Append("## ").Append(kind.Label);
            if (kind.Letter != '\0') page.Append(" (").Append(kind.Letter).Append(", exported as `").Append(kind.Plural).Append("`)");
            page.Append("\n\nTyped: `").Append(kind.Line.Replace("|", "\\|", StringComparison.Ordinal)).Append("`\n\n| field | label | kind of value | unit | example | asked for by |\n|---|---|---|---|---|---|\n");
            foreach (var field in kind.Fields)
                page.Append("| ").AppendJoin(" | ", field.Id, Cell(field.Label), Shape(field), field.Unit ?? "", Cell(field.Example ?? ""), field.From).Append(" |\n");
        }
        return page.ToString();
    }

    private static string Shape(Field field) => field.Choices.Count == 0 ? field.Shape : $"{field.Shape}: {string.Join(", ", field.Choices.Select(choice => choice.Id))}";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

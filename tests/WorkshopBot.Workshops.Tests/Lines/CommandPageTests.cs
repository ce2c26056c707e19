using System.Text;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>docs/commands.md is made from the list of commands. To write it anew: WRITE_DOCS=1 bash tests/run.</summary>
public sealed class CommandPageTests
{
    [Fact]
    public void The_page_says_what_the_list_of_commands_says() => Docs.Same("commands.md", Page());

    private static string Page()
    {
        var page = new StringBuilder("""
            # Commands

            Made from `src/WorkshopBot.Workshops/Lines/Commands/CommandList.cs`; a test keeps it equal. Only what works is here. A command is the whole
            line, in upper or lower case. "Own" means the person whose item it is; the facilitator and deputies may do it to anybody's. A host is the
            facilitator, and of the organisation the workshop belongs to: nobody else decides which rooms take part, whatever they were handed. Guests are
            people of other organisations. The German line is understood of people who are spoken to in German, and of everybody in a German room; the
            English one always is.

            | line | in German | who | what it does |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var command in CommandList.All.Where(command => command.IsThere))
            page.Append("| `").Append(Cell(command.Syntax)).Append("` | `").Append(Cell(Speech.Say(command.Form, Speech.Culture("de")))).Append("` | ").Append(Whose(command.Who)).Append(" | ").Append(command.English).Append(" |\n");
        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Whose(Who who) => who switch
    {
        Who.Anyone => "anyone",
        Who.Members => "anyone but guests",
        Who.Own => "own",
        Who.Leads => "facilitator, deputies",
        Who.Facilitator => "facilitator",
        Who.Host => "host",
        _ => "host; in an admitted room, its own people",
    };
}

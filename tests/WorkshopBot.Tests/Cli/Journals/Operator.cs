using WorkshopBot.Cli.Journals;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Cli.Journals;

/// <summary>Somebody at a console who types journal commands.</summary>
static class Operator
{
    public static async Task<(int Code, string Output, string Errors)> Types(params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await JournalCommand.Run(words, Playbook.Standard, TimeProvider.System, output, errors);
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Types it, and it must do what it says.</summary>
    public static async Task<string> Does(params string[] words)
    {
        var (code, output, errors) = await Types(words);
        Assert.True(code == 0, $"{string.Join(' ', words)}: {code}\n{output}{errors}");
        return output;
    }
}

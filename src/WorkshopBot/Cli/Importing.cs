using WorkshopBot.Exports;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Cli;

/// <summary>The command <c>import</c>: reads a map back from its JSON export, says what is in it, and exports it again where asked. It saves nothing in the journal.</summary>
public static class Importing
{
    /// <summary>Returns the exit code: 0, 1 when the file holds no map, 2 when called wrongly.</summary>
    public static int Run(ReadOnlySpan<string> words, Playbook playbook, Handing exports, TextWriter output, TextWriter errors)
    {
        if (Arguments.Read(words, mayBeQuiet: false, exports.Formats) is not { } arguments)
            return Usage.Refuse(errors);
        try
        {
            var read = JsonImport.Read(File.ReadAllBytes(arguments.File), playbook);
            if (read.Fault is { } fault)
            {
                errors.WriteLine($"{arguments.File}: {fault}");
                return 1;
            }
            // Nobody here is the author, and the file says nothing of when.
            var workshop = Conversation.Fold(new(playbook), read.Events, person: "", DateTimeOffset.UnixEpoch, arguments.File);
            output.WriteLine(workshop.Title);
            foreach (var kind in playbook.Kinds.All.Where(kind => workshop.Map.Count(kind.Letter) > 0))
                output.WriteLine($"  {kind.Plural}: {workshop.Map.Count(kind.Letter)}");
            FileWriting.Write(arguments, exports, workshop);
            return 0;
        }
        catch (Exception e) when (FileWriting.IsAboutFiles(e))
        {
            errors.WriteLine(e.Message);
            return 1;
        }
    }
}

using Microsoft.Extensions.Configuration;
using WorkshopBot.Journal;
using WorkshopBot.Storages;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Cli.Journals;

/// <summary>The command <c>journal</c>: checks a storage, makes a file of it, fills one from such a file, or moves one to another. An operator reads what it prints.</summary>
public static class JournalCommand
{
    enum Verb { Verify, Export, Import, Move }

    const string Journal = StorageName.Journal;
    const string From = "From";
    const string To = "To";

    /// <summary>Returns the exit code: 0, 1 for trouble, 2 when called wrongly.</summary>
    public static async Task<int> Run(string[] words, Playbook playbook, TimeProvider time, TextWriter output, TextWriter errors)
    {
        if (words is not [var first, ..] || Enum.GetValues<Verb>().Where(verb => string.Equals(first, verb.ToString(), StringComparison.OrdinalIgnoreCase)).ToArray() is not [var verb])
            return Usage.Refuse(errors);
        // A misspelt setting would be passed over, and the default be filled or emptied in its place.
        var settings = words.Where(word => word.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var sections = verb == Verb.Move ? new[] { Journal, From, To } : [Journal];
        if (!settings.All(setting => setting.Contains('=', StringComparison.Ordinal) && sections.Any(section => setting.StartsWith($"--{section}:", StringComparison.OrdinalIgnoreCase))))
            return Usage.Refuse(errors);
        try
        {
            var set = Server.Builder(settings).Configuration;
            return await ((verb, words[1..].Where(word => !settings.Contains(word)).ToArray()) switch
            {
                (Verb.Verify, []) => Verifying.Run(Named(Journal), playbook, time, output),
                (Verb.Export, [var file]) => Exporting.Run(Named(Journal), file, time, output, errors),
                (Verb.Import, [var file]) => Restoring.Run(file, Named(Journal), time, output, errors),
                (Verb.Move, []) when StorageName.IsNamed(set, To) => Relocating.Run(Named(StorageName.IsNamed(set, From) ? From : Journal), Named(To), time, output, errors),
                _ => Task.FromResult(Usage.Refuse(errors)),
            });

            StorageName Named(string word) => StorageName.Of(set, word, StorageName.Patient);
        }
        catch (SettingException e)
        {
            errors.WriteLine(e.Message);
            return Usage.ExitCode;
        }
        catch (Exception e) when (e is StorageInUseException or StorageFormatException or StorageUnavailableException || FileWriting.IsAboutFiles(e))
        {
            errors.WriteLine(e.Message);
            return 1;
        }
    }
}

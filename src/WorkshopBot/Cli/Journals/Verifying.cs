using System.Globalization;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Checking;
using WorkshopBot.Storages;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Cli.Journals;

/// <summary>The command <c>journal verify</c>: reads everything a storage holds and says what is wrong with it, a line for each.</summary>
static class Verifying
{
    public static async Task<int> Run(StorageName name, Playbook playbook, TimeProvider time, TextWriter output)
    {
        await using var storage = await name.Read(time);
        var (troubles, notes) = (0, 0);
        foreach (var fault in storage.Faults())
            Trouble($"{name.Says}: {fault}");
        var check = new JournalCheck(storage.Rows, storage.Scan, _ => new WorkshopFold(playbook), HallRows.All);
        try
        {
            await foreach (var finding in check.Run())
                if (finding.IsTrouble)
                    Trouble(Line(finding));
                else
                {
                    notes++;
                    output.WriteLine("note: " + Line(finding));
                }
        }
        catch (StorageUnavailableException e)
        {
            Trouble(e.Message + " What comes behind was not looked at.");
        }
        if (check.Counts.Count == 0)
            Trouble($"{name.Says} holds nothing; is that the one you mean?");
        var counts = string.Join(", ", check.Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Key}")));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name.Says}: {(counts.Length == 0 ? "no rows" : counts)}. Trouble: {troubles}. Worth knowing: {notes}."));
        return troubles == 0 ? 0 : 1;

        void Trouble(string line)
        {
            troubles++;
            output.WriteLine("trouble: " + line);
        }
    }

    static string Line(Finding finding) => $"{Plain(finding.Partition)}{(finding.Key is { } key ? " " + Plain(key) : "")} {finding.What}.";

    /// <summary>A row by its name, as it is printed.</summary>
    public static string Named(PlacedRow row) => $"{Plain(row.Partition)} {Plain(row.Row.Key)}";

    /// <summary>A name as it is printed: a damaged one may be any text, and could hold what a terminal obeys.</summary>
    public static string Plain(string name) => string.Concat(name.Take(RowRules.MostNameBytes).Select(c => c is >= ' ' and <= '~' ? c : '?'));
}

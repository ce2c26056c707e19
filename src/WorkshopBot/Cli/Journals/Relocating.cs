using System.Globalization;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Moving;
using WorkshopBot.Storages;

namespace WorkshopBot.Cli.Journals;

/// <summary>The command <c>journal move</c>: copies all of a storage that nobody serves into an empty one, and holds both against each other.</summary>
static class Relocating
{
    const int MostNamed = 20;

    public static async Task<int> Run(StorageName from, StorageName to, TimeProvider time, TextWriter output, TextWriter errors)
    {
        // Owned, though it is only read, where that keeps everybody else from it.
        await using var source = await (from.IsLocked ? from.Own(time, false) : from.Read(time));
        if (!from.IsLocked)
            output.WriteLine($"Whether a bot still serves {from.Says} cannot be seen from here: stop them all before you go on with this.");
        if (await Filling.IsUnderWay(source.Rows))
        {
            errors.WriteLine($"{from.Says} is not whole: an import or a move was begun there and has not ended. Make it again.");
            return 1;
        }
        if (await Unfit(source.Scan, from) is { } unfit)
        {
            errors.WriteLine(unfit);
            return 1;
        }
        await using var target = await to.Own(time, true);
        var filling = new Filling(target.Rows, target.Scan, target.Clock);
        if (await filling.Begin() is { } there)
            return Restoring.NotEmpty(to, there, errors);
        var count = await filling.Fill(source.Scan.All());
        if (await Comparing.Differences(source.Scan, target.Scan, MostNamed) is { Count: > 0 } differences)
        {
            foreach (var partition in differences)
                errors.WriteLine($"trouble: {Verifying.Plain(partition)} is not the same in both.");
            errors.WriteLine($"{to.Says} is no copy of {from.Says}: was one of them written meanwhile? Stop every bot on both and move again.");
            return 1;
        }
        await filling.End();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{to.Says}: {count.Rows} rows of {count.Workshops} workshops from {from.Says}, the same in both."));
        output.WriteLine($"To serve it, set {to.Settings}. Keep {from.Says} until you are sure, and let no bot serve it any more: both would speak in the same rooms.");
        return 0;
    }

    // Before anything is written to where it goes.
    static async Task<string?> Unfit(IRowScan scan, StorageName from)
    {
        var any = false;
        await foreach (var row in scan.All())
            if (!row.IsNamed)
                return $"trouble: {Verifying.Named(row)} has a name that no storage takes; nothing was moved. An export leaves it out.";
            else
                any = true;
        return any ? null : $"{from.Says} holds nothing; is that the one you mean?";
    }
}

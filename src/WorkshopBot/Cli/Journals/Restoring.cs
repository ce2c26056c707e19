using System.Globalization;
using WorkshopBot.Journal.Moving;
using WorkshopBot.Storages;

namespace WorkshopBot.Cli.Journals;

/// <summary>The command <c>journal import</c>: fills an empty storage from an export. The whole file is read before the first row is written.</summary>
static class Restoring
{
    public static async Task<int> Run(string path, StorageName name, TimeProvider time, TextWriter output, TextWriter errors)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var exported = await Export.Check(file);
            await using var storage = await name.Own(time, true);
            var filling = new Filling(storage.Rows, storage.Scan, time);
            if (await filling.Begin() is { } there)
                return NotEmpty(name, there, errors);
            file.Position = 0;
            await filling.Fill(new ExportReading(file).All());
            if (!exported.IsOneMoment)
                await filling.LookAtAll();
            await filling.End();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name.Says}: {exported.Count.Rows} rows of {exported.Count.Workshops} workshops from {path}. To serve it, set {name.Settings}."));
            return 0;
        }
        catch (InvalidDataException e)
        {
            errors.WriteLine($"{path} {e.Message}");
            return 1;
        }
    }

    /// <summary>A storage that holds something is never written into.</summary>
    public static int NotEmpty(StorageName name, Journal.PlacedRow there, TextWriter errors)
    {
        errors.WriteLine($"{name.Says} is not empty: it holds {there.Partition} {there.Row.Key}. Nothing was written; name a storage that holds nothing.");
        return 1;
    }
}

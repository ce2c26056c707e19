using System.Globalization;
using WorkshopBot.Journal.Moving;
using WorkshopBot.Storages;

namespace WorkshopBot.Cli.Journals;

/// <summary>The command <c>journal import</c>: fills an empty storage from an export. The whole file is read before the first row is written, and held against the storage after the last.</summary>
static class Restoring
{
    const int MostNamed = 20;

    public static async Task<int> Run(string path, StorageName name, TimeProvider time, TextWriter output, TextWriter errors)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var exported = await Export.Check(file);
            await using var storage = await name.Own(time, true);
            var filling = new Filling(storage.Rows, storage.Scan, storage.Clock);
            if (await filling.Begin() is { } there)
                return NotEmpty(name, there, errors);
            var all = new InFile(file);
            await filling.Fill(all.All());
            if (await Comparing.Differences(all, storage.Scan, MostNamed) is { Count: > 0 } differences)
            {
                foreach (var partition in differences)
                    errors.WriteLine($"trouble: {Verifying.Plain(partition)} is not the same in both.");
                errors.WriteLine($"{name.Says} does not hold what {path} does: was it written meanwhile? Stop every bot on it and import again.");
                return 1;
            }
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
        errors.WriteLine($"{name.Says} is not empty: it holds {Verifying.Plain(there.Partition)} {Verifying.Plain(there.Row.Key)}. Nothing was written; name a storage that holds nothing.");
        return 1;
    }

    /// <summary>Reads the file from its beginning, as often as it is asked.</summary>
    sealed class InFile(FileStream file) : Journal.IRowScan
    {
        public IAsyncEnumerable<Journal.PlacedRow> All(CancellationToken ct = default)
        {
            file.Position = 0;
            return new ExportReading(file).All(ct);
        }
    }
}

using System.Globalization;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Moving;
using WorkshopBot.Storages;

namespace WorkshopBot.Cli.Journals;

/// <summary>The command <c>journal export</c>: writes all a storage holds into one file, also while a bot serves it.</summary>
static class Exporting
{
    public static async Task<int> Run(StorageName name, string path, TimeProvider time, TextWriter output, TextWriter errors)
    {
        var file = Path.GetFullPath(path);
        if (File.Exists(file))
            return Refuse($"{path} is there already; nothing was written.");
        await using var storage = await name.Read(time);
        if (await Filling.IsUnderWay(storage.Rows))
            return Refuse($"{name.Says} is not whole: an import or a move was begun there and has not ended. Make it again.");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Under another name until it is whole and has been read back, so that no half of one is ever taken for a backup.
        var part = file + ".part";
        // One that was left lying may be open to more eyes than its owner's.
        File.Delete(part);
        var lost = 0;
        Exported exported;
        try
        {
            await using var stream = Create(part);
            await Export.Write(storage.Rows, storage.Scan, stream, LeftOut);
            stream.Flush(flushToDisk: true);
            stream.Position = 0;
            exported = await Export.Check(stream);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
        if (exported.Count.Rows == 0)
        {
            File.Delete(part);
            return Refuse($"{name.Says} holds nothing; is that the one you mean? Nothing was written.");
        }
        File.Move(part, file);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {exported.Count.Rows} rows of {exported.Count.Workshops} workshops, {(exported.IsOneMoment ? "all of one moment" : "each workshop whole")}. It holds the keys of links and secrets too: keep it as safe as the storage."));
        return lost == 0 ? 0 : 1;

        void LeftOut(PlacedRow row)
        {
            lost++;
            errors.WriteLine($"trouble: {Verifying.Named(row)} has a name that no storage takes, and is not in the file.");
        }

        int Refuse(string why)
        {
            errors.WriteLine(why);
            return 1;
        }
    }

    // For its owner's eyes only, where the system knows owners.
    static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}

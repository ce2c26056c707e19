using WorkshopBot.Turns;
using WorkshopBot.Workshops;

namespace WorkshopBot.Cli;

/// <summary>Writes the exports a command asks for.</summary>
static class FileWriting
{
    /// <summary>Writes each; throws as writing files does.</summary>
    public static void Write(Arguments arguments, Handing exports, Workshop workshop)
    {
        foreach (var (format, path) in arguments.Exports)
        {
            var file = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, exports.Write(format, workshop)!.Bytes);
        }
    }

    /// <summary>Whether an exception is about files, and so the person's to mend.</summary>
    public static bool IsAboutFiles(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}

using Microsoft.Extensions.Configuration;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;

namespace WorkshopBot.Cli.Journals;

/// <summary>A storage as an operator names it, by the settings of the bot or by the same ones under another word.</summary>
/// <param name="Says">Names it in what is printed; holds no secret.</param>
/// <param name="Settings">What to set so that the bot serves it.</param>
/// <param name="Read">Opens it to be read, also while a bot serves it.</param>
/// <param name="Own">Opens it to be read and written; nobody else may serve it. True: it is made where it is not there.</param>
sealed record StorageName(string Says, string Settings, Func<TimeProvider, OpenStorage> Read, Func<TimeProvider, bool, OpenStorage> Own)
{
    /// <summary>Whether it is known that no bot serves it while it is owned.</summary>
    public bool IsLocked { get; private init; }

    const string DefaultPath = "data/workshops.db";

    /// <summary>Whether anything is set under a word.</summary>
    public static bool IsNamed(IConfiguration set, string word) => set.GetSection(word).Exists();

    /// <summary>The storage set under a word. Throws <see cref="SettingException"/>.</summary>
    public static StorageName Of(IConfiguration set, string word) => (set[word + ":Kind"] ?? "Sqlite").ToUpperInvariant() switch
    {
        "SQLITE" => File(set[word + ":Path"] ?? DefaultPath, word),
        _ => throw new SettingException(word + ":Kind", $"'{set[word + ":Kind"]}' is not available; there is Sqlite."),
    };

    static StorageName File(string path, string word)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal) || Path.EndsInDirectorySeparator(path))
            throw new SettingException(word + ":Path", "must name a file.");
        return new(path, $"Journal:Kind=Sqlite and Journal:Path={path}", _ => OpenStorage.Of(SqliteRowReader.Open(path)), (time, make) =>
            make || System.IO.File.Exists(path) ? OpenStorage.Of(SqliteRowStore.Open(path, time)) : throw new StorageUnavailableException(StorageFault.Unreachable, $"{path} is not there.")) { IsLocked = true };
    }
}

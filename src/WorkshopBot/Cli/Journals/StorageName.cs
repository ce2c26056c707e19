using Microsoft.Extensions.Configuration;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Journal.Tables;

namespace WorkshopBot.Cli.Journals;

/// <summary>A storage as an operator names it, by the settings of the bot or by the same ones under another word.</summary>
/// <param name="Says">Names it in what is printed; holds no secret.</param>
/// <param name="Settings">What to set so that the bot serves it.</param>
/// <param name="Read">Opens it to be read, also while a bot serves it.</param>
/// <param name="Own">Opens it to be read and written; nobody else may serve it. True: it is made where it is not there.</param>
sealed record StorageName(string Says, string Settings, Func<TimeProvider, ValueTask<OpenStorage>> Read, Func<TimeProvider, bool, ValueTask<OpenStorage>> Own)
{
    const string DefaultPath = "data/workshops.db";

    // Nobody waits for an answer within a chat's time.
    static readonly TableTimes Patient = new() { Try = TimeSpan.FromSeconds(30), Call = TimeSpan.FromMinutes(2) };

    /// <summary>Whether it is certain that no bot serves it while it is owned.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether anything is set under a word.</summary>
    public static bool IsNamed(IConfiguration set, string word) => set.GetSection(word).Exists();

    /// <summary>The storage set under a word. Throws <see cref="SettingException"/>.</summary>
    public static StorageName Of(IConfiguration set, string word) => (set[word + ":Kind"] ?? "Sqlite").ToUpperInvariant() switch
    {
        "SQLITE" => File(set[word + ":Path"] ?? DefaultPath, word),
        "TABLES" => Table(set, word),
        _ => throw new SettingException(word + ":Kind", $"'{set[word + ":Kind"]}' is not available; there are Sqlite and Tables."),
    };

    static StorageName File(string path, string word)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal) || Path.EndsInDirectorySeparator(path))
            throw new SettingException(word + ":Path", "must name a file.");
        return new(path, $"Journal:Kind=Sqlite and Journal:Path={path}", _ => new(OpenStorage.Of(SqliteRowReader.Open(path))), Own) { IsLocked = true };

        ValueTask<OpenStorage> Own(TimeProvider time, bool make) =>
            make || System.IO.File.Exists(path) ? new(OpenStorage.Of(SqliteRowStore.Open(path, time))) : throw new StorageUnavailableException(StorageFault.Unreachable, $"{path} is not there.");
    }

    static StorageName Table(IConfiguration set, string word)
    {
        // What was set may be a secret, or hold one, and is not said again.
        var (how, text) = set[word + ":ConnectionString"] is { Length: > 0 } connection ? ("ConnectionString", connection) : ("Endpoint", set[word + ":Endpoint"] ?? "");
        var (address, refusal) = text.Length == 0 ? (null, "must be set, or ConnectionString.") : how == "Endpoint"
            ? (TableAddress.FromEndpoint(text, out var why), why) : (TableAddress.FromConnectionString(text, out var wrong), wrong);
        if (address is null)
            throw new SettingException($"{word}:{how}", refusal ?? "cannot be read.");
        var table = set[word + ":Table"] ?? TableRowStore.DefaultTable;
        return new($"table {table} of {address}", $"Journal:Kind=Tables, Journal:Table={table} and Journal:{how} as it was given here", Open, (time, _) => Open(time));

        async ValueTask<OpenStorage> Open(TimeProvider time) => OpenStorage.Of(await TableRowStore.Open(address, table, new StorageClock(time), times: Patient));
    }
}

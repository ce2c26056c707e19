using Microsoft.Extensions.Configuration;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Journal.Tables;

namespace WorkshopBot.Storages;

/// <summary>A storage as an operator names it, by the settings of the bot or by the same ones under another word.</summary>
/// <param name="Says">Names it in what is printed; holds no secret.</param>
/// <param name="Settings">What to set so that the bot serves it; holds no secret.</param>
/// <param name="Read">Opens it to be read, also while a bot serves it.</param>
/// <param name="Own">Opens it to be read and written. True: it is made where it is not there.</param>
sealed record StorageName(string Says, string Settings, Func<TimeProvider, ValueTask<OpenStorage>> Read, Func<TimeProvider, bool, ValueTask<OpenStorage>> Own)
{
    /// <summary>The word the bot's own storage is set under.</summary>
    public const string Journal = "Journal";

    const string DefaultPath = "data/workshops.db";

    /// <summary>For tools: they ask for much at a time, and nobody waits for them within a chat's time.</summary>
    public static readonly TableTimes Patient = new() { Try = TimeSpan.FromSeconds(30), Call = TimeSpan.FromMinutes(2) };

    /// <summary>Whether it is known that nobody else serves it while it is owned.</summary>
    public bool IsLocked { get; private init; }

    /// <summary>Whether anything is set under a word.</summary>
    public static bool IsNamed(IConfiguration set, string word) => set.GetSection(word).Exists();

    /// <summary>The storage set under a word. Throws <see cref="SettingException"/>.</summary>
    /// <param name="set">The settings.</param>
    /// <param name="word">The word.</param>
    /// <param name="times">How long a request across a network may take for whoever owns it; as a turn needs it, where nothing is said.</param>
    public static StorageName Of(IConfiguration set, string word, TableTimes? times = null) => (set[word + ":Kind"] ?? "Sqlite").ToUpperInvariant() switch
    {
        "SQLITE" => File(set[word + ":Path"] ?? DefaultPath, word),
        "TABLES" => Table(set, word, times),
        _ => throw new SettingException(word + ":Kind", $"'{set[word + ":Kind"]}' is not available; there are Sqlite and Tables."),
    };

    static StorageName File(string path, string word)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal) || Path.EndsInDirectorySeparator(path))
            throw new SettingException(word + ":Path", "must name a file.");
        return new(path, $"{Journal}:Kind=Sqlite and {Journal}:Path={path}",
            machine => new(OpenStorage.Of(SqliteRowReader.Open(path), machine)),
            (machine, make) => make || System.IO.File.Exists(path) ? new(OpenStorage.Of(SqliteRowStore.Open(path, machine), machine)) : throw new StorageUnavailableException(StorageFault.Unreachable, $"{path} is not there."))
        { IsLocked = true };
    }

    static StorageName Table(IConfiguration set, string word, TableTimes? times)
    {
        var (proof, address) = Address(set, word);
        var table = set[word + ":Table"] is { Length: > 0 } named ? named : TableRowStore.DefaultTable;
        if (!TableRowStore.IsTable(table))
            throw new SettingException(word + ":Table", "must be 3 to 63 letters and digits, a letter first.");
        return new($"table {table} of {address}", $"{Journal}:Kind=Tables, {Journal}:Table={table} and {Journal}:{proof} as given here", machine => Open(machine, Patient), (machine, _) => Open(machine, times));

        async ValueTask<OpenStorage> Open(TimeProvider machine, TableTimes? span)
        {
            var clock = new StorageClock(machine);
            return OpenStorage.Of(await TableRowStore.Open(address, table, clock, times: span), clock) with { IsShared = true };
        }
    }

    // What was set may hold a key, and is not said again.
    static (string Proof, TableAddress Address) Address(IConfiguration set, string word)
    {
        var (proof, text) = (set[word + ":ConnectionString"], set[word + ":Endpoint"]) switch
        {
            ({ Length: > 0 } connection, null or "") => ("ConnectionString", connection),
            (null or "", { Length: > 0 } endpoint) => ("Endpoint", endpoint),
            (null or "", null or "") => throw new SettingException(word + ":Endpoint", $"is missing: Tables needs it, or {word}:ConnectionString."),
            _ => throw new SettingException(word + ":Endpoint", $"cannot be set together with {word}:ConnectionString."),
        };
        return ((proof == "Endpoint" ? TableAddress.FromEndpoint(text, out var why) : TableAddress.FromConnectionString(text, out why)) is { } address) ? (proof, address) : throw new SettingException($"{word}:{proof}", why!);
    }
}

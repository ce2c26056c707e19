using System.Buffers;

namespace WorkshopBot.Journal.Tables;

/// <summary>What names look like in addresses and filters. The emulator takes names and sizes that the service refuses, so they are checked before anything is sent.</summary>
static class TableKeys
{
    const int LeastTableName = 3, MostTableName = 63;

    static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Letters and digits, a letter first; one name the service keeps for itself.</summary>
    public static bool IsTable(string name) =>
        name.Length is >= LeastTableName and <= MostTableName && Letters.Contains(name[0]) && !name.AsSpan().ContainsAnyExcept(LettersAndDigits) && !name.Equals("tables", StringComparison.OrdinalIgnoreCase);

    /// <summary>An entity's place behind the address of its table.</summary>
    public static string Path(string partition, string row) => $"(PartitionKey='{Escape(partition)}',RowKey='{Escape(row)}')";

    /// <summary>A name in a filter, before the filter is percent-encoded as a whole.</summary>
    public static string Literal(string name) => "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Refuses what the service, or one that speaks like it, would refuse or take in part.</summary>
    public static void Check(TableEntity entity)
    {
        RowRules.CheckName(entity.PartitionKey);
        RowRules.CheckName(entity.RowKey);
        if (entity.Data.Length > RowRules.MostRowBytes)
            throw new ArgumentException($"An entity holds at most {RowRules.MostRowBytes} bytes, {entity.RowKey} has {entity.Data.Length}.", nameof(entity));
    }

    /// <summary>Refuses a transaction that the service would.</summary>
    public static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count is 0 or > RowRules.MostChanges)
            throw new ArgumentException($"A transaction has 1 to {RowRules.MostChanges} operations, this one has {actions.Count}.", nameof(actions));
        var rows = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        foreach (var action in actions)
        {
            Check(action.Entity);
            if (!string.Equals(action.Entity.PartitionKey, actions[0].Entity.PartitionKey, StringComparison.Ordinal))
                throw new ArgumentException("A transaction is of one partition.", nameof(actions));
            if (!rows.Add(action.Entity.RowKey))
                throw new ArgumentException($"A transaction changes an entity once; {action.Entity.RowKey} is there twice.", nameof(actions));
        }
    }

    static string Escape(string name) => Uri.EscapeDataString(name.Replace("'", "''", StringComparison.Ordinal));
}

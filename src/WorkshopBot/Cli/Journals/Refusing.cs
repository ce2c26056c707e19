using WorkshopBot.Journal;
using WorkshopBot.Journal.Moving;

namespace WorkshopBot.Cli.Journals;

/// <summary>What keeps a bot from a storage that is not whole.</summary>
public static class Refusing
{
    /// <summary>Throws <see cref="StorageFormatException"/> for a storage whose import or move never ended: part of it would be served as if it were all.</summary>
    public static async Task Unfilled(IRowStore rows, string name)
    {
        if (await Filling.IsUnderWay(rows))
            throw new StorageFormatException(name, "is not whole: an import or a move was begun there and has not ended. Make it again.");
    }
}

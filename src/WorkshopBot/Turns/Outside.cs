using System.Security.Cryptography;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>What the loop has to do with the rest of the house. Without any of it (a rehearsal) no messages are kept and no links made.</summary>
public sealed record Outside
{
    public static readonly Outside Nothing = new();

    /// <summary>Where a look is set before each commit.</summary>
    public Agenda? Agenda { get; init; }

    /// <summary>Told of each workshop that has been committed to; returns at once.</summary>
    public Action<string> Committed { get; init; } = _ => { };

    /// <summary>Told, before the first commit, of the room a workshop is in, and of the message that its others go under, if it is given. False: that could not be saved.</summary>
    public Func<string, string, string?, CancellationToken, ValueTask<bool>> Opens { get; init; } = (_, _, _, _) => ValueTask.FromResult(true);

    /// <summary>Told of each turn that comes from a room; returns at once.</summary>
    public Action<string, string> Heard { get; init; } = (_, _) => { };

    /// <summary>Asked whether a message is the one that a workshop's others go under in a room. Throws as reading the storage does.</summary>
    public Func<string, string, string, CancellationToken, ValueTask<bool>> IsThread { get; init; } = (_, _, _, _) => ValueTask.FromResult(false);

    /// <summary>Asked for the keys of a workshop's messages of which nobody knows whether they arrived. Throws as reading the storage does.</summary>
    public Func<string, CancellationToken, ValueTask<IReadOnlyList<string>>> Unsure { get; init; } = (_, _) => ValueTask.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Asked whom a workshop's messages do not reach. Throws as reading the storage does.</summary>
    public Func<string, CancellationToken, ValueTask<IReadOnlyList<LostPerson>>> Unreached { get; init; } = (_, _) => ValueTask.FromResult<IReadOnlyList<LostPerson>>([]);

    /// <summary>Told that a message of a workshop is to be posted again, by its key. False: it does not wait for that, or that could not be saved.</summary>
    public Func<string, string, CancellationToken, ValueTask<bool>> PostsAgain { get; init; } = (_, _, _) => ValueTask.FromResult(false);

    /// <summary>Random bytes, so many, that nobody can guess.</summary>
    public Func<int, byte[]> Random { get; init; } = RandomNumberGenerator.GetBytes;

    /// <summary>Makes a link to the page with a workshop's map.</summary>
    public Func<string, Workshop, string> Link { get; init; } = (_, _) => "";

    /// <summary>Makes a link to a workshop's map as a file of a format, for one person.</summary>
    public Func<string, Workshop, string, string> FileLink { get; init; } = (_, _, _) => "";
}

using System.Globalization;

namespace WorkshopBot.Journal;

/// <summary>
/// The lanes of a workshop and the message rows they fence. Message rows are written in one batch with their lane or not at all, so whoever lost the lane can write nothing.
/// Reading throws <see cref="StorageUnavailableException"/>; writing does not.
/// </summary>
public sealed class Lanes(IRowStore rows)
{
    /// <summary>The room that stands for all private chats, which share a lane.</summary>
    public const string People = "people";

    /// <summary>Message rows in one write: the lane takes a place in the batch itself.</summary>
    public const int MostMessages = RowRules.MostChanges - 1;

    const string Lane = "l-";
    const string LanesEnd = "l.";       // '.' follows '-'
    const int Page = 100;

    public async ValueTask<FoundLane?> Find(string workshop, string room, CancellationToken ct = default) =>
        await rows.Get(CommitRows.Partition(workshop), LaneKey(room), ct).ConfigureAwait(false) is { } row ? ReadLane(row) : null;

    /// <summary>All lanes of the workshop.</summary>
    public async ValueTask<IReadOnlyList<FoundLane>> All(string workshop, CancellationToken ct = default) =>
        await Read(CommitRows.Partition(workshop), Lane, LanesEnd, ReadLane, ct).ConfigureAwait(false);

    /// <summary>All message rows of a room, a message's pages in order.</summary>
    public async ValueTask<IReadOnlyList<MessageRow>> Messages(string workshop, string room, CancellationToken ct = default)
    {
        var name = "m-" + RoomName(room);
        return await Read(CommitRows.Partition(workshop), name + "-", name + ".", ReadMessage, ct).ConfigureAwait(false);
    }

    public async ValueTask<MessageRow?> Message(string workshop, string room, string key, int page, CancellationToken ct = default) =>
        await rows.Get(CommitRows.Partition(workshop), MessageKey(room, key, page), ct).ConfigureAwait(false) is { } row ? ReadMessage(row) : null;

    /// <summary>
    /// Writes the lane over the state <paramref name="etag"/> names (null: it is new), together with message rows of its room. A conflict means that the lane was lost.
    /// The answer's first ETag is the lane's next one.
    /// </summary>
    public ValueTask<WriteResult> Write(string workshop, LaneRow lane, string? etag, IReadOnlyCollection<MessageRow> messages, CancellationToken ct = default)
    {
        if (messages.FirstOrDefault(message => message.Room != lane.Room) is { } stray)
            throw new ArgumentException($"A lane fences the messages of its own room; {stray.Key} is in another.", nameof(messages));
        var (key, data) = (LaneKey(lane.Room), StoredJson.Write(lane, StoredJson.Default.LaneRow));
        RowChange fence = etag is null ? new RowChange.Insert(key, data) : new RowChange.Replace(key, data, etag);
        // Put is enough for the rest: nobody else can be writing them while the fence holds.
        return rows.Write(
            CommitRows.Partition(workshop),
            [fence, .. messages.Select(message => new RowChange.Put(MessageKey(message.Room, message.Key, message.Page), StoredJson.Write(message, StoredJson.Default.MessageRow)))],
            ct);
    }

    static string RoomName(string room) => room == People ? People : HashedName.Of(room);

    internal static string LaneKey(string room) => Lane + RoomName(room);

    internal static string MessageKey(string room, string key, int page) => page is >= 0 and <= 99
        ? string.Create(CultureInfo.InvariantCulture, $"m-{RoomName(room)}-{HashedName.Of(key)}-{page:D2}")
        : throw new ArgumentOutOfRangeException(nameof(page), page, "A message has at most 100 pages, the first being 0.");

    async ValueTask<List<T>> Read<T>(string partition, string from, string before, Func<StoredRow, T> read, CancellationToken ct)
    {
        var all = new List<T>();
        while (true)
        {
            var page = await rows.Range(partition, from, before, Page, ct).ConfigureAwait(false);
            all.AddRange(page.Select(read));
            if (page.Count < Page)
                return all;
            from = page[^1].Key + " ";      // the name right after it: no name has a character before the blank
        }
    }

    static FoundLane ReadLane(StoredRow row) => new(StoredJson.Read(row, StoredJson.Default.LaneRow), row.ETag);

    static MessageRow ReadMessage(StoredRow row) => StoredJson.Read(row, StoredJson.Default.MessageRow);
}

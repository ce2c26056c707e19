namespace WorkshopBot.Channels;

/// <summary>What the door of a chat asks of the bot. Nothing here throws for what people do; only the caller's giving up does.</summary>
public interface IChatDesk
{
    /// <summary>Serves a turn. Accepted or refused means: what it changed is in the journal.</summary>
    Task<ChatAnswer> Deliver(Turn turn, CancellationToken ct);

    /// <summary>
    /// Whether what is said to nobody in a thread of a room may concern the bot, or what became of a message that was <paramref name="changed"/> (its turn's id). Where not,
    /// nobody need be asked about, or noted. True while it cannot be told.
    /// </summary>
    Task<bool> Follows(string room, string? thread, string? changed, CancellationToken ct);

    /// <summary>
    /// A kept message as one person sees it, in their own language and with what concerns them; null: it is not there, or they have no part in it.
    /// With <paramref name="notice"/> said above all else.
    /// </summary>
    Task<Message?> View(string workshop, string key, Room room, Person person, string notice, CancellationToken ct);

    /// <summary>Items of the workshop a room speaks of (of a private chat: of the person's own) that hold a text, best first; none where the person has no part in any.</summary>
    Task<IReadOnlyList<FoundItem>> Search(Room room, Person person, bool isPrivate, string text, int skip, int most, CancellationToken ct);

    /// <summary>What can be chosen in a field that holds a text, best first: of the workshop a room speaks of, or of one of the person's own, as whoever may have the form is told. What is asked comes with the card (<c>dataset</c>).</summary>
    Task<IReadOnlyList<ChatChoice>> Choices(Room room, Person person, IReadOnlyDictionary<string, string> asked, string text, int most, CancellationToken ct);

    /// <summary>What somebody takes part in, and what waits for them; null: it cannot be told now.</summary>
    Task<Message?> Home(Person person, CancellationToken ct);

    /// <summary>
    /// Keeps what somebody typed into a form and did not send, until they open the same form again. What was kept of other fields stays; with no field at all it is forgotten.
    /// </summary>
    Task Keep(Person person, IReadOnlyDictionary<string, string> form, CancellationToken ct);

    /// <summary>A kept message was seen in a place, under this platform id: whoever was unsure of it need not be any more. Returns at once.</summary>
    void Seen(string workshop, string key, Address where, string platformId);

    /// <summary>The room is there and can be written to again, or has another name; of somebody's own chat with the person's key. Returns at once.</summary>
    void Heard(Room room);

    /// <summary>Somebody was taken out of a room: they have no part any more in what it speaks of.</summary>
    Task Left(Room room, string person, CancellationToken ct);

    /// <summary>What somebody sees where nothing has begun.</summary>
    Message? Welcome(Person person);
}

/// <summary>Something that can be chosen: what is sent, and what is read.</summary>
public sealed record ChatChoice(string Value, string Title);

/// <summary>An item that was found: its ref and text in a line, where it belongs, and its card.</summary>
public sealed record FoundItem(string Title, string Place, Message Message);

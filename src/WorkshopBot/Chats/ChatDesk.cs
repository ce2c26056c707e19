using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Chats;

/// <summary>The bot as a chat's door sees it: turns go to the loop, and what comes back is told without a word of journeys.</summary>
public sealed class ChatDesk(Bot bot, ILogger log) : IChatDesk
{
    public async Task<ChatAnswer> Deliver(Turn turn, CancellationToken ct)
    {
        var (reply, begun) = turn.Action is { Verb: Press.Form } asked && !asked.Data.Keys.Any(name => name.StartsWith(Press.Field, StringComparison.Ordinal)) ? await Begun(turn, ct) : (await bot.Loop.Deliver(turn, ct), null);
        return new(KindOf(reply.Kind), reply.Text)
        {
            Message = reply.Message is { } message ? message with { Workshop = reply.Workshop ?? "", Links = Links(reply, turn.Person) } : null,
            Faults = Faults(reply),
            File = reply.File is { } file ? new(file.Name, file.Bytes) : null,
            Afresh = begun?.Asks,
            Private = reply.Private,
            Opened = reply.Opens,
            Shows = !reply.Opens && (reply.Parts?.Screen is not null || reply.File is not null || reply.Kind == ReplyKind.Refused),
            At = reply.Workshop is { Length: > 0 } workshop ? $"{workshop}:{reply.Step}" : "",
        };
    }

    public Task<bool> Follows(string room, string? thread, string? changed, CancellationToken ct) => Told(true, async () => await bot.Loop.Looking.Follows(room, thread, changed, ct));

    public Task<Message?> View(string workshop, string key, Room room, Person person, string notice, CancellationToken ct) => Told<Message?>(null, async () =>
        await Part(workshop, room, person, ct) is { } state ? bot.Keeper.View(workshop, state, key, room.Key, person, notice) : null);

    public Task<IReadOnlyList<FoundItem>> Search(Room room, Person person, bool isPrivate, string text, int skip, int most, CancellationToken ct) => Told<IReadOnlyList<FoundItem>>([], async () =>
    {
        var id = isPrivate ? await bot.Loop.Looking.WorkshopOfPerson(person.Key, ct) : await bot.Loop.Looking.WorkshopOf(room.Key, ct);
        return id is not null && await Part(id, room, person, ct) is { } state ? FoundItems.In(state, id, person, text, skip, most) : [];
    });

    public Task<IReadOnlyList<ChatChoice>> Choices(Room room, Person person, IReadOnlyDictionary<string, string> asked, string text, int most, CancellationToken ct) => Told<IReadOnlyList<ChatChoice>>([], async () =>
    {
        if (ChoiceQuery.Read(asked) is not { } query || await Open(query.Workshop, room, person, ct) is not { } state)
            return [];
        var heard = Hearing.Of(new("", person, room, "", Private: true), state.At, [], query.Workshop);
        return [.. query.In(state, heard, text).Take(most).Select(choice => new ChatChoice(choice.Value, choice.Title))];
    });

    public Task<Message?> Home(Person person, CancellationToken ct) => Told<Message?>(null, async () => HomePage.Of(await bot.Loop.Looking.Mine(person.Key, ct), person));

    public Task Keep(Person person, IReadOnlyDictionary<string, string> form, CancellationToken ct) => Told(false, async () =>
    {
        await bot.Loop.Begun.Keep(person.Key, form, ct);
        return true;
    });

    public void Seen(string workshop, string key, Address where, string platformId) => bot.Seen(workshop, key, where, platformId);

    public void Heard(Room room) => bot.Look(room.Key);

    public Task Left(Room room, string person, CancellationToken ct) => Told(false, async () => await bot.Loop.Leave(room.Key, person, ct));

    public Message? Welcome(Person person) => bot.Loop.Welcome(person);

    // Where it cannot be told what was begun, the form begins with nothing.
    async Task<(Reply Reply, Draft? Begun)> Begun(Turn turn, CancellationToken ct) =>
        await Told<(Reply, Draft?)?>(null, async () => await bot.Loop.Begun.Begin(turn, ct)) ?? (await bot.Loop.Deliver(turn, ct), null);

    async ValueTask<Workshop?> Part(string id, Room room, Person person, CancellationToken ct) => await Open(id, room, person, ct) is { } state && state.Crew[person.Key] is not null ? state : null;

    // A room's workshop, or one of the person's own, past the same gate as turns.
    async ValueTask<Workshop?> Open(string id, Room room, Person person, CancellationToken ct) =>
        await bot.Loop.Looking.FindMap(id, ct) is { } state && ((Gate.Admits(person, room, state) && await bot.Loop.Looking.WorkshopOf(room.Key, ct) == id) || (state.Tenancy.Reaches(person.Key) && await bot.Loop.Looking.Knows(person.Key, id, ct))) ? state : null;

    // Only where no fault is of the whole: that is said above the form.
    static ImmutableArray<KeyValuePair<string, string>> Faults(Reply reply) =>
        reply is { Kind: ReplyKind.Refused, Parts.Screen: Screen.Fill { Form: { SaysMore: false } form }, Message.Language: var language }
            ? [.. form.Fields.Where(field => field.Fault is not null).Select(field => KeyValuePair.Create(Press.Field + field.Id, Speech.Say(field.Fault!, Speech.Culture(language))))] : [];

    static ImmutableArray<MessageLink> Links(Reply reply, Person person) =>
        reply.FileLink is { } link ? [new(Wording.Own("download", person.Language), link)] : [];

    async Task<T> Told<T>(T unknown, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (StorageUnavailableException e)
        {
            log.LogWarning("A chat could not be told: {Fault}", e.GetType().Name);
            return unknown;
        }
    }

    static ChatAnswerKind KindOf(ReplyKind kind) => kind switch
    {
        ReplyKind.Answered => ChatAnswerKind.Accepted,
        ReplyKind.Refused => ChatAnswerKind.Refused,
        ReplyKind.Ignored => ChatAnswerKind.Ignored,
        ReplyKind.Failed => ChatAnswerKind.Failed,
        _ => ChatAnswerKind.NotSaved,
    };
}

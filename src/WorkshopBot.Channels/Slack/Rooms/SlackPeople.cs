using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Slack.Rooms;

/// <summary>
/// People and rooms as the house knows them. What came in says little more than ids, so Slack is asked once, and again now and then; a turn waits for that only a moment, and
/// takes what is known then.
/// </summary>
/// <param name="api">Asks Slack.</param>
/// <param name="book">What is known.</param>
/// <param name="languages">Languages there are texts for.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Failures, without what anybody said.</param>
sealed class SlackPeople(SlackApi api, SlackBook book, IReadOnlyList<string> languages, TimeProvider time, ILogger log)
{
    /// <summary>The longest that a turn waits for names.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(800);

    readonly SlackQuestions _questions = new(api, time, log);

    /// <summary>Who did something, and where. Done in no conversation, it was done in the person's own chat.</summary>
    public async ValueTask<(Person Person, Room Room)> Find(SlackPlace place, CancellationToken ct)
    {
        var tenant = await book.Tenant(place, ct).ConfigureAwait(false);
        await book.Sees(place.Home, tenant, ct).ConfigureAwait(false);
        var start = time.GetTimestamp();
        var room = place.Channel.Length == 0 ? null : await book.RoomKey(tenant, place.Channel, ct).ConfigureAwait(false);
        // What is pressed does not say it of its room; what was typed there did.
        if (!place.IsShared && room is not null && (await book.Room(room, ct).ConfigureAwait(false))?.Shared == true)
            place = place with { IsShared = true };
        var (key, isForeign) = await Key(place, tenant, ct).ConfigureAwait(false);
        await Note(place, tenant, key, room, ct).ConfigureAwait(false);

        var person = place.User.Length == 0 ? null : AskPerson(key, (await book.Person(key, ct).ConfigureAwait(false))?.Asked, place);
        var where = room is null || place.IsPersonal ? null : AskRoom(room, (await book.Room(room, ct).ConfigureAwait(false))?.Asked, place);
        await Wait(Task.WhenAll(person ?? Task.CompletedTask, where ?? Task.CompletedTask), start, ct).ConfigureAwait(false);
        return (await Person(key, place.UserName, isForeign, ct).ConfigureAwait(false), await Room(place, key, room, ct).ConfigureAwait(false));
    }

    /// <summary>The key of a conversation. Nothing is asked or noted for it.</summary>
    public async ValueTask<string> RoomKey(SlackPlace place, CancellationToken ct) =>
        await book.RoomKey(await book.Tenant(place, ct).ConfigureAwait(false), place.Channel, ct).ConfigureAwait(false);

    /// <summary>Somebody who is mentioned by their id: what they are called, and their key.</summary>
    public async ValueTask<(string Name, string Key)> Mentioned(SlackPlace place, string user, CancellationToken ct)
    {
        var (person, _) = await Find(place with { User = user, UserTeam = null, UserName = "", Channel = "" }, ct).ConfigureAwait(false);
        return (person.Name.Length > 0 ? person.Name : user, person.Key);
    }

    long Now => time.GetUtcNow().ToUnixTimeSeconds();

    async ValueTask<(string Key, bool IsForeign)> Key(SlackPlace place, string tenant, CancellationToken ct)
    {
        var seen = new SlackKey(tenant, place.User).ToString();
        if (place.User.Length == 0)
            return (seen, false);
        var known = await book.Person(seen, ct).ConfigureAwait(false);
        if (!await IsForeign(place, tenant, ct).ConfigureAwait(false))
            return (known?.Same ?? seen, known?.Same is not null);
        if (known is not null)
            return (known.Same ?? seen, true);
        var own = new SlackKey(await book.TenantOf(place.UserTeam!, ct).ConfigureAwait(false) ?? place.UserTeam!, place.User).ToString();
        await book.See(seen, new SlackPersonNote(Same: own), ct).ConfigureAwait(false);
        return (own, true);
    }

    async ValueTask<bool> IsForeign(SlackPlace place, string tenant, CancellationToken ct)
    {
        if (place.UserTeam is not { Length: > 0 } own || own == tenant || own == place.Install.Team || own == place.Install.Enterprise || own == place.Team)
            return false;
        if (await book.TenantOf(own, ct).ConfigureAwait(false) is { } theirs && theirs == tenant)
            return false;
        if (place.Install.Enterprise is { } organisation && await book.Organisation(own, ct).ConfigureAwait(false) == organisation)
            return false;
        // The workspaces of an organisation are not foreign to each other, and strangers are in shared conversations only.
        return place.Install.Enterprise is null || place.IsShared;
    }

    async ValueTask Note(SlackPlace place, string tenant, string key, string? room, CancellationToken ct)
    {
        var install = place.Home.ToString();
        if (room is not null)
        {
            var known = await book.Room(room, ct).ConfigureAwait(false);
            if (!place.IsPersonal)
                await book.Add(place.Home, room, ct).ConfigureAwait(false);
            await book.See(room, new SlackRoomNote(install, place.Channel, Shared: place.IsShared ? true : null, Archived: known?.Archived == true ? false : null), ct).ConfigureAwait(false);
        }
        if (place.User.Length == 0)
            return;
        // Whoever is at home elsewhere is written to from there, if the bot is there too.
        var isHome = SlackKey.Read(key)?.Tenant == tenant;
        var person = await book.Person(key, ct).ConfigureAwait(false);
        await book.See(key, new SlackPersonNote(isHome || person?.Install is null ? install : null, place.User, Dm: place.IsPersonal && (isHome || person?.Install is null || person.Install == install) ? place.Channel : null), ct).ConfigureAwait(false);
    }

    Task? AskPerson(string key, long? asked, SlackPlace place) => _questions.Ask(
        key, asked, place.Install, new SlackCall(SlackMethods.Person) { { "user", place.User }, { "include_locale", "true" } }, body => book.See(key, SlackTold.Person(body, place.Install, Now), default));

    Task? AskRoom(string key, long? asked, SlackPlace place) => _questions.Ask(
        key, asked, place.Install, new SlackCall(SlackMethods.Room) { { "channel", place.Channel } }, body => book.See(key, SlackTold.Room(body, Now), default));

    async ValueTask Wait(Task asked, long start, CancellationToken ct)
    {
        if (Moment - time.GetElapsedTime(start) is var left && left > TimeSpan.Zero && !asked.IsCompleted)
            await Task.WhenAny(asked, Task.Delay(left, time, ct)).ConfigureAwait(false);
        ct.ThrowIfCancellationRequested();
    }

    async ValueTask<Person> Person(string key, string passing, bool isForeign, CancellationToken ct)
    {
        var known = await book.Person(key, ct).ConfigureAwait(false);
        return new(key, known?.Name ?? SlackTold.Name(passing) ?? "", known?.Zone ?? "UTC", Language(known?.Locale)) { Guest = isForeign || known?.Guest == true };
    }

    async ValueTask<Room> Room(SlackPlace place, string person, string? room, CancellationToken ct)
    {
        if (room is null)
            return new(await book.Person(person, ct).ConfigureAwait(false) is { Dm: { Length: > 0 } dm } ? new SlackKey(await book.Tenant(place, ct).ConfigureAwait(false), dm).ToString() : person, "");
        if (place.IsPersonal)
            return new(room, "");
        var known = await book.Room(room, ct).ConfigureAwait(false);
        var name = known?.Name ?? SlackTold.Name(place.ChannelName.StartsWith("mpdm-", StringComparison.Ordinal) ? null : place.ChannelName);
        return new(room, name is null ? "" : $"#{name.TrimStart('#')}") { External = place.IsShared || known?.Shared == true };
    }

    string Language(string? locale) => locale?.Split('-', '_')[0].ToLowerInvariant() is { } tag && languages.Contains(tag) ? tag : "";
}

using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>
/// Makes the codes that are shown in one chat and typed in another, and takes them. Whatever is wrong with a code, nobody learns what; who tries too often is not
/// listened to for a while, which nobody learns either.
/// </summary>
/// <param name="rows">The storage.</param>
/// <param name="look">Sees to it that a workshop is looked at after a time, or soon; null: it will be.</param>
/// <param name="time">The clock.</param>
/// <param name="random">So many random bytes.</param>
sealed class Codes(IRowStore rows, Func<string, DateTimeOffset?, CancellationToken, ValueTask<StorageFault?>> look, TimeProvider time, Func<int, byte[]> random)
{
    /// <summary>How long a room can ask with a code.</summary>
    public static readonly TimeSpan OfRoom = TimeSpan.FromHours(24);

    /// <summary>How long somebody has to go to their other chat.</summary>
    public static readonly TimeSpan OfPerson = TimeSpan.FromMinutes(10);

    /// <summary>Wrong codes in an hour, by person and by tenant.</summary>
    public const int MostOfPerson = 5, MostOfTenant = 20;

    /// <summary>Codes that are taken away at one look; the rest waits for the next.</summary>
    public const int MostSwept = 50;

    static readonly TimeSpan Within = TimeSpan.FromHours(1);

    const int NameBytes = 8;
    const int Tries = 4;

    readonly JoinCodes _codes = new(rows);
    readonly Guesses _guesses = new(rows);

    /// <summary>The answer with the code it promises, where it does. Never written down: the journal holds no code.</summary>
    public async ValueTask<Outcome.Said> Tell(Outcome.Said said, Turn turn, string workshop, CancellationToken ct)
    {
        if (said.Refused || said.Parts.Screen is not Screen.See { Query.Code: not CodeFor.Nothing and var what })
            return said;
        var line = what.Said(await Make(workshop, what == CodeFor.Person ? turn.Person.Key : null, ct));
        return said with { Text = $"{said.Text}\n{Speech.Say(line, Wording.Culture(said.After, turn.Person))}", Parts = said.Parts with { Lines = said.Parts.Lines.Add(line) } };
    }

    /// <summary>Who a code was shown to in this workshop that somebody else typed after <c>me</c>; null where none was typed, or it does not work.</summary>
    public async ValueTask<string?> Same(Turn turn, string workshop, CancellationToken ct) => !turn.Overheard && Conversation.Links(turn.Text) is { } typed
        ? (await Take(typed, turn, turn.Person.Key, code => code.Workshop == workshop && code.Person is { } person && person != turn.Person.Key, ct))?.Person : null;

    /// <summary>The workshop that a room asks, with a code typed there; null where it does not work.</summary>
    public ValueTask<KeptCode?> Asked(string typed, Turn turn, CancellationToken ct) => Take(typed, turn, turn.Room.Key, code => code.Person is null && Gate.IsOf(turn.Person, turn.Room), ct);

    /// <summary>Takes away codes of a workshop that are over, used or not. Throws <see cref="StorageUnavailableException"/>.</summary>
    public async ValueTask Sweep(string workshop, CancellationToken ct)
    {
        if (!await _codes.Sweep(workshop, time.GetUtcNow(), MostSwept, ct))
            await Look(workshop, null, ct);
    }

    async ValueTask<string> Make(string workshop, string? person, CancellationToken ct)
    {
        var until = time.GetUtcNow() + (person is null ? OfRoom : OfPerson);
        await Look(workshop, until, ct);
        for (var tries = 0; tries < Tries; tries++)
        {
            var code = JoinCode.Of(random(JoinCode.Bytes));
            var kept = new KeptCode(workshop, Convert.ToHexStringLower(random(NameBytes)), until) { Person = person };
            switch (await _codes.Add(code, kept, ct))
            {
                case WriteResult.Written:
                    return code;
                case WriteResult.Unavailable { Fault: var fault }:
                    throw new StorageUnavailableException(fault, "A code could not be kept.");
            }
        }
        throw new StorageUnavailableException(StorageFault.Busy, "No code was free.");
    }

    async ValueTask<KeptCode?> Take(string typed, Turn turn, string by, Func<KeptCode, bool> fits, CancellationToken ct)
    {
        var (name, person, tenant, now) = (TurnName.Of(turn.Id).ToString(), turn.Person.Key, Tenant.Of(turn.Person.Key), time.GetUtcNow());
        if (!await _guesses.Count(person, name, MostOfPerson, Within, now, ct) || !await _guesses.Count(tenant, name, MostOfTenant, Within, now, ct) || JoinCode.Read(typed) is not { } code)
            return null;
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await _codes.Find(code, ct) is not { Code: var kept } found || kept.Until <= now || !fits(kept) || (kept.UsedBy is { } used && used != by))
                return null;
            var result = kept.UsedBy is null ? await _codes.Use(code, found, by, ct) : new WriteResult.Written([]);
            if (result is WriteResult.Unavailable { Fault: var fault })
                throw new StorageUnavailableException(fault, "A code could not be used.");
            if (result is not WriteResult.Written)
                continue;
            await _guesses.Forgive(person, name, ct);
            await _guesses.Forgive(tenant, name, ct);
            return kept;
        }
        return null;
    }

    async ValueTask Look(string workshop, DateTimeOffset? at, CancellationToken ct)
    {
        if (await look(workshop, at, ct) is { } fault)
            throw new StorageUnavailableException(fault, "A look could not be set.");
    }
}

using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Telemetry;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Keeping;

/// <summary>
/// One round of a lane that is held: brings what has changed up to date, a room's messages one after the other in their order, people's a few at once. Whatever it
/// has no time for, or is kept from, is left for another round.
/// </summary>
sealed class LaneRound
{
    /// <summary>Messages to people whose intents, and results, are written together.</summary>
    public const int PeopleTogether = 40;

    const int PeopleAtOnce = 8;
    const int FewKeys = 8;

    readonly Kit _kit;
    readonly string _workshop;
    readonly long _since;
    readonly Present _present;
    readonly Progress _progress;
    readonly Rendering _rendering;
    readonly bool _people;
    readonly string? _rootKey;
    readonly ChatPlace _place;
    readonly int _atOnce;
    Dictionary<(string Key, int Page), MessageRow> _rows = [];
    bool _asksOnly;

    /// <param name="kit">What it works with.</param>
    /// <param name="workshop">Whose lane.</param>
    /// <param name="hold">The lane.</param>
    /// <param name="since">The version that all messages of the lane are known to show.</param>
    /// <param name="present">What they are to show.</param>
    /// <param name="afterCrash">Somebody held it and did not give it back.</param>
    /// <param name="stopping">The node ends.</param>
    public LaneRound(Kit kit, string workshop, LaneHold hold, long since, Present present, bool afterCrash, CancellationToken stopping)
    {
        (_kit, _workshop, _since, _present) = (kit, workshop, since, present);
        _people = hold.Lane.Room == Lanes.People;
        _atOnce = _people ? PeopleAtOnce : 1;
        _rootKey = _people ? null : kit.Views.All(present.State).FirstOrDefault();
        // Who held it and did not give it back may have edited messages without writing so down.
        _progress = new(kit, hold, present, _rootKey, afterCrash ? Math.Max(hold.Lane.Doubt, present.Version) : hold.Lane.Doubt, stopping);
        _place = _people ? ChatPlace.Plain : kit.Channel(hold.Lane.Room)?.Place(new Address.Room(hold.Lane.Room)) ?? ChatPlace.Plain;
        _rendering = new(kit, workshop, present.State, _place, hold.Lane.Room, _rootKey);
    }

    /// <summary>Something is to be posted, edited or found out.</summary>
    public bool HasWork { get; private set; }

    /// <summary>How it went; the lane has been given back, or is lost. One that has no work may stay as it was found, where <paramref name="mayLag"/> says so.</summary>
    public async Task<(Progress Progress, bool Lost)> Run(bool mayLag, CancellationToken stopping)
    {
        try
        {
            await Look(stopping);
        }
        catch
        {
            await _progress.GiveUp();
            throw;
        }
        if (!HasWork && mayLag)
            return (_progress, false);
        var isLost = !await _progress.End();
        if (!isLost && HasWork && _progress.Lane.Kept == _present.Version)
            Measures.Shown(_progress.Lane.Room, _kit.Time.GetUtcNow() - _present.State.At);
        return (_progress, isLost);
    }

    /// <summary>Whether there is work; none is done.</summary>
    public async Task<bool> Ask(CancellationToken stopping)
    {
        _asksOnly = true;
        await Look(stopping);
        return HasWork;
    }

    async Task Look(CancellationToken stopping)
    {
        var keys = await ChangedKeys.Since(_kit, _workshop, _since, _present, stopping);
        await Read(keys);
        if (_people)
            await People(keys);
        else
            await Room(keys);
    }

    async ValueTask Read(IReadOnlyList<string> keys)
    {
        var room = _progress.Lane.Room;
        if (!_people || keys.Count > FewKeys)
            _rows = (await _kit.Lanes.Messages(_workshop, room)).ToDictionary(row => (row.Key, row.Page));
        else
            foreach (var key in keys)
                if (await _kit.Lanes.Message(_workshop, room, key, 0) is { } row)
                    _rows[(key, 0)] = row;
        if (_rootKey is not null && _rows.TryGetValue((_rootKey, 0), out var root))
            _progress.Root = root.Phase == MessagePhase.Up ? root.PlatformId : null;
    }

    async Task People(IReadOnlyList<string> keys)
    {
        var waiting = new List<Copy>(PeopleTogether);
        // Not before a word of theirs, which has them looked at anew.
        var unreached = _progress.Lane.Unreached.Select(lost => lost.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (_progress.IsStopped)
                return;
            if (_rendering.Of(key, people: true, kept => !unreached.Contains(kept.Person!) && IsThere(kept)) is not { } shown || _kit.Channel(shown.Kept.Person!) is not { } channel
                || Copy(shown, 0, new Address.Person(shown.Kept.Person!), channel, null) is not { } copy || !Needs(copy))
                continue;
            HasWork = true;
            if (_asksOnly)
                return;
            waiting.Add(copy);
            if (waiting.Count < PeopleTogether)
                continue;
            await Treat(waiting);
            waiting = new(PeopleTogether);
            // What edits came to must not pile up beyond what one write takes.
            await _progress.Save();
        }
        await Treat(waiting);
    }

    async Task Room(IReadOnlyList<string> keys)
    {
        if (_kit.Channel(_progress.Lane.Room) is not { } channel)
            return;
        // While there is nothing to go under, others may have been passed over.
        if (_rootKey is not null && _progress.Root is null)
            keys = [.. _kit.Views.All(_present.State)];
        var address = new Address.Room(_progress.Lane.Room);
        // What would go under the first message is a part of it where there are no threads.
        if (!_place.Threads && _rootKey is not null && keys.Count > 0 && !keys.Contains(_rootKey))
            keys = [_rootKey, .. keys];
        foreach (var key in keys)
        {
            if (_progress.IsStopped || (_asksOnly && HasWork))
                return;
            if (_rendering.Of(key, people: false, IsThere) is { } shown)
                await Pages(shown, address, channel);
        }
    }

    async Task Pages(Rendering.Shown shown, Address address, IChannel channel)
    {
        var kept = shown.Kept;
        // A message that was there before the workshop has even the first of ours under it.
        var root = !_place.Threads ? null : kept.InThread ? _progress.Lane.Root ?? _progress.Root : kept.Key == _rootKey ? _progress.Lane.Root : null;
        if (kept.InThread && root is null)
            return;
        var under = root;
        for (var page = 0; page < Rendering.MostPages; page++)
        {
            // A page that was never needed is none; one that was is emptied.
            if (page >= kept.Pages.Length && Row(kept.Key, page).Phase is not (MessagePhase.Up or MessagePhase.Posting))
                continue;
            if (Copy(shown, page, address, channel, under) is not { } copy)
                return;
            if (Needs(copy))
                await Treat([copy]);
            if (page > 0)
                continue;
            if (copy.Row.Phase != MessagePhase.Up)
                return;
            under ??= copy.Row.PlatformId;
        }
    }

    async Task Treat(List<Copy> copies)
    {
        HasWork |= copies.Count > 0;
        if (copies.Count == 0 || _asksOnly)
            return;
        await new Resolving(_progress, _atOnce).Run([.. copies.Where(copy => copy.Row.Phase == MessagePhase.Posting)]);
        foreach (var copy in copies.Where(ComesBack))
            copy.Row = copy.Row with { Phase = MessagePhase.None, Back = _present.State.StepId };
        var posting = new Posting(_progress, _atOnce);
        await posting.Run([.. copies.Where(copy => copy.Row.Phase == MessagePhase.None && copy.Posts)]);
        await posting.Run(await new Editing(_progress, _atOnce).Run([.. copies.Where(copy => copy.Row.Phase == MessagePhase.Up && !copy.IsTrue(_progress.Doubt))]));
    }

    bool Needs(Copy copy) => copy.Row.Phase switch
    {
        MessagePhase.None => copy.Posts,
        MessagePhase.Posting => true,
        MessagePhase.Up => !copy.IsTrue(_progress.Doubt),
        MessagePhase.Gone => ComesBack(copy),
        _ => false,
    };

    // Only what the others go under comes back later; anything else had its chance when it was missed.
    bool ComesBack(Copy copy) => copy.Row is { Phase: MessagePhase.Gone, Page: 0 } && copy.Row.Key == _rootKey && Editing.Returns(copy, _present.State.StepId);

    // What is only to be put right is not even drawn where it never was.
    bool IsThere(Kept kept) => !kept.OnlyEdits || Row(kept.Key, 0).Phase is MessagePhase.Up or MessagePhase.Posting;

    Copy? Copy(Rendering.Shown shown, int page, Address to, IChannel channel, string? root) => _rendering.Mark(shown, page) is { } mark
        ? new(shown.Kept, to, channel, root, mark, () => _rendering.Draw(shown, page), Row(shown.Kept.Key, page))
        : null;

    MessageRow Row(string key, int page) => _rows.TryGetValue((key, page), out var row) ? row : new(_progress.Lane.Room, key, page);
}

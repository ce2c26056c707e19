using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Keeping;

/// <summary>Draws the messages of one state of a workshop: a room's in the workshop's language and the facilitator's zone, a person's in their own.</summary>
sealed class Rendering
{
    /// <summary>Of one message; what is beyond is left to the page with the map.</summary>
    public const int MostPages = 5;

    readonly Kit _kit;
    readonly string _id;
    readonly Workshop _workshop;
    readonly ChatPlace _place;
    readonly string _where;
    readonly string? _rootKey;
    readonly Reader _room;

    /// <param name="kit">What the keeper works with.</param>
    /// <param name="id">The workshop's id.</param>
    /// <param name="workshop">The state.</param>
    /// <param name="place">What the place is like that is drawn for.</param>
    /// <param name="where">Key of the place.</param>
    /// <param name="rootKey">The message that others go under there; null where none is.</param>
    public Rendering(Kit kit, string id, Workshop workshop, ChatPlace place, string where, string? rootKey)
    {
        (_kit, _id, _workshop, _place, _where, _rootKey) = (kit, id, workshop, place, where, rootKey);
        var zone = workshop.Crew.All.FirstOrDefault(person => person.Role == Role.Facilitator)?.Zone;
        _room = Reader(workshop.Frame.Language, zone) with { Mention = place.Mention, InOne = !place.Threads, Room = where == Journal.Lanes.People ? null : where, Guest = !workshop.Tenancy.Owns(where) };
    }

    /// <summary>A message of the room, or, with <paramref name="people"/>, of one person; null: it shows nothing there, or is not <paramref name="wanted"/> and was not drawn.</summary>
    public Shown? Of(string key, bool people, Func<Kept, bool> wanted)
    {
        var kept = Guarded(key, () => _kit.Views.Show(key, _workshop, _room));
        if (kept is null || (kept.Person is not null) != people || !wanted(kept))
            return null;
        var reader = kept.Person is { } person ? Reader(_workshop.LanguageOf(person), _workshop.Crew[person]?.Zone) : _room;
        return Show(key, reader) is { } theirs ? new(theirs, reader) : null;
    }

    /// <summary>
    /// The mark of a page. A page the message does not have is blank.
    /// Null: it cannot be drawn.
    /// </summary>
    public string? Mark(Shown shown, int page) =>
        Guarded(shown.Kept.Key, () => _kit.Drawing.Mark(Message(shown.Kept, shown.Reader, page)));

    /// <summary>The page as it is sent; null: it cannot be drawn.</summary>
    public Message? Draw(Shown shown, int page) => Guarded(shown.Kept.Key, () =>
    {
        var message = Message(shown.Kept, shown.Reader, page);
        _kit.Drawing.Try(message);
        return message;
    });

    /// <summary>A message as one person sees it; null where it shows them nothing of their own.</summary>
    public Message? Personal(string key, string person, bool guest, string notice)
    {
        var reader = Reader(_workshop.LanguageOf(person), _workshop.Crew[person]?.Zone) with { Mention = _place.Mention, InOne = !_place.Threads, Guest = _workshop.IsGuest(person, guest) };
        return Guarded(key, () => _kit.Views.Personal(key, _workshop, person, reader)) is { } view
            ? Message(key, view, reader) with { Notice = notice, Views = [person] } : null;
    }

    // With its pages, so that nothing is left to fail once it is on its way.
    Kept? Show(string key, Reader reader) => Guarded(key, () => _kit.Views.Show(key, _workshop, reader) is { Pages.IsDefault: false } kept ? kept : null);

    Message Message(Kept kept, Reader reader, int page)
    {
        var view = page < Math.Min(kept.Pages.Length, MostPages) ? kept.Pages[page] : _kit.Views.Blank(reader);
        var message = Message(kept.Key, view, reader);
        return kept.Key == _rootKey ? message with { Views = Views() } : message;
    }

    Message Message(string key, View view, Reader reader)
    {
        var message = new Message(key, view.Card, _kit.Drawing.Data(view), view.Brief, reader.Culture.Name) { Workshop = _id };
        return key == _rootKey ? message with { Below = Below(reader) } : message;
    }

    // Only what is asked now: what was asked before has its outcome.
    ImmutableArray<Message> Below(Reader reader) => _place.Threads ? []
        : [.. _kit.Views.All(_workshop).Where(key => key.Split(':') is [_, var step] && step == _workshop.StepId).Select(key => Guarded(key, () => _kit.Views.Show(key, _workshop, reader)))
            .Where(kept => kept is { InThread: true, OnlyEdits: false }).Select(kept => Message(kept!, reader, 0))];

    // Those who took part first, so that a newcomer does not take anybody's place.
    ImmutableArray<string> Views() => _place.Views == 0 ? []
        : [.. _workshop.Crew.All.Select(person => person.Key).Where(key => Pace.Workspace(key) == Pace.Workspace(_where)).Take(_place.Views)];

    Reader Reader(string? language, string? zone) => new(Speech.Culture(language), Zone.Of(zone), _id, () => "");

    // One message that cannot be drawn must not stand in the way of all others.
    T? Guarded<T>(string key, Func<T?> draw) where T : class
    {
        try
        {
            return draw();
        }
        catch (Exception e)
        {
            _kit.Log.LogError("Message {Key} of workshop {Workshop} cannot be drawn: {Fault} {Where}", key.Split(':')[0], _id, e.GetType().Name, e.StackTrace);
            return null;
        }
    }

    /// <summary>A kept message with the reader it was made for.</summary>
    public sealed record Shown(Kept Kept, Reader Reader);
}

using WorkshopBot.Channels;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.People;
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
    readonly Reader _room;

    public Rendering(Kit kit, string id, Workshop workshop)
    {
        (_kit, _id, _workshop) = (kit, id, workshop);
        var zone = workshop.Crew.All.FirstOrDefault(person => person.Role == Role.Facilitator)?.Zone;
        _room = Reader(workshop.Frame.Language, zone);
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

    // With its pages, so that nothing is left to fail once it is on its way.
    Kept? Show(string key, Reader reader) => Guarded(key, () => _kit.Views.Show(key, _workshop, reader) is { Pages.IsDefault: false } kept ? kept : null);

    Message Message(Kept kept, Reader reader, int page)
    {
        var view = page < Math.Min(kept.Pages.Length, MostPages) ? kept.Pages[page] : _kit.Views.Blank(reader);
        return new(kept.Key, view.Card, _kit.Drawing.Data(view), view.Brief, reader.Culture.Name);
    }

    Reader Reader(string? language, string? zone) => new(Speech.Culture(language), zone is null ? TimeZoneInfo.Utc : Zones.Find(zone), _id, () => "");

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

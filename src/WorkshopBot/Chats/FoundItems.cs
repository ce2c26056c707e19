using WorkshopBot.Channels;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Chats;

/// <summary>Items that were looked for, as a chat shows them: in a message for others to read, so without what only their author can do.</summary>
static class FoundItems
{
    public static IReadOnlyList<FoundItem> In(Workshop workshop, string id, Person person, string text, int skip, int most)
    {
        var culture = Wording.Culture(workshop, person);
        var reader = new Reader(culture, Zone.Of(person.Zone), id, () => "") { Guest = workshop.IsGuest(person.Key, person.Guest) };
        return [.. Search.In(workshop, text, skip, most).Select(name => Search.Shown(name, workshop, reader) is { } line && workshop.Map.Find(name) is { } entry
            ? new FoundItem($"{line.Ref}: {line.Title}", line.Place, AnswerCards.Message("", ItemView.Of(entry, workshop, "", reader), culture.Name) with { Workshop = id }) : null).OfType<FoundItem>()];
    }
}

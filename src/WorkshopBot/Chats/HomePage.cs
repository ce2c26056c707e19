using WorkshopBot.Channels;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Chats;

/// <summary>A person's own page in a chat: their workshops as they stand. Made when they look, and kept nowhere.</summary>
static class HomePage
{
    /// <param name="mine">Ids and states of the person's workshops, the newest first.</param>
    /// <param name="person">Who looks.</param>
    public static Message Of(IReadOnlyList<(string Id, Workshop State)> mine, Person person)
    {
        var language = mine.Count > 0 ? mine[0].State.LanguageOf(person.Key, person.Language) : person.Language;
        var reader = new Reader(Speech.Culture(language), Zone.Of(person.Zone), "", () => "") { Guest = person.Guest };
        return AnswerCards.Message("", HomeView.Of([.. mine.Select(one => (one.State, reader with { MapId = one.Id, Guest = one.State.IsGuest(person.Key, person.Guest) }))], person.Key, reader), reader.Culture.Name);
    }
}

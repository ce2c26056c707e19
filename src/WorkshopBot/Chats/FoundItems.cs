using WorkshopBot.Channels;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Chats;

/// <summary>Items that were looked for, as a chat shows them.</summary>
static class FoundItems
{
    public static IReadOnlyList<FoundItem> In(Workshop workshop, string id, Person person, string text, int skip, int most) => [];
}

using System.Text.Json;
using WorkshopBot.Channels;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Turns;

/// <summary>Makes the card that goes with an answer: which one is the core's to say.</summary>
/// <param name="link">Makes a link to the page with a workshop's map.</param>
/// <param name="log">Cards that cannot be made.</param>
sealed class AnswerCards(Func<string, Workshop, string> link, ILogger log)
{
    /// <summary>Null when it cannot be made: what was done is done, and told in words.</summary>
    public Message? Of(AnswerParts parts, bool refused, Turn turn, Workshop workshop, string id)
    {
        try
        {
            return Make(parts, refused, turn, workshop, id);
        }
        catch (Exception e)
        {
            log.LogError("The card of turn {Turn} cannot be made: {Fault} {Where}", TurnName.Of(turn.Id), e.GetType().Name, e.StackTrace);
            return null;
        }
    }

    Message Make(AnswerParts parts, bool refused, Turn turn, Workshop workshop, string id)
    {
        var culture = Wording.Culture(workshop, turn.Person);
        var reader = new Reader(culture, Zone.Of(turn.Person.Zone), id, () => link(id, workshop)) { Unsure = parts.Unsure, Unreached = parts.Unreached, Guest = workshop.IsGuest(turn.Person.Key, turn.Person.Guest) };
        return Message("", Screens.Of(parts.Screen, parts.Lines, refused, parts.Instead, workshop, turn.Person.Key, TurnName.Of(turn.Id).ToString(), reader), culture.Name);
    }

    /// <summary>A view as something to show.</summary>
    public static Message Message(string key, View view, string language) =>
        new(key, view.Card, Data(view), view.Brief, language);

    /// <summary>A view as JSON.</summary>
    public static ReadOnlyMemory<byte> Data(View view) => JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), ViewsJson.Default);
}

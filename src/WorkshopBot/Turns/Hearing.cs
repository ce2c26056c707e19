using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Turns;

/// <summary>A turn as the core hears it.</summary>
static class Hearing
{
    public static Heard Of(Turn turn, DateTimeOffset at, ImmutableHashSet<string> confirmed, string workshop = "", Workshop? from = null) => new(
        TurnName.Of(turn.Id).ToString(), turn.Person.Key, turn.Person.Name, turn.Text, at, Zone.Of(turn.Person.Zone), confirmed, turn.Room.Name, workshop, from, turn.Press(), turn.Private, turn.Person.Language)
    {
        Place = new(turn.Room.Key, turn.Room.Name),
        External = turn.Room.External,
        Shared = turn.Shared,
        Overheard = turn.Overheard,
        Offers = turn.Offers,
        Guest = turn.Person.Guest,
        Mentions = [.. turn.Mentions.Select(mention => new PersonRef(mention.Value, mention.Key))],
        Change = turn.Change is { } change ? new(TurnName.Of(change.Of).ToString(), Kind(change.Kind)) : null,
    };

    static MessageChangeKind Kind(TurnChangeKind kind) => kind switch
    {
        TurnChangeKind.Deleted => MessageChangeKind.Deleted,
        TurnChangeKind.Restored => MessageChangeKind.Restored,
        _ => MessageChangeKind.Edited,
    };
}

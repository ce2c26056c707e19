using System.Collections.Immutable;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Which rooms take part: another one asks by a code, the facilitator admits, refuses or takes it out; and two persons who are one human say so (settled: "Tenants").</summary>
public static class Rooming
{
    /// <summary>What is said to every code that does not work, whatever is wrong with it.</summary>
    public static readonly Phrase Wrong = Phrase.Of("join-wrong");

    /// <summary>A code that works was typed elsewhere, which only asks; or this room has its workshop, and then it does not matter which code it was.</summary>
    public static Decision Join(WorkshopCommand.Join c, Actor actor, Workshop w)
    {
        if (c.Asking is not { } asking) return c.Private || w.Phase == Phase.NotStarted ? Phrase.Of("join-where") : Phrase.Of("join-taken", w.Title);
        if (w.Phase != Phase.Running || w.Tenancy.Holds(asking.Room.Key)) return Wrong;
        if (w.Tenancy.Pending.Any(ask => ask.Room.Key == asking.Room.Key)) return Decision.Yes([], Phrase.Of("join-asked"));
        return w.Tenancy.Asks.Any(ask => ask.Code == asking.Code) || w.Tenancy.Pending.Count() >= Limits.Asks || w.Tenancy.Admitted.Count >= Limits.Rooms
            ? Wrong
            : Decision.Yes([new WorkshopEvent.RoomAsked(asking.Room, actor.Key, actor.Name, asking.Code, asking.External)], Phrase.Of("join-asked"));
    }

    public static Decision Admit(WorkshopCommand.Admit c, Actor actor, Workshop w)
    {
        if (w.OnlyHosts(actor) is { } no) return no;
        List<RoomAsk> asks = [.. w.Tenancy.Pending.Where(ask => c.Room is null || ask.Room.Key == c.Room)];
        if (asks is not [var asked]) return asks.Count == 0 ? Phrase.Of(c.Room is null ? "asks-none" : "ask-decided") : Phrase.Of("asks-several", Arg.List(asks.Select(ask => ask.Room.Said)));
        if (!c.In) return Decision.Yes([new WorkshopEvent.RoomRefused(asked.Room.Key)], Phrase.Of("room-refused", asked.Room.Said));
        return w.Tenancy.Admitted.Count >= Limits.Rooms ? Phrase.Of("rooms-many", Limits.Rooms) : Decision.Yes([new WorkshopEvent.RoomAdmitted(asked.Room)], Phrase.Of("room-admitted", asked.Room.Said));
    }

    /// <summary>Any admitted room at the facilitator's word, and the one it is said in at that of its own people: nobody is kept in.</summary>
    public static Decision Leave(WorkshopCommand.Leave c, Actor actor, Workshop w)
    {
        var own = c is { IsHere: true, Room: { } here } && w.Tenancy.Admitted.ContainsKey(here) && Tenant.Of(here) == Tenant.Of(actor.Key);
        if (!own && w.OnlyHosts(actor) is { } no) return no;
        if (c.Room is { } room && w.Tenancy.Admitted.TryGetValue(room, out var leaves)) return Decision.Yes([new WorkshopEvent.RoomLeft(leaves.Key)], Phrase.Of("room-left", leaves.Name));
        return w.Tenancy.Admitted.IsEmpty || (c.Room is not null && w.Tenancy.Holds(c.Room)) ? Phrase.Of("leave-home") : Phrase.Of("leave-where", Arg.List(w.Tenancy.Admitted.Values.Select(other => (Arg)other.Name)));
    }

    /// <summary>Both persons have shown that they are one: the code was shown to one and typed by the other.</summary>
    public static Decision Link(WorkshopCommand.LinkPeople c, Actor actor, Workshop w) =>
        c.Person is not { } other || other == actor.Key ? Wrong
        : w.VoterOf(other) == w.VoterOf(actor.Key) ? Phrase.Of("linked-already")
        : Decision.Yes([new WorkshopEvent.PeopleLinked(other, actor.Key)], Phrase.Of("people-linked"));

    /// <summary>A room that was admitted had got a workshop of its own: it is not in this one. Nothing when that has been said.</summary>
    public static ImmutableArray<WorkshopEvent> Void(string room, Workshop w) => w.Tenancy.Admitted.ContainsKey(room) ? [new WorkshopEvent.RoomLeft(room, Taken: true)] : [];

    /// <summary>Refuses what only the facilitator may, and never a guest of another tenant, whatever they were handed; null when it is theirs.</summary>
    internal static Decision? OnlyHosts(this Workshop w, Actor actor) => w.OnlyFacilitator(actor) ?? (w.Tenancy.Owns(actor.Key) ? null : Phrase.Of("only-owner"));
}

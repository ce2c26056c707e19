using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops;

/// <summary>How events change a workshop. It decides nothing and refuses nothing: what happened, happened.</summary>
public static class Evolution
{
    public static Workshop Evolve(this Workshop before, Happening happening)
    {
        var after = Apply(before, happening);
        return Remember(before, after, happening) with { At = happening.At > before.At ? happening.At : before.At };
    }

    private static Workshop Apply(Workshop w, Happening h) => h.Event switch
    {
        WorkshopEvent.Started e => w with { Phase = Phase.Running, Title = e.Title, ToBe = e.ToBe, LinkedTo = e.LinkedTo, Tenancy = new() { Owner = Tenant.Of(e.Room?.Key ?? h.By), Home = e.Room } },
        WorkshopEvent.Joined e => w with { Crew = w.Crew.With(new Participant(e.Person, e.Name, Role.Contributor, [], e.Zone, e.Language, h.At)) },
        WorkshopEvent.RoleGiven e => Person(w, e.Person, person => person with { Role = e.Role }),
        WorkshopEvent.SpokeFor e => Person(w, e.Person, person => person with { Departments = e.Departments }),
        WorkshopEvent.LanguageChosen e => Person(w, e.Person, person => person with { Language = e.Tag, Chose = e.Tag.Length > 0 }),
        WorkshopEvent.Framed e => w with { Frame = e.Frame },
        WorkshopEvent.LeadChosen e => w with { Map = w.Map.Choose(e.Persona) },
        WorkshopEvent.StepOpened e => w with { StepId = e.Step, StepOpenedBy = h.By, StepOpenedAt = h.At, Opened = w.Opened.Add(e.Step) },
        WorkshopEvent.StagesOrdered e => w with { Map = w.Map.Order(e.Order) },
        WorkshopEvent.ItemAdded e => Accept(w, w.Map.Add(NewEntry(w, h, e.Name, e.Item, e.Entry, e.Timing)), e.Name),
        WorkshopEvent.ItemRevised e => Accept(w, w.Map.Revise(e.Name, e.Item, h.By, e.Said), e.Name),
        WorkshopEvent.ItemWithdrawn e => w with { Map = w.Map.Withdraw(e.Name, e.Unsaid) },
        WorkshopEvent.ItemRestored e => w with { Map = w.Map.Restore(e.Name) },
        WorkshopEvent.Merged e => w with { Map = w.Map.Merge(e.Younger, e.Older) },
        WorkshopEvent.Unmerged e => w with { Map = w.Map.Unmerge(e.Younger) },
        WorkshopEvent.Felt e => w with { Map = w.Map.Cast(e.Name, Vote(w.Map.Find(e.Name)!.Item, e with { Voter = w.VoterOf(e.Voter) })) },
        WorkshopEvent.Passed e => w with { Passes = e.Off ? w.Passes.Remove($"{e.Person} {e.Step}") : w.Passes.Add($"{e.Person} {e.Step}") },
        WorkshopEvent.FindingRaised e => w with { Map = Raise(w, h, e) },
        WorkshopEvent.FindingResolved e => w with { Map = w.Map.Revise(e.Name, (Gap)w.Map.Find(e.Name)!.Item with { State = Gap.Resolved }) },
        WorkshopEvent.Judged e => w with { Judgements = e.Judgement == Judgement.Nothing ? w.Judgements.Remove(e.Person) : w.Judgements.SetItem(e.Person, e.Judgement) },
        WorkshopEvent.Closed e => w with { Phase = Phase.Closed, Ending = e.Ending },
        WorkshopEvent.Reopened e => w with { Phase = Phase.Running, Ending = null, StepId = e.Step, StepOpenedBy = h.By, StepOpenedAt = h.At, Opened = w.Opened.Add(e.Step) },
        WorkshopEvent.LinksRevoked => w with { LinkEpoch = w.LinkEpoch + 1 },
        // A gap that is accepted again by taking its dropping back was accepted when it was.
        WorkshopEvent.Undone e => e.Events.Aggregate(w, (state, inner) => Apply(state, h with { Event = inner })) is var undone ? undone with { AcceptedIn = undone.AcceptedIn.SetItems(w.AcceptedIn) } : w,
        WorkshopEvent.RoomAsked e => w with { Tenancy = w.Tenancy.Ask(e) },
        WorkshopEvent.RoomAdmitted e => w with { Tenancy = w.Tenancy.Admit(e.Room) },
        WorkshopEvent.RoomRefused e => w with { Tenancy = w.Tenancy.Decide(e.Room, AskOutcome.Refused) },
        // Who was in that room keeps no way to the map: the links that were given out end with it.
        WorkshopEvent.RoomLeft e => w with { Tenancy = w.Tenancy.Leave(e.Room, e.Taken), LinkEpoch = e.Taken ? w.LinkEpoch : w.LinkEpoch + 1 },
        WorkshopEvent.RoomShared e => w with { Tenancy = w.Tenancy with { Shared = w.Tenancy.Shared.Add(e.Room) } },
        WorkshopEvent.PeopleLinked e => w.Unite(e),
        WorkshopEvent.Imported e => w with { Crew = w.Crew with { Imported = e.Participants } },
        WorkshopEvent.Unknown => w,
        _ => throw new InvalidOperationException($"No evolution for {h.Event.GetType().Name}."),
    };

    private static Workshop Accept(Workshop w, JourneyMap map, Ref name) => IsAccepted(map, name) && !IsAccepted(w.Map, name)
        ? w with { Map = map, AcceptedIn = w.AcceptedIn.SetItem(name, w.StepId) } : w with { Map = map };

    private static bool IsAccepted(JourneyMap map, Ref name) => map.Find(name)?.Item is Gap { IsAccepted: true };

    private static Workshop Person(Workshop w, string key, Func<Participant, Participant> change) =>
        w.Crew[key] is { } person ? w with { Crew = w.Crew.With(change(person)) } : w;

    private static Entry NewEntry(Workshop w, Happening h, Ref name, Kinds.Item item, string entry, Timing timing) =>
        new(name, w.Playbook.Kinds.Of(name.Letter)!, item, entry, h.By, h.At, 0, EntryState.Live, timing, Shelf<Ref>.Empty, 0, Entry.ByNobody);

    private static Steps.Touchpoints.Feeling Vote(Kinds.Item item, WorkshopEvent.Felt felt) => (Steps.Touchpoints.Feeling)item is var feeling && felt.Wanted
        ? feeling with { Wanted = feeling.Wanted.With(felt.Voter, felt.Mood) }
        : feeling with { Actual = feeling.Actual.With(felt.Voter, felt.Mood) };

    private static JourneyMap Raise(Workshop w, Happening h, WorkshopEvent.FindingRaised e) => w.Map.Find(e.Name) is { } known
        ? w.Map.Revise(e.Name, (Gap)known.Item with { State = Gap.Open })
        : w.Map.Add(NewEntry(w, h with { By = "" }, e.Name, new Gap { Check = e.Check, Place = e.Place, State = Gap.Open }, "", Timing.OnTime));

    /// <summary>Keeps what would take a person's last messages back, a few deep.</summary>
    private static Workshop Remember(Workshop before, Workshop after, Happening h)
    {
        if (h.By.Length == 0) return after;
        var acts = before.Acts.TryGetValue(h.By, out var found) ? found : [];
        if (h.Event is WorkshopEvent.Undone undone)
            return after with { Acts = after.Acts.SetItem(h.By, Reversal.Without(acts, undone.Turn, after)) };
        if (Reversal.Of(h.Event, before) is not { } back) return after;
        var act = acts.LastOrDefault() is { } last && last.Turn == h.Turn ? last : new Act(h.Turn, h.At, [], ImmutableDictionary<Ref, (int Was, int Is)>.Empty);
        act = act with { Back = act.Back.Insert(0, back), Left = Reversal.Touches(h.Event) is { } name && after.Map.Find(name) is { } entry ? act.Left.SetItem(name, (act.Left.TryGetValue(name, out var left) ? left.Was : before.Map.Find(name)?.Rev ?? -1, entry.Rev)) : act.Left };
        acts = acts.Count > 0 && acts[^1].Turn == h.Turn ? acts.SetItem(acts.Count - 1, act) : acts.Add(act);
        return after with { Acts = after.Acts.SetItem(h.By, acts.Count > Limits.Undos ? acts.RemoveAt(0) : acts) };
    }
}

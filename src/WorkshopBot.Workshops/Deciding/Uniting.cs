using WorkshopBot.Workshops.Steps.Touchpoints;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>What follows from two persons being one human: one vote, of two the later one. Their rights stay each their own.</summary>
internal static class Uniting
{
    public static Workshop Unite(this Workshop w, WorkshopEvent.PeopleLinked e)
    {
        var (voter, other) = (w.VoterOf(e.One), w.VoterOf(e.Other));
        if (voter == other) return w;
        var map = w.Map;
        foreach (var entry in w.Map.On(Steps.Touchpoints.Feeling.Kind.Letter))
            if (entry.Item is Steps.Touchpoints.Feeling feeling && (feeling.Wanted.Of(other) is not null || feeling.Actual.Of(other) is not null))
                map = map.Cast(entry.Name, feeling with { Wanted = feeling.Wanted.Unite(voter, other), Actual = feeling.Actual.Unite(voter, other) });
        return w with
        {
            Map = map,
            Linked = w.Linked.SetItems(w.Linked.Where(one => one.Value == other).Select(one => KeyValuePair.Create(one.Key, voter))).SetItem(other, voter),
            // What they did before cannot be taken back any more: it may have been the vote that gave way.
            Acts = w.Acts.Remove(e.One).Remove(e.Other),
        };
    }
}

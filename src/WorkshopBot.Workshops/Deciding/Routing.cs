using System.Collections.Immutable;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Takes what is known of the way from one stage to another. Illegal percentages and splits over 100 % are refused (L19).</summary>
public static class Routing
{
    public static Decision Route(WorkshopCommand.Route c, Actor actor, Workshop w)
    {
        if (Shapes.SourceShape.TooLong(c.Source) is { } tooLong) return tooLong;
        if (w.Live(c.From, out var refusal) is not { } from || w.Live(c.To, out refusal) is not { } to) return refusal;
        if (from.Name == to.Name) return Phrase.Of("edge-to-itself", Receipts.Place(from.Name, w));
        var routes = w.Map.List($"from:{from.Name}").Select(mark => w.Map.Live(mark.Name)!).ToList();
        var known = Known(c, routes, to.Name, w);
        var item = known is null ? new Conversion { From = from.Name, To = to.Name } : (Conversion)known.Item;
        // Grammar: the same edge again corrects what was said, by the person who said it or the facilitator.
        var mine = known is null || w.MayChange(actor, known);
        var answers = known is null && c.Medium is { } medium ? c.Answers.Insert(0, new(Conversion.Kind.Field("medium")!, medium)) : c.Answers;
        if (PersonalData.Warns(answers, actor) is { } warning) return warning;
        var read = Adding.Answered(Conversion.Kind, item, answers, w.Reading(actor), _ => mine);
        if (read.Fault is { } fault) return fault;
        item = (Conversion)read.Value;
        if (c.Unknown)
        {
            if (!mine && item.Percent is not null) return w.OnlyOwn(actor, known!)!;
            item = item with { Percent = null };
        }
        if (c.Source is { } source)
        {
            if (!mine && item.Source is not null) return w.OnlyOwn(actor, known!)!;
            item = item with { Source = source };
        }
        var sum = (item.Percent ?? 0) + routes.Where(route => route != known).Sum(route => ((Conversion)route.Item).Percent ?? 0);
        if (sum > 100) return Phrase.Of("split-over", Receipts.Place(from.Name, w), sum);

        var name = known?.Name ?? w.Map.Next(Conversion.Kind);
        WorkshopEvent change = known is null ? new WorkshopEvent.ItemAdded(name, item, actor.Entry, Adding.Timing(Conversion.Kind, w)) : new WorkshopEvent.ItemRevised(name, item);
        Phrase[] task = item.Percent is null && item.Owner is null ? [Phrase.Of("edge-unknown", name)] : [];
        return Decision.Yes([change], [Phrase.Of("routed", name, Receipts.Place(from.Name, w), Receipts.Place(to.Name, w)), .. Receipts.Echo(Conversion.Kind, known?.Item ?? Conversion.Kind.Blank, item, "to"), .. task]);
    }

    /// <summary>How many of a hundred go on from a stage, over all routes.</summary>
    public static decimal Sum(Workshop w, Ref from) => w.Map.List($"from:{from}").Sum(mark => (w.Map.Live(mark.Name)?.Item as Conversion)?.Percent ?? 0);

    /// <summary>The route a line speaks of: with the same medium; or the only one there is, where the line or the route names none.</summary>
    private static Entry? Known(WorkshopCommand.Route c, List<Entry> routes, Ref to, Workshop w)
    {
        var between = routes.Where(route => ((Conversion)route.Item).To is { } end && w.Map.Resolve(end) == to).ToImmutableArray();
        var same = between.FirstOrDefault(route => Conversion.Key(c.From, to, ((Conversion)route.Item).Medium) == Conversion.Key(c.From, to, c.Medium));
        return same ?? (c.Medium is null && between.Length == 1 ? between[0] : null);
    }
}

using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Gives the map its shape: the order of stages, splits, links, the lead persona. What hangs on a stage stays with it.</summary>
public static class Shaping
{
    public static Decision Move(WorkshopCommand.Move c, Actor actor, Workshop w)
    {
        if (w.Live(c.Stage, out var refusal) is not { } stage || w.Live(c.Other, out refusal) is not { } other) return refusal;
        if (w.OnlyOwn(actor, stage) is { } no) return no;
        if (stage.Name.Letter != JourneyMap.Stage || other.Name.Letter != JourneyMap.Stage) return Phrase.Of("only-stages");
        if (stage.Name == other.Name) return Phrase.Of("same-item", stage.Name);
        var order = w.Map.StageOrder.Remove(stage.Name);
        order = order.Insert(order.IndexOf(other.Name) + (c.Before ? 0 : 1), stage.Name);
        return Decision.Yes([new WorkshopEvent.StagesOrdered(order)], Phrase.Of(c.Before ? "moved.before" : "moved.after", Receipts.Place(stage.Name, w), Receipts.Place(other.Name, w)));
    }

    public static Decision Split(WorkshopCommand.Split c, Actor actor, Workshop w)
    {
        if (w.Live(c.Stage, out var refusal) is not { } stage) return refusal;
        if (w.OnlyOwn(actor, stage) is { } no) return no;
        if (stage.Item is not Stage item) return Phrase.Of("only-stages");
        if (w.Map.Count(JourneyMap.Stage) >= Stage.Kind.Most) return Phrase.Of("kind-full", Stage.Kind.Word, Stage.Kind.Most);
        foreach (var name in (string[])[c.First, c.Second])
        {
            var read = Stage.Kind.Main.Fill(Stage.Kind.Blank, name, w.Reading(actor));
            if ((read.Fault ?? NameRules.Fault(name, Stage.Kind)) is { } fault) return fault;
            if (w.Map.Identified(JourneyMap.Stage, Stage.Kind.Identity(read.Value, w.Map.Resolve)!) is { } taken && taken != stage.Name) return Phrase.Of("name-taken", name, taken);
        }
        if (string.Equals(c.First, c.Second, StringComparison.OrdinalIgnoreCase)) return Phrase.Of("name-taken", c.Second, stage.Name);
        var second = w.Map.Next(Stage.Kind);
        var order = w.Map.StageOrder;
        return Decision.Yes(
            [
                new WorkshopEvent.ItemRevised(stage.Name, item with { Name = c.First }),
                new WorkshopEvent.ItemAdded(second, new Stage { Name = c.Second }, actor.Entry, Adding.Timing(Stage.Kind, w)),
                new WorkshopEvent.StagesOrdered(order.Insert(order.IndexOf(stage.Name) + 1, second)),
            ],
            Phrase.Of("split", Phrase.Of("named", stage.Name, c.First), Phrase.Of("named", second, c.Second)));
    }

    /// <summary>Links two items through whichever of them has a field for the other.</summary>
    public static Decision Link(WorkshopCommand.Link c, Actor actor, Workshop w)
    {
        if (w.Live(c.One, out var refusal) is not { } one || w.Live(c.Other, out refusal) is not { } other) return refusal;
        foreach (var (holder, target) in ((Entry, Entry)[])[(one, other), (other, one)])
            foreach (var field in holder.Kind.Fields.Where(field => field.Accepts(target.Name) && !field.Required && !field.Hidden))
            {
                if (w.OnlyOwn(actor, holder) is { } no && w.OnlyOwn(actor, target) is not null) return no;
                var linked = field.Targets(holder.Item).Any(name => w.Map.Resolve(name) == target.Name);
                if (c.Off != linked) { if (c.Off) continue; return Phrase.Of("already-linked", holder.Name, target.Name); }
                return Decision.Yes([new WorkshopEvent.ItemRevised(holder.Name, c.Off ? Unlink(field, holder, target, w) : field.Point(holder.Item, target.Name)!)],
                    Phrase.Of(c.Off ? "unlinked" : "linked", holder.Name, target.Name));
            }
        return Phrase.Of(c.Off ? "not-linked" : "cannot-link", one.Name, other.Name);
    }

    public static Decision Lead(WorkshopCommand.Lead c, Actor actor, Workshop w)
    {
        if (w.OnlyLeads(actor) is { } no) return no;
        if (w.Live(c.Persona, out var refusal) is not { } persona) return refusal;
        return persona.Name.Letter != JourneyMap.Persona ? Phrase.Of("only-personas")
            : Decision.Yes([new WorkshopEvent.LeadChosen(persona.Name)], Phrase.Of("leads", Receipts.Place(persona.Name, w)));
    }

    private static Item Unlink(Field field, Entry holder, Entry target, Workshop w) =>
        field.Targets(holder.Item).Where(name => w.Map.Resolve(name) == target.Name).ToList().Aggregate(holder.Item, field.Unpoint);
}

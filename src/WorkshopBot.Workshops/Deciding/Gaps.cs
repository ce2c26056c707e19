using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Takes a finding up as a gap, or drops it with a reason.</summary>
public static class Gaps
{
    public static Decision Accept(WorkshopCommand.AcceptGap c, Actor actor, Workshop w)
    {
        if (w.OnlyLeads(actor) is { } no) return no;
        if (w.Live(c.Name, out var refusal) is not { } entry) return refusal;
        if (entry.Item is not Gap gap) return Phrase.Of("only-gaps", c.Name);
        return gap.State switch
        {
            Gap.Accepted => Phrase.Of("accepted-already", entry.Name),
            Gap.Resolved => Phrase.Of("resolved-already", entry.Name),
            // Dropped, and in the meantime put right.
            Gap.Dropped when gap is { Check: { } rule, Place: { } place } && w.Playbook.Checks.FirstOrDefault(check => check.Id == rule) is { } check && !check.Broken(w.Map, w.Map.Resolve(place)) => Phrase.Of("resolved-already", entry.Name),
            _ => Decision.Yes([new WorkshopEvent.ItemRevised(entry.Name, gap with { State = Gap.Accepted, Reason = null })], Phrase.Of("accepted", entry.Name)),
        };
    }

    public static Decision Drop(WorkshopCommand.DropGap c, Actor actor, Workshop w)
    {
        if (w.OnlyLeads(actor) is { } no) return no;
        if (w.Live(c.Name, out var refusal) is not { } entry) return refusal;
        if (entry.Item is not Gap gap) return Phrase.Of("only-gaps", c.Name);
        if ((Shapes.TextShape.Checked(c.Reason, Limits.Text) ?? PersonalData.Warns(c.Reason, actor)) is { } fault) return fault;
        if (gap.State == Gap.Resolved) return Phrase.Of("resolved-already", entry.Name);
        return gap.State == Gap.Dropped ? Phrase.Of("dropped-already", entry.Name)
            : Decision.Yes([new WorkshopEvent.ItemRevised(entry.Name, gap with { State = Gap.Dropped, Reason = c.Reason })], Phrase.Of("dropped", entry.Name));
    }
}

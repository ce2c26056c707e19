using System.Collections.Immutable;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Ends a workshop with an owner and a review date, or thrown away (settled: "Closing"), and opens it again.</summary>
public static class Closing
{
    public static Decision Close(WorkshopCommand.Close c, Actor actor, Workshop w)
    {
        if (w.OnlyLeads(actor) is { } no) return no;
        var warned = c.Anyway ? null : Outside(c.ThrowAway ? "throw-away-outside" : "close-outside", w);
        if (c.ThrowAway) return warned ?? Decision.Yes([new WorkshopEvent.Closed(Ending.ThrownAway)], Phrase.Of("thrown-away", w.Title));
        var hard = w.Playbook.Steps[^1].Missing(w).Where(open => open.Hard).ToImmutableArray();
        if (hard.Length > 0) return Phrase.Of("close-incomplete", Stepping.List(hard));
        if (warned is not null) return warned;
        ImmutableArray<Open> open = [.. Left(w).Select(left => left.Point)];
        var objections = w.Judgements.Any(judgement => judgement.Value.Objection is not null);
        Phrase[] label = w.Map.IsHypothesis ? [Phrase.Of("show.hypothesis", decimal.Round(100 * (w.Map.EvidenceShare ?? 0)))] : [];
        return open.Length > 0 || objections
            ? Decision.Yes([new WorkshopEvent.Closed(Ending.OpenPoints)], [open.Length > 0 ? Phrase.Of("closed-open", w.Title, Stepping.List(open)) : Phrase.Of("closed-objected", w.Title), .. label])
            : Decision.Yes([new WorkshopEvent.Closed(Ending.SignedOff)], [Phrase.Of("closed-signed", w.Title), .. label]);
    }

    /// <summary>What came of it is posted in every room: before people of other organisations read it, who ends it is told.</summary>
    private static Decision? Outside(string warning, Workshop w) =>
        w.Tenancy.Outside.Select(room => room.Said).ToList() is { Count: > 0 } rooms ? Phrase.Of(warning, Arg.List(rooms)) : null;

    /// <summary>What is open in any step, each point once: with one of them the workshop closes with open points.</summary>
    public static IEnumerable<(Step Step, Open Point)> Left(Workshop w) => w.Playbook.Steps.SelectMany(step => step.Missing(w).Where(point => point.Hard).Select(point => (step, point))).DistinctBy(open => open.point.What);

    public static Decision Reopen(WorkshopCommand.Reopen c, Actor actor, Workshop w)
    {
        if (w.OnlyLeads(actor) is { } no) return no;
        if (w.Phase != Phase.Closed) return c.Step is { } open ? Stepping.Goto(new(open), actor, w) : Phrase.Of("not-closed");
        if (c.Step is not null && w.Playbook.Called(c.Step) is null) return Phrase.Of("no-such-step", c.Step, Arg.List(w.Playbook.Steps.Select(known => known.Word)));
        var step = c.Step is null ? w.Step : w.Playbook.Called(c.Step)!;
        return Decision.Yes([new WorkshopEvent.Reopened(step.Id)], Phrase.Of("reopened", w.Title), Stepping.Opened(step));
    }

    /// <summary>Also once the map is closed: that is when its links are out.</summary>
    public static Decision RevokeLinks(Actor actor, Workshop w) =>
        w.OnlyFacilitator(actor) ?? Decision.Yes([new WorkshopEvent.LinksRevoked()], Phrase.Of("links-revoked"));

    public static Decision Judge(WorkshopCommand.Judge c, Actor actor, Workshop w)
    {
        if ((c.Text ?? c.Objection) is { } text && (Shapes.TextShape.Checked(text, Limits.Text) ?? PersonalData.Warns(text, actor)) is { } fault) return fault;
        var before = w.Judgements.GetValueOrDefault(actor.Key) ?? Judgement.Nothing;
        // A sign-off takes an objection back, and the other way round.
        var after = new Judgement(c.Score ?? before.Score, c.Text ?? before.Text, c.SignOff || (before.SignedOff && c.Objection is null), c.Objection ?? (c.SignOff ? null : before.Objection));
        return Decision.Yes([new WorkshopEvent.Judged(actor.Key, after)], Phrase.Of(c.SignOff ? "signed-off" : c.Objection is not null ? "objected" : "judged", after.Score ?? 0));
    }
}

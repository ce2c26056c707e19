using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Sets what the workshop is about and how it is run: kick-off and close lines, for the facilitator and deputies.</summary>
public static class Framing
{
    public static Decision Set(WorkshopCommand.SetFrame c, Actor actor, Workshop w)
    {
        if (w.OnlyLeads(actor) is { } no) return no;
        if (PersonalData.Warns(c.Answers, actor) is { } warning) return warning;
        var read = c.Replace ? Revising.Put(Frame.Kind, w.Frame, c.Answers, w.Reading(actor)) : Adding.Answered(Frame.Kind, w.Frame, c.Answers, w.Reading(actor), _ => true);
        if (read.Fault is { } fault) return fault;
        var frame = (Frame)read.Value;
        if (frame.Names == Frame.Anonymous) return Phrase.Of("not-yet", "names: anonymous");
        if (frame.Review is { } review && review != w.Frame.Review && review.At <= actor.At) return Phrase.Of("date-past", review.Date);
        return Decision.Yes([new WorkshopEvent.Framed(frame)],
            [.. c.Answers.Select(answer => answer.Field.IsEmpty(frame) ? Phrase.Of("unframed", new Arg.Word($"frame.{answer.Field.Id}.label", answer.Field.Label)) : Phrase.Of("framed", new Arg.Word($"frame.{answer.Field.Id}.label", answer.Field.Label), answer.Field.Show(frame)))]);
    }
}

using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Where the workshop is and what can be done about it, for the facilitator and deputies alone: here, and only here, are people named who have not answered.</summary>
public sealed record FacilitateView(string Overline, string Title, string Answered, string Ready, bool IsReady, IReadOnlyList<FacilitatePart> Parts, IReadOnlyList<Button> Buttons) : View
{
    public override string Card => "facilitate";

    public override string Brief => $"{Overline}: {Title}\n{Answered}\n{string.Join("\n", Parts.Where(part => part.IsBrief).SelectMany(part => part.Lines).Select(line => line.Text))}";

    public static FacilitateView Of(Workshop w, Reader reader)
    {
        var (open, hard) = (w.Phase == Phase.Running, Lacking.Hard(w));
        return new(
            reader.Say(Phrase.Of("facilitate.private")), open ? reader.Say(BoardView.Numbered(w, w.Step)) : w.Title, reader.Say(open ? Progress.Said(w) : Phrase.Of("board.closed")),
            reader.Say(Phrase.Of("facilitate.ready")), open && hard.Count == 0 && Lacking.Left(w).Count == 0, FacilitateParts.Of(w, reader), Button.Row(Moves(w, hard is [var first, ..] ? first : null, reader).Take(Button.MostInRow)));
    }

    private static IEnumerable<Button> Moves(Workshop w, Open? held, Reader reader)
    {
        if (w.Phase == Phase.Closed)
        {
            yield return reader.Types(Phrase.Of("button.reopen"), "reopen", Shown.In(Phase.Closed));
            yield break;
        }
        var (shown, position) = (Workshops.Shown.While(w.StepId), w.Playbook.Position(w.StepId));
        var last = position == w.Playbook.Steps.Length - 1;
        // The way to what is missing first: going on without it is a choice, not a habit.
        if (held is not null && reader.Towards(held, w) is { } missing) yield return missing;
        if (!last) yield return held is null ? reader.Types(Phrase.Of("button.next"), "next", shown) : reader.Types(Phrase.Of("button.next-anyway"), "next anyway", shown);
        var closes = !w.Playbook.Steps[^1].Missing(w).Any(point => point.Hard);
        if (last && closes) yield return reader.Types(Phrase.Of("button.close"), "close", Shown.In(Phase.Running));
        if (position > 0) yield return reader.Types(Phrase.Of("button.back"), "back", shown);
        yield return reader.Types(Phrase.Of("button.gaps"), "show gaps");
        if (position > 0 && !last) yield return reader.Opens(Phrase.Of("button.add.kickoff"), Steps.Kickoff.KickoffSheet.Name);
        // At the last step closing is what is to be done; before it, it ends what is still to come.
        if (!last && closes) yield return reader.Types(Phrase.Of("button.close"), "close", Shown.In(Phase.Running)).TakingAway();
    }
}

using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Telemetry;

namespace WorkshopBot.Keeping;

/// <summary>
/// Puts what messages should show into those that are up. An edit may be repeated, so nothing is written before it. Who deletes a message of ours is obeyed:
/// it stays away, but one that must be there comes back once a step.
/// </summary>
sealed class Editing(Progress progress, int atOnce)
{
    /// <summary>Those that were deleted and come back.</summary>
    public async Task<IReadOnlyList<Copy>> Run(IReadOnlyList<Copy> copies)
    {
        if (copies.Count == 0 || progress.IsStopped)
            return [];
        await progress.Renew();
        var drawn = copies.Select(copy => (Copy: copy, Message: copy.Draw())).Where(one => one.Message is not null).ToList();
        await Calls.Each(drawn, atOnce, one => One(one.Copy, one.Message!));
        progress.Remember(drawn.Select(one => one.Copy.Row));
        return [.. drawn.Select(one => one.Copy).Where(copy => copy.Row.Phase == MessagePhase.None)];
    }

    async Task One(Copy copy, Message message)
    {
        if (!progress.MayCall())
        {
            progress.Leave();
            return;
        }
        progress.Note(copy.To.Key, isEdit: true);
        var outcome = await Calls.Make(progress.Kit, ct => copy.Channel.Edit(copy.To, copy.Row.PlatformId!, message, ct), new EditOutcome.Unknown());
        Measures.Edited(copy.Channel.Platform, outcome);
        switch (outcome)
        {
            case EditOutcome.Edited:
                copy.Row = copy.Row with { Hash = copy.Mark, Shown = progress.Present.Version };
                progress.Edited();
                break;
            case EditOutcome.Missing:
                copy.Row = Returns(copy, progress.Present.State.StepId)
                    ? copy.Row with { Phase = MessagePhase.None, PlatformId = null, Hash = null, Back = progress.Present.State.StepId }
                    : copy.Row with { Phase = MessagePhase.Gone };
                break;
            case EditOutcome.Later later:
                progress.Pause(copy.To.Key, later.After);
                break;
            case EditOutcome.Lost lost when copy.Kept.Person is { } person:
                copy.Row = copy.Row with { Phase = MessagePhase.Gone, Reason = lost.Reason };
                progress.Reach(person, lost.Reason);
                break;
            case EditOutcome.Lost lost:
                progress.Lose(lost.Reason);
                break;
            default:
                copy.Row = copy.Row with { Hash = null };
                progress.LetLand();
                break;
        }
    }

    /// <summary>Whether a message that somebody deleted comes back in this step.</summary>
    public static bool Returns(Copy copy, string step) => copy.Kept.Returns && !copy.IsBlank && copy.Row.Back != step;
}

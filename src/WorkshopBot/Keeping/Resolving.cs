using WorkshopBot.Channels;
using WorkshopBot.Journal;

namespace WorkshopBot.Keeping;

/// <summary>Finds out about posts of which nobody knows whether they arrived: asks the platform where it can tell, else does what the message's policy says.</summary>
sealed class Resolving(Progress progress, int atOnce)
{
    /// <summary>Those whose posts may still be under way wait until they cannot.</summary>
    public async Task Run(IReadOnlyList<Copy> copies)
    {
        var now = progress.Kit.Time.GetUtcNow();
        var over = new List<Copy>();
        foreach (var copy in copies)
            if ((copy.Row.Op is { } operation ? progress.Kit.Landed(operation, copy.Row.Deadline, [copy.Channel]) : copy.Row.Deadline) is { } landed && landed > now)
                progress.Wait(landed);
            else
                over.Add(copy);
        await Calls.Each(over, atOnce, One);
        progress.Remember(over.Select(copy => copy.Row));
        // Others may go under what was found.
        if (over.Any(copy => copy.Row.Phase == MessagePhase.Up))
            await progress.Save();
    }

    async Task One(Copy copy)
    {
        if (!copy.Channel.Limits.Finds || copy.Row.Op is not { } operation)
        {
            copy.Row = WithoutLook(copy.Row);
            return;
        }
        if (!progress.MayCall())
        {
            progress.Leave();
            return;
        }
        progress.Note(copy.To.Key);
        switch (await Calls.Make<FindOutcome?>(progress.Kit, async ct => await copy.Channel.Find(copy.To, copy.Root, operation, copy.Row.Deadline ?? progress.Kit.Time.GetUtcNow(), ct), null))
        {
            case FindOutcome.Found found:
                copy.Row = Posting.Up(copy.Row, found.PlatformId, progress);
                // Nobody has edited it since.
                if (copy.Row.Hash == copy.Mark)
                    copy.Row = copy.Row with { Shown = progress.Present.Version };
                break;
            case FindOutcome.NotThere:
                copy.Row = copy.Row with { Phase = MessagePhase.None, Op = null, Deadline = null };
                break;
            case FindOutcome.Unknown:
                copy.Row = WithoutLook(copy.Row);
                break;
            case FindOutcome.Later later:
                progress.Wait(progress.Kit.Time.GetUtcNow() + later.After);
                break;
            default:
                progress.Wait(progress.Kit.Time.GetUtcNow() + Spans.Soon);
                break;
        }
    }

    static MessageRow WithoutLook(MessageRow row) => row.Policy == MessagePolicy.Must
        ? row with { Phase = MessagePhase.None, Op = null, Deadline = null }
        : row with { Phase = MessagePhase.Unsure, Deadline = null };
}

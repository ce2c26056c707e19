using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Telemetry;

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
        if (over.Count > 0)
            await progress.Renew();
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
            WithoutLook(copy);
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
                WithoutLook(copy);
                break;
            case FindOutcome.Later later:
                progress.Wait(progress.Kit.Time.GetUtcNow() + later.After);
                break;
            default:
                progress.Wait(progress.Kit.Time.GetUtcNow() + Spans.Soon);
                break;
        }
    }

    static void WithoutLook(Copy copy)
    {
        if (copy.Row.Policy == MessagePolicy.Must)
        {
            copy.Row = copy.Row with { Phase = MessagePhase.None, Op = null, Deadline = null };
            return;
        }
        copy.Row = copy.Row with { Phase = MessagePhase.Unsure, Deadline = null };
        Measures.Unsure.Add(1, new KeyValuePair<string, object?>(Measures.Platform, copy.Channel.Platform));
    }
}

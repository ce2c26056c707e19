using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Telemetry;

namespace WorkshopBot.Keeping;

/// <summary>
/// Posts messages for the first time, or anew. First the intents are written, each with an operation of its own and a time after which nothing is sent; then the
/// calls are made; then what came of them is written, together with whatever is written next. So whoever comes after a crash knows what may be out there.
/// </summary>
sealed class Posting(Progress progress, int atOnce)
{
    public async Task Run(IReadOnlyList<Copy> copies)
    {
        var (time, planned) = (progress.Kit.Time, progress.Kit.Time.GetTimestamp());
        var deadline = time.GetUtcNow() + Spans.Intent;
        var drawn = copies.Select(copy => (Copy: copy, Message: copy.Draw())).Where(one => one.Message is not null).ToList();
        if (progress.IsStopped || drawn.Count == 0)
            return;
        foreach (var (copy, _) in drawn)
            copy.Row = copy.Row with
            {
                Phase = MessagePhase.Posting, Op = progress.Kit.Ids(), Deadline = deadline, PlatformId = null, Reason = null, Hash = copy.Mark, Shown = progress.Present.Version,
                Policy = copy.Kept.Must ? MessagePolicy.Must : MessagePolicy.Once,
            };
        progress.Remember(drawn.Select(one => one.Copy.Row));
        if (!await progress.Save())
            return;
        await Calls.Each(drawn, atOnce, one => One(one.Copy, one.Message!, planned));
        // Those still without an answer are as the intent says.
        progress.Remember(drawn.Select(one => one.Copy.Row).Where(row => row.Phase != MessagePhase.Posting));
        if (drawn.Any(one => one.Copy.Row.Phase == MessagePhase.Up))
            progress.Posted();
        // Otherwise it goes with what is written next, which comes at once: another intent, the end of the round, or a write of its own before anything is edited.
        if (drawn.Any(one => progress.IsRoot(one.Copy.Row)))
            await progress.Save();
    }

    /// <summary>It is there, and shows what its intent said.</summary>
    public static MessageRow Up(MessageRow row, string platformId, Progress progress) => row with
    {
        Phase = MessagePhase.Up, PlatformId = platformId, Deadline = null, FirstPosted = row.FirstPosted ?? progress.Kit.Time.GetUtcNow(), Posts = row.Posts + 1,
    };

    async Task One(Copy copy, Message message, long planned)
    {
        if (!progress.MayCall(planned))
        {
            copy.Row = NotPosted(copy.Row);
            progress.Leave();
            return;
        }
        progress.Note(copy.To.Key);
        var outcome = await Calls.Make(progress.Kit, ct => copy.Channel.Post(copy.To, copy.Root, copy.Row.Op!, message, ct), new PostOutcome.Unknown());
        Measures.Posted(copy.Channel.Platform, outcome);
        switch (outcome)
        {
            case PostOutcome.Posted posted:
                copy.Row = Up(copy.Row, posted.PlatformId, progress);
                progress.Reach(copy.Kept.Person, null);
                break;
            case PostOutcome.Later later:
                copy.Row = NotPosted(copy.Row);
                progress.Pause(copy.To.Key, later.After);
                break;
            case PostOutcome.Lost lost when copy.Kept.Person is { } person:
                copy.Row = NotPosted(copy.Row) with { Phase = MessagePhase.Gone, Reason = lost.Reason };
                progress.Reach(person, lost.Reason);
                break;
            case PostOutcome.Lost lost:
                copy.Row = NotPosted(copy.Row);
                progress.Lose(lost.Reason);
                break;
            default:
                progress.Wait(copy.Row.Deadline!.Value);
                break;
        }
    }

    static MessageRow NotPosted(MessageRow row) => row with { Phase = MessagePhase.None, Op = null, Deadline = null, Hash = null };
}

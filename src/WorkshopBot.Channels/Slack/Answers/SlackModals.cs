using System.Text;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>
/// Modals: opened with the trigger of what somebody pressed, within the three seconds it is good for, and brought up to date by their id. Where there is nothing to show yet, one that
/// says so is opened first.
/// </summary>
/// <param name="api">Calls Slack.</param>
/// <param name="later">What goes on beside the request.</param>
/// <param name="time">The clock.</param>
/// <param name="name">What people call the bot; modals are headed with it.</param>
sealed class SlackModals(SlackApi api, Afterwards later, TimeProvider time, string name)
{
    /// <summary>After this a modal is opened that has nothing in it yet: a trigger is good for three seconds, and opening takes a while.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(900);

    const string Callback = "modal";

    /// <summary>The trigger ran out, or was used before.</summary>
    static readonly string[] Spent = ["expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "trigger_exchanged", "invalid_trigger_id", "trigger_invalid"];

    /// <summary>Opens one that says that something is coming, if what is being done takes longer. Returns at once.</summary>
    public Opening Await(InstallId install, string trigger, Task serving, string language = "")
    {
        var opening = new Opening { Language = language };
        if (trigger.Length == 0 || !later.Run($"opening {trigger}", Open))
            return Opening.None();
        return opening;

        async Task Open(CancellationToken ct)
        {
            try
            {
                using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
                await Task.WhenAny(serving, Task.Delay(Soon, time, over.Token)).ConfigureAwait(false);
                await over.CancelAsync().ConfigureAwait(false);
                opening.Is(serving.IsCompleted ? null : (await Call(install, SlackMethods.OpenView, SlackView.Loading(name, Speech.Say("close", opening.Language), Callback, opening.Language)!.Value, ct, ("trigger_id", trigger)).ConfigureAwait(false)).Id);
            }
            finally
            {
                opening.Is(null);
            }
        }
    }

    /// <summary>Shows a card in a modal: in the one that was opened for it, else in a new one.</summary>
    public async Task<ModalShown> Show(InstallId install, string trigger, Opening opening, BlockCard card, ModalContext context, string language, CancellationToken ct)
    {
        var view = View(card, context, language);
        if (view is not { } json)
            return ModalShown.No;
        if (await opening.View.ConfigureAwait(false) is { } opened)
            return await Update(install, opened, null, json, ct).ConfigureAwait(false);
        var (reply, _) = await Call(install, SlackMethods.OpenView, json, ct, ("trigger_id", trigger)).ConfigureAwait(false);
        return reply switch
        {
            SlackReply.Done => ModalShown.Yes,
            // Offered once more than needed is better than a press of which nothing came.
            SlackReply.Unknown => ModalShown.TooLate,
            SlackReply.Refused { Error: var error } when Spent.Contains(error) => ModalShown.TooLate,
            _ => ModalShown.No,
        };
    }

    /// <summary>Puts another card into a modal, as it was when somebody pressed something in it.</summary>
    public async Task<ModalShown> Update(InstallId install, string id, string? hash, BlockCard card, ModalContext context, string language, CancellationToken ct) =>
        View(card, context, language) is { } json ? await Update(install, id, hash, json, ct).ConfigureAwait(false) : ModalShown.No;

    /// <summary>Puts another onto the one somebody pressed something in, which stays as it is.</summary>
    public async Task<bool> Push(InstallId install, string trigger, BlockCard card, string language, CancellationToken ct) =>
        View(card, ModalContext.None, language) is { } json && (await Call(install, SlackMethods.PushView, json, ct, ("trigger_id", trigger)).ConfigureAwait(false)).Reply is SlackReply.Done or SlackReply.Unknown;

    /// <summary>A modal as JSON; null where it would be too big for Slack.</summary>
    public ReadOnlyMemory<byte>? View(BlockCard card, ModalContext context, string language)
    {
        var carried = context with { Verb = "", Data = ActionData.None, Was = null };
        if (card.Submit is { } submit)
        {
            var form = FormBlocks.Of(card, submit);
            carried = context with { Verb = submit.Verb, Data = SubmitData.Read(submit.Data) };
            // The same form once more began with what it began with.
            var same = context.Was is not null && context.Verb == carried.Verb && context.Data.SequenceEqual(carried.Data);
            (card, carried) = (form.Card, carried with { Was = same ? form.Was.SetItems(context.Was!) : form.Was, Begun = context.Begun && same });
        }
        return SlackView.Modal(card, name, Speech.Say("close", language), Callback, carried.Write());
    }

    async Task<ModalShown> Update(InstallId install, string id, string? hash, ReadOnlyMemory<byte> view, CancellationToken ct) =>
        (await Call(install, SlackMethods.UpdateView, view, ct, ("view_id", id), ("hash", hash)).ConfigureAwait(false)).Reply switch
        {
            // Somebody was faster, and what they see is newer.
            SlackReply.Done or SlackReply.Unknown or SlackReply.Refused { Error: "hash_conflict" } => ModalShown.Yes,
            _ => ModalShown.No,
        };

    async Task<(SlackReply Reply, string? Id)> Call(InstallId install, string method, ReadOnlyMemory<byte> view, CancellationToken ct, params (string Name, string? Value)[] arguments)
    {
        var call = new SlackCall(method) { { "view", Encoding.UTF8.GetString(view.Span) } };
        foreach (var (argument, value) in arguments)
            call.Add(argument, value);
        var reply = await api.Call(install, call, CallRank.Person, ct).ConfigureAwait(false);
        return (reply, reply is SlackReply.Done done && done.Body.TryGetProperty("view", out var made) && made.TryGetProperty("id", out var id) ? id.GetString() : null);
    }
}

/// <summary>Whether a modal is there.</summary>
enum ModalShown
{
    Yes,

    /// <summary>The trigger is no good any more: somebody has to press again.</summary>
    TooLate,

    /// <summary>It cannot be shown that way.</summary>
    No,
}

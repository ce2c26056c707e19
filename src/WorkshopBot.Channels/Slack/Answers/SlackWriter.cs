using System.Text;
using System.Text.Json;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>What only one person sees, sent once: ephemeral messages, messages in their own chat, and what takes the place of a message they pressed something on.</summary>
/// <param name="api">Calls Slack.</param>
/// <param name="urls">Posts to the address that came with what they did.</param>
sealed class SlackWriter(SlackApi api, ResponseUrls urls)
{
    /// <summary>Bytes of text Slack takes where only one person sees it.</summary>
    const int MostBytes = 4_000;

    /// <summary>To one person in a conversation, under a message there when there is one.</summary>
    public ValueTask<SlackReply> Alone(InstallId install, string channel, string user, string? thread, BlockCard card, string brief, CallRank rank, CancellationToken ct) => Send(
        install, blocks => new(SlackMethods.PostAlone) { { "channel", channel }, { "user", user }, { "thread_ts", thread }, { "text", Short(card.Text, brief) }, { "parse", "none" }, { "blocks", blocks } }, card, rank, ct);

    /// <summary>Into somebody's own chat with the bot.</summary>
    public ValueTask<SlackReply> Direct(InstallId install, string channel, string? thread, BlockCard card, CancellationToken ct) => Send(
        install, blocks => new(SlackMethods.Post)
        {
            { "channel", channel }, { "thread_ts", thread }, { "text", card.Text }, { "parse", "none" }, { "unfurl_links", "false" }, { "unfurl_media", "false" }, { "blocks", blocks },
        }, card, CallRank.Person, ct);

    /// <summary>In the place of the message that was pressed, or beside it for its person alone. False: the address takes nothing any more.</summary>
    public async ValueTask<bool> Answer(string url, BlockCard card, string brief, bool replaces, string? thread, CancellationToken ct) =>
        await urls.Post(url, AnswerBody.Of(card.Blocks, Short(card.Text, brief), replaces, thread), ct).ConfigureAwait(false)
        || (card.Plainer is { } plainer && await urls.Post(url, AnswerBody.Of(plainer, Short(card.Text, brief), replaces, thread), ct).ConfigureAwait(false));

    /// <summary>Takes away the message that was pressed. Where that cannot be it stays, and does no harm.</summary>
    public async ValueTask Remove(string url, CancellationToken ct) => await urls.Post(url, AnswerBody.Gone, ct).ConfigureAwait(false);

    /// <summary>Words that fit where only one person sees them.</summary>
    public static string Short(string text, string brief) => Encoding.UTF8.GetByteCount(text) <= MostBytes ? text : BlockText.Escaped(brief);

    // A workspace may not know a block yet; words it always knows.
    async ValueTask<SlackReply> Send(InstallId install, Func<string?, SlackCall> call, BlockCard card, CallRank rank, CancellationToken ct)
    {
        var reply = await api.Call(install, call(Encoding.UTF8.GetString(card.Blocks.Span)), rank, ct).ConfigureAwait(false);
        if (IsBlocks(reply) && card.Plainer is { } plainer)
            reply = await api.Call(install, call(Encoding.UTF8.GetString(plainer.Span)), rank, ct).ConfigureAwait(false);
        return IsBlocks(reply) ? await api.Call(install, call(null), rank, ct).ConfigureAwait(false) : reply;
    }

    static bool IsBlocks(SlackReply reply) => reply is SlackReply.Refused refused && SlackErrors.IsOfBlocks(refused.Error);
}

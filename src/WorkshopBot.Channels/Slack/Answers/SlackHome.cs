using System.Text;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Inbound;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>The bot's own page of one person: what they take part in, and what waits for them. Made anew whenever they look, so that it need not be remembered.</summary>
/// <param name="desk">Knows what is on it.</param>
/// <param name="listeners">Who is where.</param>
/// <param name="cards">Makes blocks.</param>
/// <param name="api">Calls Slack.</param>
/// <param name="later">What goes on after the request.</param>
sealed class SlackHome(IChatDesk desk, Listeners listeners, SlackCards cards, SlackApi api, Afterwards later)
{
    public async Task<SlackAck> Opened(SlackInput.HomeOpened opened, CancellationToken ct)
    {
        Show(await listeners.Find(opened.Place with { Channel = "" }, ct).ConfigureAwait(false));
        return SlackAck.Ok;
    }

    /// <summary>Returns at once.</summary>
    public void Show(Listener to) => later.Run(to.Hears, async ct =>
    {
        if (await desk.Home(to.Person, ct).ConfigureAwait(false) is not { } message || cards.Of(message, BlockSurface.Home) is not { } card)
            return;
        if (await Publish(to, card, ct).ConfigureAwait(false) is SlackReply.Refused && card.Plainer is { } plainer)
            await Publish(to, card with { Blocks = plainer }, ct).ConfigureAwait(false);
    });

    // One that is too big would be refused.
    async ValueTask<SlackReply> Publish(Listener to, BlockCard card, CancellationToken ct) => SlackView.Home(card) is { } view
        ? await api.Call(to.Place.Install, new(SlackMethods.PublishHome) { { "user_id", to.Place.User }, { "view", Encoding.UTF8.GetString(view.Span) } }, CallRank.Person, ct).ConfigureAwait(false) : new SlackReply.Refused("too-big");
}

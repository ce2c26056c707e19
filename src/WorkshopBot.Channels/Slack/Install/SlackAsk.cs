using System.Net.Http.Headers;
using WorkshopBot.Channels.Slack.Api;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>Makes one call of Slack's Web API and says what became of it; what proves who calls goes into the Authorization header. A code of Slack's own comes back as <see cref="SlackReply.Refused"/>.</summary>
public delegate Task<SlackReply> SlackAsk(SlackCall call, AuthenticationHeaderValue proof, CancellationToken ct);

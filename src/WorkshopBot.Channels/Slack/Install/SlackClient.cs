using System.Net.Http.Headers;
using System.Text;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>What an app proves itself with when somebody installs it by OAuth, and where Slack sends them back to.</summary>
/// <param name="Id">The app's client id.</param>
/// <param name="Secret">The client secret.</param>
/// <param name="Redirect">The address of <c>/slack/oauth</c> as people reach it.</param>
public sealed record SlackClient(string Id, string Secret, Uri Redirect)
{
    /// <summary>The header that proves it is the app that calls.</summary>
    public AuthenticationHeaderValue Proof => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Id}:{Secret}")));

    // A record would write its secret into any log line it is put in.
    public override string ToString() => nameof(SlackClient);
}

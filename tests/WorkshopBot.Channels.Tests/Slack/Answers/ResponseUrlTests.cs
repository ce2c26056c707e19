using System.Net;
using System.Text;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Channels.Slack.Answers;
using Wired = WorkshopBot.Channels.Tests.Slack.Api.Wired;

namespace WorkshopBot.Channels.Tests.Slack.Answers;

/// <summary>What is posted to the address that came with a press: once where it may have arrived, and plainer where it was refused.</summary>
public sealed class ResponseUrlTests : Wired
{
    [Theory]
    [InlineData(200, true, 1)]
    [InlineData(408, true, 1)]
    [InlineData(500, true, 1)]
    [InlineData(503, true, 1)]
    [InlineData(302, false, 2)]
    [InlineData(400, false, 2)]
    [InlineData(404, false, 2)]
    [InlineData(429, false, 2)]
    public async Task What_may_have_been_taken_is_not_sent_again(int status, bool sent, int times)
    {
        using var hooks = new Hooks((HttpStatusCode)status);
        using var http = new HttpClient(hooks);
        var writer = new SlackWriter(Api, new ResponseUrls(http, _ => true, this));
        var card = SlackCards.Words("Thank you", BlockSurface.Message, "") with { Plainer = Encoding.UTF8.GetBytes("[]") };
        Assert.Equal(sent, await writer.Answer("https://hooks.example.invalid/1", card, "Thank you", false, null, default));
        Assert.Equal(times, hooks.Times);
    }

    sealed class Hooks(HttpStatusCode status) : HttpMessageHandler
    {
        public int Times { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Times++;
            return Task.FromResult(new HttpResponseMessage(status));
        }
    }
}

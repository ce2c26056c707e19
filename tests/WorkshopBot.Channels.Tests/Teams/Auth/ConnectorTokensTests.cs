using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Tests;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

public sealed class ConnectorTokensTests
{
    static readonly Uri Service = new(Forge.ServiceUrl);

    readonly FakeTime _time = new();
    readonly Purse _purse;

    public ConnectorTokensTests() => _purse = new(_time);

    [Fact]
    public async Task Fifty_who_ask_at_once_make_one_request_and_get_the_same_token()
    {
        var tokens = Tokens();
        _purse.Wait = new();
        var asked = Enumerable.Range(0, 50).Select(_ => tokens.For(Service, default).AsTask()).ToList();
        _purse.Wait.SetResult();
        Assert.All(await Task.WhenAll(asked), token => Assert.Equal(new ConnectorToken.Bearer("token-1"), token));
        Assert.Equal(["https://api.botframework.com/.default"], _purse.Scopes);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://me@smba.trafficmanager.net/")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/")]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("/relative")]
    public async Task It_is_for_no_other_host(string url)
    {
        var tokens = Tokens();
        Assert.IsType<ConnectorToken.Bearer>(await tokens.For(Service, default));
        Assert.Equal(new ConnectorToken.Foreign(), await tokens.For(new(url, UriKind.RelativeOrAbsolute), default));
        Assert.Equal(new ConnectorToken.Foreign(), await new ConnectorTokens(null, TeamsCloud.Public, _time, NullLogger.Instance).For(new(url, UriKind.RelativeOrAbsolute), default));
    }

    [Fact]
    public async Task It_is_kept_until_five_minutes_before_its_end()
    {
        var tokens = Tokens();
        Assert.Equal("token-1", await Bearer(tokens));
        _time.Advance(TimeSpan.FromMinutes(54.9));
        Assert.Equal("token-1", await Bearer(tokens));
        _time.Advance(TimeSpan.FromMinutes(0.1));
        Assert.Equal("token-2", await Bearer(tokens));
        Assert.Equal("token-2", await Bearer(tokens));
        Assert.Equal(2, _purse.Scopes.Count);
    }

    [Fact]
    public async Task While_no_new_one_comes_the_old_one_is_used_to_its_end_and_it_is_not_asked_for_all_the_time()
    {
        var tokens = Tokens();
        Assert.Equal("token-1", await Bearer(tokens));
        _time.Advance(TimeSpan.FromMinutes(56));
        _purse.Fault = new AuthenticationFailedException("no");
        for (var i = 0; i < 20; i++)
            Assert.Equal("token-1", await Bearer(tokens));
        Assert.Equal(2, _purse.Scopes.Count);
        _time.Advance(ConnectorTokens.AfterTrouble);
        Assert.Equal("token-1", await Bearer(tokens));
        Assert.Equal(3, _purse.Scopes.Count);
        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(new ConnectorToken.Unavailable(), await tokens.For(Service, default));
        _purse.Fault = null;
        Assert.Equal(new ConnectorToken.Unavailable(), await tokens.For(Service, default));
        _time.Advance(ConnectorTokens.AfterTrouble);
        Assert.Equal("token-5", await Bearer(tokens));
    }

    [Fact]
    public async Task One_that_does_not_come_is_given_up()
    {
        var tokens = Tokens();
        _purse.Wait = new();
        var asked = tokens.For(Service, default).AsTask();
        await Until.True(() => _purse.Scopes.Count == 1 && _time.Next is not null);
        _time.Advance(ConnectorTokens.Patience);
        Assert.Equal(new ConnectorToken.Unavailable(), await asked.WaitAsync(Until.Bound));
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_end_it_for_the_others()
    {
        var tokens = Tokens();
        _purse.Wait = new();
        using var impatient = new CancellationTokenSource();
        var first = tokens.For(Service, impatient.Token).AsTask();
        var second = tokens.For(Service, default).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _purse.Wait.SetResult();
        Assert.Equal(new ConnectorToken.Bearer("token-1"), await second.WaitAsync(Until.Bound));
    }

    [Fact]
    public async Task A_bot_without_an_id_sends_none_also_to_this_machine()
    {
        var tokens = new ConnectorTokens(null, TeamsCloud.Public, _time, NullLogger.Instance, loopback: true);
        Assert.Equal(new ConnectorToken.Anonymous(), await tokens.For(new("http://127.0.0.1:56150/_connector"), default));
        Assert.Equal(new ConnectorToken.Anonymous(), await tokens.For(Service, default));
    }

    [Fact]
    public async Task Each_cloud_is_asked_for_its_own_scope()
    {
        foreach (var (cloud, url) in TeamsCloud.All.Zip([Forge.ServiceUrl, "https://smba.infra.gov.teams.microsoft.us/gcch", "https://frontend.botapi.msg.infra.teams.microsoftonline.cn/"]))
            Assert.IsType<ConnectorToken.Bearer>(await new ConnectorTokens(_purse, cloud, _time, NullLogger.Instance).For(new(url), default));
        Assert.Equal(TeamsCloud.All.Select(cloud => cloud.Scope), _purse.Scopes);
    }

    [Fact]
    public async Task Neither_a_token_nor_what_was_answered_is_ever_printed()
    {
        Assert.Equal("Bearer", new ConnectorToken.Bearer("secret").ToString());
        var log = new Lines();
        _purse.Fault = new AuthenticationFailedException("AADSTS7000215: Invalid client secret 'hunter2' for app");
        await new ConnectorTokens(_purse, TeamsCloud.Public, _time, log).For(Service, default);
        Assert.Equal(["There is no token for the Connector: AuthenticationFailedException AADSTS7000215"], log.Written);
    }

    ConnectorTokens Tokens() => new(_purse, TeamsCloud.Public, _time, NullLogger.Instance);

    static async Task<string> Bearer(ConnectorTokens tokens) => Assert.IsType<ConnectorToken.Bearer>(await tokens.For(Service, default)).Token;

    sealed class Purse(FakeTime time) : TokenCredential
    {
        readonly List<string> _scopes = [];

        public IReadOnlyList<string> Scopes
        {
            get
            {
                lock (_scopes)
                    return [.. _scopes];
            }
        }

        public TaskCompletionSource? Wait { get; set; }

        public Exception? Fault { get; set; }

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            int number;
            lock (_scopes)
            {
                _scopes.Add(Assert.Single(requestContext.Scopes));
                number = _scopes.Count;
            }
            if (Wait is { } wait)
                await wait.Task.WaitAsync(cancellationToken);
            return Fault is { } fault ? throw fault : new($"token-{number}", time.GetUtcNow().AddHours(1));
        }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception) + exception);
    }
}

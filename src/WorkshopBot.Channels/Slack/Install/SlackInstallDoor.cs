using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Api;

namespace WorkshopBot.Channels.Slack.Install;

/// <summary>
/// Lets somebody install the app in a workspace, or in a whole organisation (OAuth): to Slack and back, and only in the browser it was begun in. Nothing of what is refused is logged
/// but why, and never a code or a token.
/// </summary>
/// <param name="settings">With a client.</param>
/// <param name="installs">Where installs are kept.</param>
/// <param name="ask">Calls Slack.</param>
/// <param name="seal">Seals states.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Refusals.</param>
/// <param name="languages">Languages there are texts for.</param>
public sealed class SlackInstallDoor(SlackSettings settings, KeptInstalls installs, SlackAsk ask, SlackSeal seal, TimeProvider time, ILogger log, IReadOnlyList<string> languages)
{
    /// <summary>Where the install begins.</summary>
    public const string Start = "/slack/install";

    /// <summary>Where Slack sends people back to.</summary>
    public const string Back = "/slack/oauth";

    /// <summary>The prefix makes browsers take it over TLS alone, for this host alone.</summary>
    public const string Cookie = "__Host-workshopbot-install";

    /// <summary>How long a call may take: somebody looks at an empty page.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    const int MostChars = 1_024;

    static readonly CookieOptions Options = new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = InstallState.GoodFor };

    static readonly (string, string) Again = ("install", "install.again");

    readonly InstallState _states = new(seal, time);
    readonly SlackClient _client = settings.Client ?? throw new ArgumentException("Without a client nobody can install anything.", nameof(settings));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Start, (RequestDelegate)Begin);
        routes.MapGet(Back, (RequestDelegate)End);
    }

    Task Begin(HttpContext context)
    {
        var (state, secret) = _states.Make();
        InstallPage.Close(context.Response);
        context.Response.Cookies.Append(Cookie, secret, Options);
        context.Response.Redirect(new Uri(settings.ApiUrl, "/oauth/v2/authorize").AbsoluteUri
            + $"?client_id={Escape(_client.Id)}&scope={Escape(string.Join(',', SlackScopes.Bot))}&redirect_uri={Escape(_client.Redirect.AbsoluteUri)}&state={Escape(state)}");
        return Task.CompletedTask;
    }

    async Task End(HttpContext context)
    {
        var (query, secret) = (context.Request.Query, context.Request.Cookies[Cookie]);
        context.Response.Cookies.Delete(Cookie, new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax });
        if (query["error"] is [{ Length: > 0 } error])
            await (error == "access_denied" ? Say(StatusCodes.Status200OK, "install.denied") : Say(StatusCodes.Status400BadRequest, "install.refused", Word(error))).ConfigureAwait(false);
        else if (query["state"] is not [{ Length: > 0 } state] || query["code"] is not [{ Length: > 0 and <= MostChars } code] || secret is null || !_states.Take(state, secret))
        {
            log.LogWarning("An install was refused: {Code}", secret is null ? "no-cookie" : "state");
            await Say(StatusCodes.Status400BadRequest, "install.stale").ConfigureAwait(false);
        }
        else
            await Exchange(code).ConfigureAwait(false);

        Task Say(int status, string page, params string[] args) => InstallPage.Send(context, status, page, Again, languages, args);

        async Task Exchange(string code)
        {
            var now = time.GetUtcNow();
            var reply = await Asked(ct => ask(new(SlackMethods.Access) { { "code", code }, { "redirect_uri", _client.Redirect.AbsoluteUri } }, _client.Proof, ct), context.RequestAborted).ConfigureAwait(false);
            var given = reply is SlackReply.Done done ? OAuthReply.Read(done, now) : null;
            // A token that is not what it came as is not kept.
            if (given is not null)
                reply = await Asked(ct => AuthTest.Ask(ask, given.Tokens.Token, ct), context.RequestAborted).ConfigureAwait(false);
            if (reply is SlackReply.Refused refused)
            {
                log.LogWarning("An install was refused: {Code}", Word(refused.Error));
                await Say(StatusCodes.Status400BadRequest, "install.refused", Word(refused.Error)).ConfigureAwait(false);
            }
            else if (given is null || reply is not SlackReply.Done told || AuthTest.Read(told, given.Tokens.Token) is not { } tested || !IsSame(tested, given))
            {
                log.LogWarning("An install was not finished: {Reply}", reply is SlackReply.Done ? "another-identity" : reply.GetType().Name);
                await Say(StatusCodes.Status503ServiceUnavailable, "install.later").ConfigureAwait(false);
            }
            else if (!await installs.Save(new(given.Id, given.Tokens.Token, given.BotUser, given.App), given.Tokens, given.Scopes, context.RequestAborted).ConfigureAwait(false))
                await Say(StatusCodes.Status503ServiceUnavailable, "install.later").ConfigureAwait(false);
            else
                await InstallPage.Send(context, StatusCodes.Status200OK, given.Id.Team is null ? "install.everywhere" : "install.done", (Open(given), "install.open"), languages, settings.BotName, given.Name).ConfigureAwait(false);
        }
    }

    async Task<SlackReply> Asked(Func<CancellationToken, Task<SlackReply>> call, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var patience = time.CreateTimer(_ => end.Cancel(), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            return await call(end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new SlackReply.Unknown();
        }
    }

    static bool IsSame(Installed tested, OAuthReply given) => tested.BotUser == given.BotUser && tested.Id.Team == given.Id.Team && (tested.Id.Enterprise ?? given.Id.Enterprise) == given.Id.Enterprise;

    string Open(OAuthReply given) =>
        new Uri(settings.ApiUrl, "/app_redirect").AbsoluteUri + $"?app={Escape(given.App)}" + (given.Id.Team is { } team ? $"&team={Escape(team)}" : "");

    static string Escape(string text) => Uri.EscapeDataString(text);

    // It came by a link that anybody can make.
    static string Word(string error) => SlackErrors.Clean(error) is { Length: > 0 } word ? word : "?";
}

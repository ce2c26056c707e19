using System.Text.Json;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using WorkshopBot.Journal;
using WorkshopBot.Links;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Pages;

/// <summary>
/// The way in for the page in a chat client: <c>POST /api/tab</c> with a token that says who reads. It only reads, and tells of nothing but workshops the reader takes part
/// in. Tokens are in no log.
/// </summary>
sealed class TabDoor(TurnLoop loop, MapLinks links, TabHost host) : IDisposable
{
    public const int MostBytes = 2 * 1024;
    public const int MostOfToken = 8 * 1024;

    /// <summary>Answers a person gets at once; they come back one a second.</summary>
    public const int MostAtOnce = 20;

    const string Scheme = "Bearer ";
    const int MostOfHint = 64;

    // Checking a token costs more than asking for it to be checked.
    readonly ConcurrencyLimiter _checks = new(new() { PermitLimit = 16, QueueLimit = 64 });

    readonly PartitionedRateLimiter<string> _people = PartitionedRateLimiter.Create<string, string>(person => RateLimitPartition.GetTokenBucketLimiter(person, _ => new()
    {
        TokenLimit = MostAtOnce, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
    }));

    public async Task Serve(HttpContext context)
    {
        var (response, ct) = (context.Response, context.RequestAborted);
        (response.Headers.CacheControl, response.Headers.XContentTypeOptions) = ("no-store", "nosniff");
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        if (await Reader(context.Request, ct) is not var (person, name))
        {
            response.Headers.WWWAuthenticate = "Bearer";
            await Refuse(response, StatusCodes.Status401Unauthorized, "sign-in", ct);
            return;
        }
        using var admitted = _people.AttemptAcquire(person);
        if (!admitted.IsAcquired)
        {
            response.Headers.RetryAfter = "5";
            await Refuse(response, StatusCodes.Status429TooManyRequests, "later", ct);
            return;
        }
        if (!context.Request.HasJsonContentType() || await Ask(context.Request, ct) is not { } ask)
        {
            await Refuse(response, StatusCodes.Status400BadRequest, "body", ct);
            return;
        }
        await response.WriteAsJsonAsync(await Answer(person, name, ask, ct), TabJson.Default.TabAnswer, cancellationToken: ct);
    }

    public void Dispose()
    {
        _checks.Dispose();
        _people.Dispose();
    }

    // Whatever is wrong is nobody, and nobody learns what.
    async Task<(string Person, string Name)?> Reader(HttpRequest request, CancellationToken ct)
    {
        if (request.Headers.Authorization is not [{ } said] || !said.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || said.Length > Scheme.Length + MostOfToken)
            return null;
        using var turn = await _checks.AcquireAsync(1, ct);
        return turn.IsAcquired && said[Scheme.Length..].Trim() is { Length: > 0 } token && await host.SignIn(token, ct) is var (tenant, user, name) && IsPart(tenant) && IsPart(user)
            ? ($"{host.Platform}:{tenant}:{user}", name) : null;
    }

    // A colon would end the part and begin another.
    static bool IsPart(string part) => part.Length is > 0 and <= MostOfHint && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    static async Task<TabAsk?> Ask(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, TabJson.Default.TabAsk, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    async Task<TabAnswer> Answer(string person, string name, TabAsk ask, CancellationToken ct)
    {
        var locale = ask.Locale is { Length: <= MostOfHint } told ? told : null;
        var mine = await loop.Looking.Mine(person, ct);
        var shown = mine.Select(one => new TabWorkshop(
            MyWorkshop.Of(one.State, person, new(Speech.Culture(one.State.LanguageOf(person, locale)), Zones.Find(one.State.Crew[person]!.Zone), one.Id, () => "")), links.Url(one.Id, one.State.LinkEpoch)));
        return new(
            name, [.. shown.OrderByDescending(one => one.Workshop.Asks is not null).ThenByDescending(one => one.Workshop.Waits).ThenByDescending(one => one.Workshop.IsOpen)],
            mine.FirstOrDefault(one => one.Id == ask.Map) is { State: { } asked } found ? links.Url(found.Id, asked.LinkEpoch) : null, host.Chat);
    }

    static Task Refuse(HttpResponse response, int status, string error, CancellationToken ct)
    {
        response.StatusCode = status;
        return response.WriteAsJsonAsync(new TabRefusal(error), TabJson.Default.TabRefusal, cancellationToken: ct);
    }
}

using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>What the operator has set for Microsoft Teams, checked.</summary>
/// <param name="Cloud">Where the bot is registered, with the hosts the operator has added.</param>
/// <param name="AppId">The bot's id, a GUID in small letters; null for a bot that anybody on this machine may talk to.</param>
/// <param name="TenantId">The tenant the bot is registered in; null without an id.</param>
/// <param name="Proof">What it proves itself with; null without an id.</param>
/// <param name="BotName">What people call it.</param>
/// <param name="Targeted">Whether private answers in a room may be messages that one person sees.</param>
/// <param name="AllowLoopback">In development: services on this machine may be talked to.</param>
/// <param name="SsoResource">The tab's <c>api://…</c> address, where one is set.</param>
public sealed record TeamsSettings(TeamsCloud Cloud, string? AppId, string? TenantId, TeamsProof? Proof, string BotName = TeamsSettings.DefaultName, bool Targeted = false, bool AllowLoopback = false, string? SsoResource = null)
{
    public const string DefaultName = "WorkshopBot";

    /// <summary>As long as a person's name may be.</summary>
    public const int MostName = 80;

    /// <summary>Whether requests come and go without tokens.</summary>
    public bool IsAnonymous => AppId is null;

    /// <summary>
    /// Reads all of <c>Teams:</c>. Nothing is set as long as nothing says who the bot is; then Teams is off.
    /// </summary>
    /// <param name="configuration">Everything that is set.</param>
    /// <param name="development">Whether this is Development.</param>
    /// <param name="urls">What the server will listen on.</param>
    public static TeamsSettingsRead Read(IConfiguration configuration, bool development, IReadOnlyList<string> urls)
    {
        var told = new ToldSettings(configuration, "Teams");
        var (appId, anonymous) = (told.Id("AppId"), told.Flag("AllowAnonymous"));
        var proof = ToldProof.Read(told, appId);
        if (!anonymous && !told.Has("AppId") && !told.Has("TenantId") && !ToldProof.IsSet(told))
            return new(null, []);

        var cloud = ReadCloud(told);
        var tenant = told.Id("TenantId");
        var loopback = told.Flag("AllowLoopback");
        var resource = told.Text("SsoResource");
        if (anonymous)
            told.Fault("AllowAnonymous", WhyNotAnonymous(told, development, urls));
        else if (!told.Has("AppId"))
            told.Fault("AppId", "is missing.");
        if (told.Has("AppId") && !told.Has("TenantId"))
            told.Fault("TenantId", "is missing: the tenant the bot is registered in.");
        if (loopback && !development)
            told.Fault("AllowLoopback", "is for Development alone.");
        if (resource is not null && appId is not null && !IsResource(resource, appId))
            told.Fault("SsoResource", "must be like api://bot.example.com/ and end with the app id, as in the app registration.");
        var settings = new TeamsSettings(cloud, appId, tenant, proof, ReadName(told), told.Flag("Targeted"), loopback || anonymous, resource);
        return told.Faults.Count > 0 ? new(null, told.Faults) : new(settings, []);
    }

    static string? WhyNotAnonymous(ToldSettings told, bool development, IReadOnlyList<string> urls) =>
        !development ? "is for Development alone."
        : told.Has("AppId") ? "cannot be on together with Teams:AppId: whoever wrote would be anybody."
        : !urls.All(IsLoopback) ? "cannot be on while Urls is open to other machines. Use 127.0.0.1."
        : null;

    static TeamsCloud ReadCloud(ToldSettings told)
    {
        var cloud = told.Text("Cloud") is not { } name ? TeamsCloud.Public : TeamsCloud.All.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
        if (cloud is null)
            told.Fault("Cloud", $"must be one of {string.Join(", ", TeamsCloud.All.Select(one => one.Name))}.");
        var more = told.List("ServiceHosts");
        if (!more.All(ServiceUrls.IsHost))
            told.Fault("ServiceHosts", "must be names like smba.example.com, or .example.com for every host under it.");
        cloud ??= TeamsCloud.Public;
        return cloud with { ServiceHosts = [.. cloud.ServiceHosts, .. more] };
    }

    static string ReadName(ToldSettings told)
    {
        var name = told.Text("BotName") ?? DefaultName;
        if (name.Length > MostName || name.Any(char.IsControl))
            told.Fault("BotName", $"must be 1 to {MostName} characters on one line.");
        return name;
    }

    static bool IsResource(string resource, string appId) =>
        resource.StartsWith("api://", StringComparison.Ordinal) && resource.EndsWith(appId, StringComparison.OrdinalIgnoreCase) && resource.All(c => c is > ' ' and <= '~');

    static bool IsLoopback(string url)
    {
        try
        {
            var host = BindingAddress.Parse(url).Host;
            return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

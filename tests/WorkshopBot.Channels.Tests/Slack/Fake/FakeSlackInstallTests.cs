using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace WorkshopBot.Channels.Tests.Slack.Fake;

public sealed class FakeSlackInstallTests : FakeSlackBench
{
    const string Back = "https://bot.example.com/slack/oauth";

    Uri Page(string state = "s1") => new($"{Slack.AuthorizePage}?client_id={Slack.ClientId}&scope=chat:write,commands&state={state}&redirect_uri={Uri.EscapeDataString(Back)}");

    [Fact]
    public async Task A_code_is_good_once_for_the_same_way_back_and_the_right_secret()
    {
        var back = Anna.Allows(Page());
        Assert.StartsWith(Back, back.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("state=s1", back.Query, StringComparison.Ordinal);
        var code = Code(back);
        Assert.Equal("bad_client_secret", (string)(await Access("nonsense", ("code", code), ("redirect_uri", Back)))["error"]!);
        var answer = await Access(null, ("code", code), ("redirect_uri", Back));
        Assert.Equal((Acme.Id, Anna.Id, "chat:write,commands", false), ((string)answer["team"]!["id"]!, (string)answer["authed_user"]!["id"]!, (string)answer["scope"]!, (bool)answer["is_enterprise_install"]!));
        using var raw = new RawSlack(Slack, (string)answer["access_token"]!);
        Assert.Equal("ok", await raw.Error("auth.test"));
        Assert.Equal("invalid_code", (string)(await Access(null, ("code", code), ("redirect_uri", Back)))["error"]!);
        Assert.Equal("bad_redirect_uri", (string)(await Access(null, ("code", Code(Anna.Allows(Page()))), ("redirect_uri", Back + "/other")))["error"]!);
    }

    [Fact]
    public void Who_does_not_allow_it_is_sent_back_without_a_code() =>
        Assert.Equal($"{Back}?error=access_denied&state=s1", Anna.Denies(Page()).AbsoluteUri);

    [Fact]
    public async Task An_organisation_is_installed_as_a_whole()
    {
        var mia = Slack.Enterprise("Big").Team("Design").Person("Mia");
        var answer = await Access(null, ("code", Code(mia.Allows(Page(), forAll: true))), ("redirect_uri", Back));
        Assert.Null(answer["team"]);
        Assert.Equal((mia.Team.Enterprise!.Id, true), ((string)answer["enterprise"]!["id"]!, (bool)answer["is_enterprise_install"]!));
    }

    [Fact]
    public async Task Tokens_that_are_renewed_end_after_twelve_hours()
    {
        Slack.RotatesTokens = true;
        var first = await Access(null, ("code", Code(Anna.Allows(Page()))), ("redirect_uri", Back));
        Assert.Equal(43_200, (int)first["expires_in"]!);
        var second = await Access(null, ("grant_type", "refresh_token"), ("refresh_token", (string)first["refresh_token"]!));
        Assert.Equal("invalid_refresh_token", (string)(await Access(null, ("grant_type", "refresh_token"), ("refresh_token", (string)first["refresh_token"]!)))["error"]!);
        using var old = new RawSlack(Slack, (string)first["access_token"]!);
        using var young = new RawSlack(Slack, (string)second["access_token"]!);
        Assert.Equal("ok", await old.Error("auth.test"));
        Time.Advance(TimeSpan.FromHours(12));
        Assert.Equal("token_expired", await old.Error("auth.test"));
        Assert.Equal("token_expired", await young.Error("auth.test"));
        var third = await Access(null, ("grant_type", "refresh_token"), ("refresh_token", (string)second["refresh_token"]!));
        Assert.Equal(Acme.Bot!.Token, (string)third["access_token"]!);
    }

    static string Code(Uri back) => back.Query[1..].Split('&').Select(pair => pair.Split('=')).Single(pair => pair[0] == "code")[1];

    async Task<JsonObject> Access(string? secret, params (string Name, string Value)[] fields)
    {
        using var http = new HttpClient { BaseAddress = Slack.Api };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Slack.ClientId}:{secret ?? Slack.ClientSecret}")));
        using var answer = await http.PostAsync("oauth.v2.access", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }
}

using WorkshopBot.Channels.Web;

namespace WorkshopBot.Channels.Tests.Web;

public sealed class TryConditionsTests
{
    [Theory]
    [InlineData("localhost:3978")]
    [InlineData("LocalHost")]
    [InlineData("127.0.0.1:80")]
    [InlineData("[::1]:3978")]
    public void Our_own_names_come_in_with_any_port(string host) => Assert.Null(TryConditions.Check(Requests.Of(host: host)));

    [Theory]
    [InlineData("example.com")]
    [InlineData("127.0.0.1.example.com")]
    [InlineData("localhost.example.com:3978")]
    [InlineData("127.0.0.2")]
    [InlineData("")]
    public void Other_hosts_are_refused(string host) => Assert.Equal(403, TryConditions.Check(Requests.Of(host: host))?.Status);

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("192.168.0.7", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData(null, false)]
    public void Only_this_machine_comes_in(string? address, bool comesIn) => Assert.Equal(comesIn ? null : 403, TryConditions.Check(Requests.Of(address: address))?.Status);

    [Theory]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("X-Forwarded-Anything", "")]
    [InlineData("Origin", "https://example.com")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:8080")]
    [InlineData("Origin", "https://127.0.0.1:3978")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public void Proxies_and_foreign_pages_are_refused(string name, string value) => Assert.Equal(403, TryConditions.Check(Requests.Of(headers: (name, value)))?.Status);

    [Theory]
    [InlineData("Origin", "http://127.0.0.1:3978")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    public void Our_own_page_comes_in(string name, string value) => Assert.Null(TryConditions.Check(Requests.Of(headers: (name, value))));

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("application/json; charset=utf-8", null)]
    [InlineData("APPLICATION/JSON", null)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData(null, 415)]
    [InlineData("", 415)]
    public void Only_JSON_is_read(string? type, int? status) => Assert.Equal(status, TryConditions.Check(Requests.Of(type: type))?.Status);

    [Fact]
    public void Whoever_only_looks_sends_no_JSON_and_meets_the_same_conditions()
    {
        Assert.Null(TryConditions.CheckLook(Requests.Of(type: null)));
        Assert.Equal(403, TryConditions.CheckLook(Requests.Of(type: null, host: "example.com"))?.Status);
        Assert.Equal(403, TryConditions.CheckLook(Requests.Of(type: null, address: "192.168.0.7"))?.Status);
        Assert.Equal(403, TryConditions.CheckLook(Requests.Of(type: null, headers: ("Sec-Fetch-Site", "cross-site")))?.Status);
        Assert.Equal(403, TryConditions.CheckLook(Requests.Of(type: null, headers: ("Forwarded", "for=10.0.0.1")))?.Status);
    }
}

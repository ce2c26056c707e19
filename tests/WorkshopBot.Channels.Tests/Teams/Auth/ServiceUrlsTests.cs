using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Teams.Auth;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

public sealed class ServiceUrlsTests
{
    [Theory]
    [InlineData("Public", "https://smba.trafficmanager.net/emea/")]
    [InlineData("Public", "https://SMBA.trafficmanager.NET/teams")]
    [InlineData("Public", "https://smba.trafficmanager.net:443/")]
    [InlineData("Public", "https://smba.infra.gcc.teams.microsoft.com/gcc")]
    [InlineData("Public", "https://smba.onyx.prod.teams.trafficmanager.net/")]
    [InlineData("Public", "https://webchat.botframework.com/")]
    [InlineData("UsGov", "https://smba.infra.gov.teams.microsoft.us/gcch")]
    [InlineData("UsGov", "https://smba.infra.dod.teams.microsoft.us/dod")]
    [InlineData("UsGov", "https://directline.botframework.azure.us/")]
    [InlineData("China", "https://frontend.botapi.msg.infra.teams.microsoftonline.cn/")]
    [InlineData("China", "https://directline.botframework.azure.cn/")]
    public void Hosts_of_a_cloud_are_allowed_there_and_nowhere_else(string name, string url)
    {
        foreach (var cloud in TeamsCloud.All)
            Assert.Equal(cloud.Name == name, ServiceUrls.Allows(cloud, url));
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:444/")]
    [InlineData("https://smba.trafficmanager.net:80/")]
    [InlineData("https://me@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://smba.trafficmanager.net%2eevil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://evil-smba.trafficmanager.net/")]
    [InlineData("https://evil.smba.trafficmanager.net/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://teams.microsoft.com.evil.example/")]
    [InlineData("https://smba.trafficmanager.net/emea/?to=evil")]
    [InlineData("https://smba.trafficmanager.net/#x")]
    [InlineData("https://ｓmba.trafficmanager.net.evil.example/")]
    [InlineData("https:\\\\evil.example\\smba.trafficmanager.net")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("file:///smba.trafficmanager.net")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://localhost/")]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("")]
    [InlineData(null)]
    public void Whatever_only_looks_like_one_is_not(string? url)
    {
        foreach (var cloud in TeamsCloud.All)
            Assert.False(ServiceUrls.Allows(cloud, url));
    }

    [Theory]
    [InlineData("http://127.0.0.1:56150/_connector", true)]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://[::1]:56150/", true)]
    [InlineData("https://localhost/", true)]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("http://192.168.0.7/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://me@localhost/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://smba.trafficmanager.net/", false)]
    public void In_development_this_machine_is_allowed_too(string url, bool allowed) =>
        Assert.Equal(allowed, ServiceUrls.Allows(TeamsCloud.Public, url, loopback: true));

    [Fact]
    public void Hosts_can_be_added_one_by_one_or_all_under_a_name()
    {
        var cloud = TeamsCloud.China with { ServiceHosts = [.. TeamsCloud.China.ServiceHosts, "smba.example.cn", ".teams.example.cn"] };
        Assert.True(ServiceUrls.Allows(cloud, "https://smba.example.cn/x"));
        Assert.True(ServiceUrls.Allows(cloud, "https://a.teams.example.cn/x"));
        Assert.False(ServiceUrls.Allows(cloud, "https://a.smba.example.cn/x"));
        Assert.False(ServiceUrls.Allows(cloud, "https://teams.example.cn/x"));
        Assert.True(ServiceUrls.Allows(cloud, "https://frontend.botapi.msg.infra.teams.microsoftonline.cn/"));
    }

    [Fact]
    public void Whatever_is_allowed_leads_to_a_host_of_the_list_over_https()
    {
        var parts = Gen.Elements("https://", "http://", "smba.trafficmanager.net", "evil.example", ".botframework.com", "botframework.com", "@", ":", "443", "/", "\\", "?", "#", "%2e", ".", "a", "。", "\t", "[::1]");
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.ArrayOf(parts).Select(string.Concat).ToArbitrary(), text =>
        {
            var url = "https://" + text;
            return !ServiceUrls.Allows(TeamsCloud.Public, url)
                || (new Uri(url) is { Scheme: "https", Port: 443 } to && (to.IdnHost.EndsWith(".botframework.com", StringComparison.Ordinal) || to.IdnHost is "smba.trafficmanager.net"));
        }));
    }

    [Fact]
    public void The_clouds_are_as_their_documents_say()
    {
        Assert.All(TeamsCloud.All, cloud => Assert.All([cloud.Metadata, cloud.PeopleKeys, new(cloud.Issuer), new Uri(cloud.Login)], url => Assert.Equal("https", url.Scheme)));
        Assert.Equal("https://login.microsoftonline.com/common/discovery/v2.0/keys", TeamsCloud.Public.PeopleKeys.ToString());
        Assert.Equal(["https://api.botframework.com/.default", "https://api.botframework.us/.default", "https://api.botframework.azure.cn/.default"], TeamsCloud.All.Select(cloud => cloud.Scope));
    }
}

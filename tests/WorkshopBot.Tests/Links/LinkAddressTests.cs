using WorkshopBot.Links;

namespace WorkshopBot.Tests.Links;

/// <summary>A link has an address that opens, whatever the server listens on.</summary>
public sealed class LinkAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:3978", "http://127.0.0.1:3978")]
    [InlineData("http://localhost:3978", "http://localhost:3978")]
    [InlineData("http://[::1]:3978", "http://[::1]:3978")]
    [InlineData("http://bot.example.com:8080/base", "http://bot.example.com:8080/base")]
    [InlineData("http://[::]:3978", "http://localhost:3978")]
    [InlineData("http://0.0.0.0:3978", "http://localhost:3978")]
    [InlineData("http://+:3978", "http://localhost:3978")]
    [InlineData("http://*:80", "http://localhost")]
    [InlineData("http://unix:/tmp/bot.sock", "http://localhost")]
    public void Nobody_is_sent_to_every_address_of_a_machine(string listens, string leads)
    {
        Assert.Equal(leads, LinkAddress.Of(null, [listens]));
        Assert.True(Uri.TryCreate(leads, UriKind.Absolute, out var address) && address.Host is not ("0.0.0.0" or "[::]"));
        Assert.Equal("https://maps.example.com", LinkAddress.Of("https://maps.example.com", [listens]));
    }

    [Fact]
    public void Whether_others_can_follow_it_is_known()
    {
        Assert.True(LinkAddress.IsKnownOutside("https://maps.example.com", ["http://[::]:3978"]));
        Assert.True(LinkAddress.IsKnownOutside(null, ["http://bot.example.com:80"]));
        Assert.False(LinkAddress.IsKnownOutside(null, ["http://[::]:3978"]));
        Assert.False(LinkAddress.IsKnownOutside(null, ["http://127.0.0.1:3978", "http://[::1]:3978", "http://localhost:3978"]));
    }
}

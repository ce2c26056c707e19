using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Channels.Slack.Inbound;

namespace WorkshopBot.Channels.Tests.Slack.Inbound;

public sealed class SlackSignatureTests
{
    const string At = "1531420618", Own = "not-a-secret", Next = "the-next-one";

    // The vendor's own example; its secret is no secret.
    const string Example = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    const string ExampleSecret = "8f742231b10e8888abcd99" + "yyyzzz85a5";

    static readonly byte[] Body = "{\"type\":\"event_callback\"}"u8.ToArray();

    [Fact]
    public void The_published_example_is_proven() =>
        Assert.True(new SlackSignature([ExampleSecret], Clock(1531420618)).Proves(At, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", Encoding.UTF8.GetBytes(Example)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(3600, false)]
    [InlineData(-299, true)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(-3600, false)]
    public void A_request_counts_for_five_minutes_in_both_directions(int age, bool proven) =>
        Assert.Equal(proven, new SlackSignature([Own], Clock(1531420618 + age)).Proves(At, SlackHost.Sign(Own, At, Body), Body));

    [Fact]
    public void Two_secrets_count_while_one_takes_the_place_of_the_other()
    {
        var both = new SlackSignature([Own, Next], Clock(1531420618));
        Assert.True(both.Proves(At, SlackHost.Sign(Own, At, Body), Body));
        Assert.True(both.Proves(At, SlackHost.Sign(Next, At, Body), Body));
        Assert.False(both.Proves(At, SlackHost.Sign("a-third", At, Body), Body));
        Assert.False(new SlackSignature([Next], Clock(1531420618)).Proves(At, SlackHost.Sign(Own, At, Body), Body));
    }

    [Fact]
    public void Without_a_secret_nothing_is_proven()
    {
        Assert.False(new SlackSignature([], Clock(1531420618)).Proves(At, SlackHost.Sign("", At, Body), Body));
        Assert.False(new SlackSignature([""], Clock(1531420618)).Proves(At, SlackHost.Sign("", At, Body), Body));
    }

    [Theory]
    [InlineData(" 1531420618")]
    [InlineData("+1531420618")]
    [InlineData("1531420618 ")]
    [InlineData("1531420618.0")]
    [InlineData("0x5b47a5ca")]
    [InlineData("-1531420618")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public void A_time_that_is_no_plain_number_proves_nothing(string at) => Assert.False(new SlackSignature([Own], Clock(1531420618)).Proves(at, SlackHost.Sign(Own, at, Body), Body));

    [Fact]
    public void A_signature_in_other_letters_or_of_another_kind_proves_nothing()
    {
        var (signature, right) = (new SlackSignature([Own], Clock(1531420618)), SlackHost.Sign(Own, At, Body));
        Assert.All([right.ToUpperInvariant(), "v0=" + right[3..].ToUpperInvariant(), right[3..], "v1=" + right[3..], right + "0", right[..^1], "", "v0="], wrong => Assert.False(signature.Proves(At, wrong, Body)));
        Assert.False(signature.Proves(At, null, Body));
        Assert.False(signature.Proves(null, right, Body));
    }

    [Fact]
    public void Any_other_byte_anywhere_is_refused() => Prop.ForAll(
        Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().Where(body => body.Length > 0).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), Gen.Choose(1, 255).ToArbitrary(),
        (body, place, change) =>
        {
            var (signature, right) = (new SlackSignature([Own], Clock(1531420618)), SlackHost.Sign(Own, At, body));
            Assert.True(signature.Proves(At, right, body));
            var other = body.ToArray();
            other[place % body.Length] ^= (byte)change;
            Assert.False(signature.Proves(At, right, other));
            Assert.False(signature.Proves(At, right, [.. body, (byte)change]));
            Assert.False(signature.Proves(At, right, body.AsSpan(..^1)));
            Assert.False(signature.Proves(At, Changed(right, place, change), body));
            Assert.False(signature.Proves((1531420618 + 1 + (change % 100)).ToString(CultureInfo.InvariantCulture), right, body));
        }).QuickCheckThrowOnFailure();

    static string Changed(string text, int place, int change)
    {
        var letters = text.ToCharArray();
        letters[place % text.Length] = (char)(letters[place % text.Length] ^ change);
        return new(letters);
    }

    static Still Clock(long seconds) => new(DateTimeOffset.FromUnixTimeSeconds(seconds));

    sealed class Still(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

using System.Net;
using System.Text;
using WorkshopBot.Journal;

namespace WorkshopBot.Tests.Http;

/// <summary>Whatever is typed or sent is answered, with a sentence, and nobody sees a stack trace.</summary>
public sealed class BadInputTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    Served _server = null!;

    Door Door => _server.Door;

    public async Task InitializeAsync()
    {
        _server = await Served.Start(_folder.File());
        await Door.StartGoals();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("   \n \t ")]
    [InlineData("\0\u0001\u0007\u001b[31mred\u001b[0m\u007f\u0085")]
    [InlineData("\u202eabc\u202c \u200f\u2067x\u2069")]
    [InlineData("مرحبا: هدف")]
    [InlineData("👩‍👩‍👧‍👦🚲🇩🇪")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("${jndi:ldap://x} {{7*7}} %s%n '; DROP TABLE rows; --")]
    [InlineData("frobnicate everything")]
    [InlineData("withdraw G99")]
    [InlineData("G99 | label: x")]
    [InlineData("Z1")]
    [InlineData("next later")]
    [InlineData("start Again")]
    [InlineData("goto nowhere")]
    [InlineData("\ufffe\uffff")]
    public async Task A_line_that_makes_no_sense_is_answered_with_200_and_changes_nothing(string text)
    {
        var before = await Door.Map();
        var answer = await Door.Takes("bob", text);
        Assert.NotEmpty(answer);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
        Assert.Equal(before.ToJsonString(), (await Door.Map()).ToJsonString());
    }

    [Theory]
    [InlineData("Research: <b>bold</b> & <script>alert(1)</script>")]
    [InlineData("Research: 👩‍👩‍👧‍👦 want a 🚲")]
    [InlineData("Research: מחיר הוגן")]
    public async Task Odd_texts_are_kept_as_they_were_typed(string text)
    {
        await Door.Takes("bob", text);
        Assert.Contains(text["Research: ".Length..], await Door.Goals());
    }

    [Fact]
    public async Task A_hundred_thousand_characters_are_refused_by_the_workshop_and_more_by_the_door()
    {
        Assert.Contains("16", await Door.Takes("bob", new string('x', 100_000)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Door.Say("bob", new string('x', 300_000))).Status);
        Assert.Empty(await Door.Goals());
    }

    [Theory]
    [InlineData("""{"id":"1","person":"bob","text":"Research: \ud83d"}""")]
    [InlineData("""{"id":"1","person":"bob","text":"Research: \udc00\ud83d"}""")]
    [InlineData("""{"id":"1","person":"bob"}""")]
    [InlineData("""{"id":"1","person":"bob","text":7}""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task A_body_that_is_wrong_is_400_with_a_sentence(string body)
    {
        var (status, answer) = await Door.PostText(body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.EndsWith(".", (string)answer["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_are_403_and_other_types_415()
    {
        var body = Encoding.UTF8.GetBytes("""{"id":"1","person":"bob","text":"show map"}""");
        Assert.Equal(HttpStatusCode.OK, (await Door.Post(body)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Door.Post(body, headers: ("Host", "example.com"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Door.Post(body, headers: ("X-Forwarded-For", "127.0.0.1"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Door.Post(body, headers: ("Forwarded", "for=127.0.0.1"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Door.Post(body, headers: ("Origin", "https://example.com"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Door.Post(body, headers: ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Door.Post(body, type: "text/plain")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Door.Post(body, room: "a%20b")).Status);
    }

    [Fact]
    public async Task Other_methods_and_paths_are_not_there_and_health_is()
    {
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Door.Http.GetAsync("/api/try/r/turns")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Door.Http.GetAsync("/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Door.Http.GetAsync("/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Door.Http.GetAsync("/readyz")).StatusCode);
        _server.Rows.IsGone = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Door.Http.GetAsync("/readyz")).StatusCode);
        _server.Rows.IsGone = false;
        Assert.Equal(HttpStatusCode.OK, (await Door.Http.GetAsync("/readyz")).StatusCode);
    }

    [Fact]
    public async Task A_storage_that_is_full_is_told_to_people_and_to_who_watches()
    {
        _server.Rows.Fault = StorageFault.Full;
        await Door.Say("bob", "Research: compare prices");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await Door.Http.GetAsync("/readyz")).StatusCode);
        Assert.Empty(await Door.Goals());
        _server.Rows.Fault = null;
        Assert.Equal(HttpStatusCode.OK, (await Door.Http.GetAsync("/readyz")).StatusCode);
        await Door.Takes("bob", "Research: compare prices");
        Assert.Equal(["compare prices"], await Door.Goals());
    }

    [Fact]
    public async Task Nobody_changes_what_is_somebody_elses()
    {
        await Door.Takes("bob", "Research: compare prices");
        await Door.Takes("eve", "withdraw G1");
        await Door.Takes("eve", "edit G1 nothing");
        Assert.Equal(["compare prices"], await Door.Goals());
    }

    [Fact]
    public async Task Two_who_press_on_at_once_move_one_step()
    {
        await Task.WhenAll(Door.Takes("ann", "next anyway"), Door.Takes("bob", "next anyway"));
        Assert.Equal("touchpoints", (string?)(await Door.Map())["step"]);
    }

    [Fact]
    public async Task A_turn_sent_many_times_at_once_is_added_once_and_all_hear_the_same()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Door.Takes("bob", "Research: compare prices", id: "same")));
        Assert.Single(answers.Distinct());
        Assert.Equal(["compare prices"], await Door.Goals());
    }
}

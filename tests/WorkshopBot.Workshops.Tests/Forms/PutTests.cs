using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Tests.Forms;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>A message of the chat is put on the map: the form of evidence opens with what it says, and nothing is there before it is sent.</summary>
public sealed class PutTests
{
    private const string Link = "https://chat.example.org/l/message/19:abc/1717";

    private readonly Team _team = Team.Started().Until("touchpoints").Given("Ann: Research: price page with the monthly cost", "Ann: Choose: call the shop");

    [Theory]
    [InlineData("Customers told us that Purchase takes far too long", "S5")]
    [InlineData("Nobody finds the monthly cost on that page", "T1")]
    [InlineData("They liked it", "S4")]
    public void Given_a_message_when_it_is_put_on_the_map_the_form_suggests_what_it_is_about(string text, string place) =>
        Assert.Equal(place, Puts(text).Field("on").Value);

    [Fact]
    public void The_form_holds_what_the_message_says_where_it_stands_who_wrote_it_and_when()
    {
        var form = Puts("Seen at Research", Press.From, "Ben Service", Press.At, "2026-05-02T22:30:00Z");

        Assert.Equal(("Seen at Research", Link, "Ben Service", "2026-05-02"), (form.Field("text").Value, form.Field("permalink").Value, form.Field("source").Value, form.Field("collectedOn").Value));
    }

    [Fact]
    public void What_is_sent_is_evidence_like_any_other()
    {
        var form = Puts("Seen at Research", Press.From, "Ben Service");
        Assert.Empty(_team.Workshop.Map.LiveOn('E'));

        Assert.False(_team.Sends("Ben", form.Filled("on", "T2")).Refused);

        var evidence = (Evidence)_team.Workshop.Map.Live(new('E', 1))!.Item;
        Assert.Equal(("T2", "Seen at Research", Link, "anecdote"), (evidence.On.ToString(), evidence.Text, evidence.Permalink, evidence.Level));
    }

    [Fact]
    public void A_long_message_is_cut_where_one_sees_it_and_can_be_sent()
    {
        var form = Puts(new string('w', 2_000));

        Assert.Equal((Limits.Text, "w..."), (form.Field("text").Value.Length, form.Field("text").Value[^4..]));
        Assert.False(_team.Sends("Ben", form.Filled()).Refused);
    }

    [Theory]
    [InlineData("http://example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("no link")]
    public void Only_a_safe_address_is_a_link(string link) => Assert.Equal("", Puts("Seen", Press.Link, link).Field("permalink").Value);

    [Fact]
    public void There_is_no_form_before_the_start_and_after_the_close()
    {
        Assert.True(new Team().Presses("Ben", Press.Put, Press.Text, "x").Refused);
        _team.Given("Ann: throw away");
        Assert.True(_team.Presses("Ben", Press.Put, Press.Text, "x").Refused);
    }

    [Fact]
    public void Whoever_puts_a_message_on_the_map_sees_the_form_also_where_others_read_answers() =>
        Assert.NotNull(_team.Shares("Ben", "", Desk.Press(Press.Put, Press.Text, "x")).Form());

    private WorkshopBot.Workshops.Forms.Form Puts(string text, params string[] more) => _team.Presses("Ben", Press.Put, [.. new Dictionary<string, string> { [Press.Text] = text, [Press.Link] = Link }.Where(pair => !more.Contains(pair.Key)).SelectMany(pair => (string[])[pair.Key, pair.Value]), .. more]).Form();
}

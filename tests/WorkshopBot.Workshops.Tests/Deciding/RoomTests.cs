using WorkshopBot.Workshops.Tenants;

namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>Rooms of other tenants ask, and the facilitator decides; two persons may be one human.</summary>
public sealed class RoomTests
{
    private const string Far = "far:org:general";

    private static Asking From(string room = Far, string code = "c1", bool external = false) => new(new(room, room.Split(':')[2]), code, external);

    private static Answered Asks(Team team, Asking asking, string person = "far:org:fay")
    {
        var answer = Conversation.Ask(team.Heard($"ask-{asking.Room.Key}-{asking.Code}", "Fay", "join") with { Person = person, Asking = asking }, team.Workshop);
        foreach (var happened in answer.Events) team.Happened(happened, "nobody");
        return answer;
    }

    private static Team Admitted()
    {
        var team = Team.Started();
        Asks(team, From());
        return team.Given("Ann: admit");
    }

    [Fact]
    public void A_room_that_asks_has_no_part_until_the_facilitator_admits_it()
    {
        var team = Team.Started();
        var asked = Asks(team, From(external: true));

        Assert.False(asked.Refused);
        Assert.Null(asked.After.Crew["far:org:fay"]);
        Assert.False(team.Workshop.Tenancy.Holds(Far));
        Assert.False(team.Workshop.Tenancy.Reaches("far:org:fay"));
        Assert.Contains("general (Far, org). Asked by Fay. People of other organisations", Words.Speech.Say(Assert.Single(team.Workshop.Tenancy.Pending).Said, Words.Speech.Culture("en")), StringComparison.Ordinal);

        team.Given("Ann: admit");
        Assert.True(team.Workshop.Tenancy.Holds(Far));
        Assert.True(team.Workshop.Tenancy.Reaches("far:org:fay"));
        Assert.False(team.Workshop.Tenancy.Owns("far:org:fay"));
        Assert.False(team.Workshop.Tenancy.Reaches("far:other:fay"));
    }

    [Fact]
    public void Asked_twice_there_is_one_entry_and_a_refused_code_asks_no_more()
    {
        var team = Team.Started();
        Asks(team, From());
        Assert.Empty(Asks(team, From(code: "c2")).Events);
        Assert.Single(team.Workshop.Tenancy.Asks);

        team.Given("Ann: refuse");
        Assert.Equal(["join-wrong"], Asks(team, From()).Lines.Select(line => line.Code));
        Assert.False(Asks(team, From(code: "c3")).Refused);
        Assert.Equal([AskOutcome.Refused, AskOutcome.Pending], team.Workshop.Tenancy.Asks.Select(ask => ask.Outcome));
    }

    [Fact]
    public void Who_does_not_facilitate_admits_nothing_shows_no_code_and_takes_no_room_out()
    {
        var team = Team.Started().Given("Ben: park a bell");
        Asks(team, From());
        foreach (var line in (string[])["admit", "refuse", "code", "leave"]) Assert.Equal("only-facilitator", team.Says("Ben", line).Lines[0].Code);
        // Also not a facilitator of another tenant, whatever they were handed.
        team.Happened(new WorkshopEvent.Joined("far:org:fay", "Fay", "UTC", "en")).Happened(new WorkshopEvent.RoleGiven("far:org:fay", People.Role.Facilitator));
        foreach (var line in (string[])["admit", "refuse", "code", "leave"])
            Assert.Equal("only-owner", Conversation.Hear(team.Heard($"x-{line}", "Fay", line) with { Person = "far:org:fay" }, team.Workshop).Lines[0].Code);
        Assert.Single(team.Workshop.Tenancy.Pending);
    }

    [Fact]
    public void The_people_of_an_admitted_room_take_it_out_from_within_and_no_other_and_guests_of_theirs_do_not()
    {
        var team = Admitted();
        Asks(team, From("far:org:sales", "c2"));
        team.Given("Ann: admit");
        foreach (var (person, room, line) in (ReadOnlySpan<(string, string, string)>)[("far:org:fay", "far:org:sales", "leave general"), ("far:org:fay", "test:local:room", "leave"), ("far:other:guest", Far, "leave"), ("test:local:ben", Far, "leave")])
            Assert.Equal("only-facilitator", Leaves(team, person, room, line).Lines[0].Code);
        Assert.Equal("only-facilitator", Conversation.Hear(team.Heard("alone", "Fay", "leave") with { Person = "far:org:fay", Private = true, Place = new(Far, "") }, team.Workshop).Lines[0].Code);

        var left = Leaves(team, "far:org:fay", Far, "leave");
        // And nothing of what is next there.
        Assert.Equal(["room-left"], left.Lines.Select(line => line.Code));
        Assert.False(left.After.Tenancy.Holds(Far));
        Assert.True(left.After.Tenancy.Holds("far:org:sales"));
        // Whoever only takes their room out has not joined.
        Assert.Null(left.After.Crew["far:org:fay"]);

        static Answered Leaves(Team team, string person, string room, string line) => Conversation.Hear(team.Heard($"{person} {room} {line}", "Fay", line) with { Person = person, Place = new(room, "") }, team.Workshop);
    }

    [Fact]
    public void With_several_that_ask_they_are_shown_and_one_is_named()
    {
        var team = Team.Started();
        Asks(team, From());
        Asks(team, From("far:org:sales", "c2"));
        Assert.Equal(["asks-choose", "ask.line", "ask.line"], team.Says("Ann", "admit").Lines.Select(line => line.Code));

        team.Given("Ann: admit sales", "Ann: refuse 1");
        Assert.Equal([AskOutcome.Refused, AskOutcome.Admitted], team.Workshop.Tenancy.Asks.Select(ask => ask.Outcome));
        Assert.Equal("asks-none", team.Says("Ann", "admit").Lines[0].Code);
        // A button that is pressed too late.
        Assert.Equal("ask-decided", team.Says("Ann", "admit 1").Lines[0].Code);
    }

    [Fact]
    public void A_room_is_taken_out_and_the_links_end_but_never_the_one_it_was_started_in()
    {
        var team = Admitted();
        Assert.Equal("leave-where", team.Says("Ann", "leave").Lines[0].Code);
        team.Given("Ann: leave general");
        Assert.False(team.Workshop.Tenancy.Holds(Far));
        Assert.False(team.Workshop.Tenancy.Reaches("far:org:fay"));
        Assert.Equal(1, team.Workshop.LinkEpoch);
        Assert.Equal("leave-home", team.Says("Ann", "leave").Lines[0].Code);
    }

    [Fact]
    public void Guests_of_other_tenants_contribute_and_hand_nothing_over()
    {
        var team = Admitted();
        var fay = team.Heard("f1", "Fay", "park a horn") with { Person = "far:org:fay" };
        Assert.False(Conversation.Hear(fay, team.Workshop).Refused);
        Assert.Equal("export-guest", Conversation.Hear(fay with { Turn = "f2", Text = "export json" }, team.Workshop).Lines[0].Code);
        Assert.False(team.Says("Ann", "export json").Refused);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Linked_people_have_one_vote_and_the_later_one_stays(bool bensIsLater)
    {
        var team = Team.Started().Until("touchpoints");
        team.Given(bensIsLater ? ["Cleo: Research feels lost 1", "Ben: Research feels calm 4"] : ["Ben: Research feels calm 4", "Cleo: Research feels lost 1"]);
        team.Given("Dev: Research feels fine 3");
        team.Happened(new WorkshopEvent.PeopleLinked("test:local:ben", "test:local:cleo"), "cleo");

        var feeling = Feeling(team);
        Assert.Equal(2, feeling.Actual.Votes);
        Assert.Equal(bensIsLater ? "calm" : "lost", feeling.Actual.Of("test:local:ben")!.Word);
        team.Given("Cleo: Research feels glad 5");
        Assert.Equal((2, "glad"), (Feeling(team).Actual.Votes, Feeling(team).Actual.Of("test:local:ben")!.Word));
        Assert.True(team.Says("Ben", "undo").Refused);
        // Their rights stay each their own.
        Assert.Equal((People.Role.Contributor, People.Role.Contributor), (team.Workshop.Crew["test:local:ben"]!.Role, team.Workshop.Crew["test:local:cleo"]!.Role));

        static Steps.Touchpoints.Feeling Feeling(Team team) => (Steps.Touchpoints.Feeling)team.Workshop.Map.On('V').Single().Item;
    }

    [Fact]
    public void Rights_are_not_linked()
    {
        var team = Team.Started().Given("Ben: park a bell").Happened(new WorkshopEvent.PeopleLinked("test:local:ann", "test:local:ben"), "ben");
        Assert.True(team.Says("Ben", "next anyway").Refused);
    }

    [Fact]
    public void A_code_that_does_not_work_links_nobody_and_oneself_is_nobody_else()
    {
        var team = Team.Started();
        foreach (var same in (string?[])[null, "test:local:ann"])
            Assert.Equal("join-wrong", Conversation.Hear(team.Heard("m1", "Ann", "me ABCD-EFGH") with { Same = same }, team.Workshop).Lines[0].Code);
        Assert.Equal("people-linked", Conversation.Hear(team.Heard("m2", "Ann", "me ABCD-EFGH") with { Same = "far:org:ann" }, team.Workshop).Lines[0].Code);
    }

    [Theory]
    [InlineData("k7qm-2rtx", "K7QM2RTX")]
    [InlineData("K7QM 2RTX", "K7QM2RTX")]
    [InlineData("oil0-1lio", "01101110")]
    [InlineData("K7QM2RTU", null)]
    [InlineData("K7QM2RT", null)]
    public void A_code_is_understood_as_people_write_it(string typed, string? code) => Assert.Equal(code, JoinCode.Read(typed));

    [Fact]
    public void A_code_holds_forty_bits()
    {
        Assert.Equal(("00000000", "ZZZZZZZZ", "00000001"), (JoinCode.Of(new byte[5]), JoinCode.Of([255, 255, 255, 255, 255]), JoinCode.Of([0, 0, 0, 0, 1])));
        Assert.Equal("0000-0001", JoinCode.Show("00000001"));
    }

    [Theory]
    [InlineData("join the queue")]
    [InlineData("me too")]
    [InlineData("leave the shop")]
    [InlineData("refuse the offer")]
    [InlineData("code of conduct")]
    public void Ordinary_words_are_no_commands(string line)
    {
        Assert.Null(Conversation.Joins(line));
        Assert.DoesNotContain(Admitted().Says("Ann", line).Lines, said => said.Code is "join-taken" or "join-wrong" or "room-left" or "room-refused" or "code-new");
    }

    [Fact]
    public void The_facilitator_is_asked_in_private_once_and_who_asked_is_told_when_it_was_not_admitted()
    {
        var team = Team.Started();
        Asks(team, From());
        Assert.Equal(["ask:1:test:local:ann"], Keys(team));
        Assert.Equal((false, "test:local:ann"), Shown("ask:1:test:local:ann"));
        team.Given("Ann: refuse");
        Assert.Equal(["ask:1:test:local:ann", "answer:1:far:org:fay"], Keys(team));
        Assert.Equal((true, "test:local:ann"), Shown("ask:1:test:local:ann"));
        Assert.Equal((false, "far:org:fay"), Shown("answer:1:far:org:fay"));

        static IEnumerable<string> Keys(Team team) => Reactions.All(team.Workshop).Where(key => key.StartsWith('a'));

        (bool, string?) Shown(string key) => Reactions.Show(key, team.Workshop, Tests.Views.Readers.English) is { } kept ? (kept.OnlyEdits, kept.Person) : default;
    }

    [Fact]
    public void Of_a_room_that_is_out_only_the_board_is_edited_and_holds_nothing_of_the_map()
    {
        var team = Admitted().Given("Ann: leave general");
        var reader = Tests.Views.Readers.English with { Room = Far };
        foreach (var key in Reactions.All(team.Workshop))
            if (Reactions.Show(key, team.Workshop, reader) is { } kept)
            {
                Assert.Equal(("board", true), (kept.Key, kept.OnlyEdits));
                Assert.Empty(((Workshops.Views.InviteView)kept.Pages[0]).Buttons);
            }
    }
}

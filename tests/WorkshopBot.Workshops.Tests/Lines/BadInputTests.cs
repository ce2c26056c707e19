namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>What nobody should send and somebody will (the "Bad input").</summary>
public sealed class BadInputTests
{
    public static TheoryData<string> Steps => [.. Rooms.Steps];

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\r\n\t\n \u00A0\u2003\n")]
    [InlineData("\u200B\uFEFF\u202E")]
    [InlineData("-")]
    [InlineData("\0\u0001\u001F\u007F")]
    public void A_message_with_nothing_in_it_is_answered_that_it_is_empty(string text)
    {
        var answer = Rooms.Hear(Rooms.At("goals"), text);

        Assert.Equal(("empty", true, 0), (Assert.Single(answer.Lines).Code, answer.Refused, answer.Events.Length));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(17 * 1024)]
    public void A_message_over_sixteen_kilobytes_is_refused_whole_with_the_number(int length)
    {
        var answer = Rooms.Hear(Rooms.At("goals"), "Research: compare prices\nResearch: " + new string('x', length - 35));

        Assert.Empty(answer.Events);
        Assert.Equal("Not read: a message may have at most 16 KB. Please send it in parts.", Team.Text(answer));
    }

    [Fact]
    public void Bytes_are_counted_not_characters() => Rooms.Expect("no: message-too-big", Rooms.Hear(Rooms.At("goals"), new string('比', 6_000)));

    [Fact]
    public void Fifty_lines_are_read_and_fifty_one_are_not()
    {
        var lines = Enumerable.Range(1, 51).Select(i => $"Research: goal number {i}").ToList();

        Assert.Equal(52, Rooms.Hear(Rooms.At("goals"), string.Join('\n', lines.Take(50))).After.Map.Count('G'));
        var refused = Rooms.Hear(Rooms.At("goals"), string.Join('\n', lines));
        Rooms.Expect("no: message-too-long", refused);
        Assert.Equal("Not read: the message has 51 lines, and at most 50 are read at once. Please send it in parts.", Team.Text(refused));
    }

    [Fact]
    public void A_text_over_its_limit_is_refused_with_the_number_and_never_cut()
    {
        Rooms.Expect("no: too-long", Rooms.Hear(Rooms.At("goals"), "Research: " + new string('x', 501)));
        Rooms.Expect("no: too-long", Rooms.Hear(Rooms.At("stages"), new string('x', 81) + ", Buy"));
        Rooms.Expect("no: too-long", Rooms.Hear(Rooms.At("data"), $"Research -> Explore 31% via {new string('x', 81)}"));
        Rooms.Expect("G3.stage=S2", Rooms.Hear(Rooms.At("goals"), "Research: " + string.Concat(Enumerable.Repeat("👩‍👩‍👧", 500))));
    }

    public static TheoryData<string, string> Strange => new()
    {
        { "Research: a\u0000b\u0007c", "abc" },
        { "Research: \u202Eevil\u202C text", "evil text" },
        { "Research: שלום עולם", "שלום עולם" },
        { "Research: 👩‍👩‍👧 🇩🇪 👍🏽", "👩‍👩‍👧 🇩🇪 👍🏽" },
        { "Research: <script>alert('x')</script>", "<script>alert('x')</script>" },
        { "Research: &lt;b&gt;{0} %s ${x}", "&lt;b&gt;{0} %s ${x}" },
        { "Research: see https://x.example/?q=a&b=c", "see https://x.example/?q=a&b=c" },
    };

    [Theory]
    [MemberData(nameof(Strange))]
    public void Strange_characters_are_kept_where_they_mean_something_and_dropped_where_not(string line, string text) => Rooms.Expect($"G3.text={text}", Rooms.Hear(Rooms.At("goals"), line));

    /// <summary>Not in a table: attributes are stored as UTF-8, which has no lone surrogates.</summary>
    [Fact]
    public void Half_a_character_is_no_reason_to_lose_a_line()
    {
        foreach (var broken in new[] { "Research: bike \uD83D", "Research: \uDE00 bike", "\uDE00Research: bike\uD83D", "Research\uD83D: bike" })
        {
            var answer = Rooms.Hear(Rooms.At("goals"), broken);
            Assert.False(Team.Text(answer).Any(char.IsSurrogate), Team.Text(answer));
            foreach (var entry in answer.After.Map.LiveOn('G')) Assert.DoesNotContain(((Workshops.Steps.Goals.Goal)entry.Item).Text!, char.IsSurrogate);
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void What_is_not_understood_is_answered_with_what_would_be(string step)
    {
        var answer = Rooms.Hear(Rooms.At(step), "frobnicate the whatsit");

        Rooms.Expect("no: not-understood", answer);
        Assert.Contains(Rooms.At(step).Step.Example, Team.Text(answer), StringComparison.Ordinal);
        Assert.Same(Rooms.At(step), answer.After);
    }

    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "goals", "Ann", "show Z99", "no-such-ref" },
        { "goals", "Ann", "edit G99 x", "no-such-ref" },
        { "goals", "Ann", "withdraw T99", "no-such-ref" },
        { "goals", "Ann", "merge G1 into G99", "no-such-ref" },
        { "goals", "Ann", "link T1 G99", "no-such-ref" },
        { "goals", "Ann", "move S1 after S99", "no-such-ref" },
        { "goals", "Ann", "lead P9", "no-such-ref" },
        { "goals", "Ann", "T2147483648 | web", "not-understood" },
        { "goals", "Ann", "goto nowhere", "no-such-step" },
        { "goals", "Ann", "goto 8", "no-such-step" },
        { "goals", "Ann", "goto -1", "no-such-step" },
        { "goals", "Ann", "language xx", "no-such-language" },
        { "goals", "Ann", "help frobnicate", "help.unknown" },
        { "goals", "Ann", "start another one", "already-started" },
        { "goals", "Ben", "start another one", "already-started" },
        { "goals", "Ben", "edit G1 mine now", "not-yours" },
        { "goals", "Ben", "withdraw G1", "not-yours" },
        { "goals", "Ben", "rename S1 Mine", "not-yours" },
        { "goals", "Ben", "merge G1 into G2", "not-yours" },
        { "goals", "Ben", "split Research into A, B", "not-yours" },
        { "goals", "Ben", "next", "only-facilitator" },
        { "goals", "Ben", "next anyway", "only-facilitator" },
        { "goals", "Ben", "goto data", "only-facilitator" },
        { "goals", "Ben", "lead Maya", "only-facilitator" },
        { "goals", "Ben", "why: because", "only-facilitator" },
        { "goals", "Ben", "owner: @ben", "only-facilitator" },
        { "close", "Ben", "review in 3 months", "only-facilitator" },
        { "close", "Ben", "throw away", "only-facilitator" },
        { "teams", "Ben", "gap X1", "only-facilitator" },
        { "teams", "Ben", "drop X1 no", "only-facilitator" },
        { "teams", "Ann", "gap G1", "only-gaps" },
        { "goals", "Ann", "Maya | nurse", "not-understood" },
        { "goals", "Ann", "Find, Buy, Use", "not-understood" },
        { "goals", "Ann", "P1 feels happy 4", "feels-where" },
        { "close", "Ann", "overall 9: great", "score-range" },
        { "close", "Ann", "overall great", "overall-form" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_line_that_cannot_be_taken_is_refused_with_its_reason(string step, string person, string line, string code) => Rooms.Expect($"no: {code}", Rooms.Hear(Rooms.At(step), line, person));

    [Theory]
    [InlineData("Research: compare prices")]
    [InlineData("T3: 41% (survey, n=5)")]
    [InlineData("goal Research: compare prices")]
    [InlineData("scenario: when …")]
    [InlineData("next")]
    [InlineData("undo")]
    [InlineData("show")]
    [InlineData("frobnicate")]
    public void Before_the_start_everything_but_start_and_help_says_that_nothing_runs(string line) =>
        Rooms.Expect("no: not-started", Rooms.Hear(new Workshop(Workshops.Steps.Playbook.Standard), line));

    [Fact]
    public void Each_line_of_a_message_has_its_own_outcome()
    {
        var answer = Rooms.Hear(Rooms.At("goals"), "Research: compare prices\n\nfrobnicate\n- Reserch? what is fair\nResearch? what is fair\nshow G1");

        Assert.True(answer.Refused);
        Assert.Equal((3, 2), (answer.After.Map.Count('G'), answer.After.Map.Count('Q')));
        Assert.Equal([1, 3, 4, 5, 6], answer.Lines.Where(line => line.Code == "line").Select(line => (int)((Words.Arg.Number)line.Args[0]).Value));
        Assert.Equal(["added.at", "not-understood", "no-such-place.near", "added.at", "show.entry"], answer.Lines.Where(line => line.Code == "line").Select(line => ((Words.Arg.Inner)line.Args[1]).Value.Code));
    }

    [Fact]
    public void A_list_with_one_bad_name_is_refused_whole()
    {
        var answer = Rooms.Hear(Rooms.At("stages"), "Discover, S2, Buy");

        Rooms.Expect("no: name-is-ref", answer);
        Assert.Same(Rooms.At("stages"), answer.After);
    }

    [Fact]
    public void Personal_data_is_warned_of_and_taken_when_sent_again()
    {
        var warned = Rooms.Hear(Rooms.At("goals"), "Research: call Mrs Miller back");

        Rooms.Expect("no: personal-data", warned);
        Rooms.Expect("G3.text=call Mrs Miller back", Rooms.Hear(warned.After, "Research: call Mrs Miller back", confirmed: [.. warned.Warned]));
    }
}

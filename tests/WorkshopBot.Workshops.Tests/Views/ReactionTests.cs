using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>Which messages are kept, and that none of them is forgotten when what it says has changed.</summary>
public sealed class ReactionTests
{
    private static readonly string[] Lines =
    [
        "Research: compare", "Explore: try | for Tom", "goal S2: see it (survey, n=12, May)", "Research? what is fair", "touchpoint Research: page | web | delight | serves G1 | answers Q1", "touchpoint Choose: call | phone | serves G1, G2",
        "T1 is a moment of truth because it decides", "T1 fails when it is down", "Research feels lost 2, wants safe 4", "Explore feels fine 4", "T1 feels odd 3", "pain T1: slow", "T1: seen (analytics, May)", "Research takes 2 weeks (CRM, May)",
        "Research -> Explore 31% via web (n=4, May)", "gap Choose: nothing there | effect 3", "gap X1", "gap X2", "drop X2 wrong", "X1 -> Billing | M", "T1 backstage: checks | 2 h", "merge S3 into S2", "merge G2 into G1", "rename S2 Look", "move S4 before S1",
        "withdraw G1", "withdraw T1", "restore G1", "unlink T1 G1", "T1 | stage: Choose", "edit G1 other words", "edit G2 something else", "lead P2", "undo", "undo", "next anyway", "next anyway", "back", "goto touchpoints", "goto teams", "goto close", "goto goals",
        "close", "throw away", "reopen", "reopen goals", "owner @Ann", "review in 3 months", "overall 4: good", "object: too thin", "sign off", "i speak for Support", "park it", "pass", "pass", "mode: async", "mode: async", "mode: live", "scenario: When a, b wants c, until d",
        "window: one day", "language de", "decided: one map first", "withdraw P1", "rename P2 Tim",
    ];

    private static readonly string[] People = ["Ann", "Ann", "Ben", "Cleo"];

    [Fact]
    public void Whatever_happens_every_message_that_reads_differently_is_named() => Prop.ForAll(Gen.Elements(Lines).Zip(Gen.Elements(People)).ListOf(45).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (script, atOnce) =>
    {
        var team = Team.Started().Until("goals").Given("Ann: persona: Tom | teacher", "Ben: Research: know the price", "Ann: mode: async");
        var (seen, events) = (All(team.Workshop), ImmutableArray<WorkshopEvent>.Empty);
        foreach (var (i, (line, person)) in script.Index())
        {
            events = events.AddRange(team.Says(person, line).Events);
            // Messages are brought up to date over several commits at once.
            if (i % atOnce != 0) continue;
            var (now, named) = (All(team.Workshop), Reactions.To(events, team.Workshop));
            foreach (var (key, text) in now)
                if (seen.GetValueOrDefault(key, "") != text) Assert.True(named.Contains(key), $"{key} was forgotten after {string.Join(", ", events)}\n{seen.GetValueOrDefault(key)}\n{text}");
            (seen, events) = (now, []);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    [Fact]
    public void Nothing_is_kept_before_the_start_and_then_the_board_comes_first()
    {
        Assert.Empty(Reactions.All(new Workshop(Steps.Playbook.Standard)));
        Assert.Equal(["board", "step:kickoff"], Reactions.All(Team.Started().Workshop));
    }

    [Fact]
    public void The_board_and_open_matters_must_be_there_and_only_what_is_told_once_is_in_the_room()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: goal Research: compare", "Ann: owner @Ann", "Ann: review in 3 months", "Ann: close");
        var kept = Reactions.All(team.Workshop).ToDictionary(key => key, key => Reactions.Show(key, team.Workshop, Readers.English)!);

        Assert.Equal(
            ["board must room", "step:kickoff must thread", "outcome:kickoff once room", "step:personas must thread", "outcome:personas once room", "step:stages must thread", "outcome:stages once room", "step:goals must thread", "outcome:goals once room",
                "step:touchpoints must thread", "findings:touchpoints must thread", "digest once room"],
            kept.Values.Select(one => $"{one.Key} {(one.Must ? "must" : "once")} {(one.InThread ? "thread" : "room")}"));
    }

    [Fact]
    public void A_whole_workshop_posts_at_most_two_messages_a_step_and_fourteen_in_all()
    {
        var team = Team.Started();
        foreach (var step in team.Workshop.Playbook.Steps) team.Until(step.Id);
        team.Given("Ann: owner @Ann", "Ann: review in 3 months", "Ann: close");
        var inRoom = Reactions.All(team.Workshop).Count(key => Reactions.Show(key, team.Workshop, Readers.English) is { InThread: false, Person: null });

        Assert.InRange(inRoom, 9, 14);
    }

    [Fact]
    public void An_outcome_comes_when_a_step_is_left_stays_as_it_is_while_it_is_open_again_and_is_brought_up_to_date_when_it_is_left_again()
    {
        var team = Team.Started().Until("stages");
        Assert.DoesNotContain("outcome:stages", Reactions.All(team.Workshop));
        team.Until("goals");
        var first = Readers.Shown("outcome:stages", team.Workshop, Readers.English);
        Assert.Contains("6 stages, from Discover to Advocate", first, StringComparison.Ordinal);

        team.Given("Ann: back", "Ann: stage: Return");
        Assert.Null(Reactions.Show("outcome:stages", team.Workshop, Readers.English));
        var left = team.Says("Ann", "next anyway");

        Assert.Contains("outcome:stages", Reactions.To(left.Events, team.Workshop));
        Assert.Contains("7 stages, from Discover to Return", Readers.Shown("outcome:stages", team.Workshop, Readers.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_was_opened_by_mistake_has_no_outcome()
    {
        var team = Team.Started().Until("goals").Given("Ann: goto data", "Ann: goto goals");
        Assert.DoesNotContain("outcome:data", Reactions.All(team.Workshop));
    }

    [Fact]
    public void Nobody_is_written_to_unless_the_workshop_is_asynchronous_and_then_not_whoever_opened_the_step_nor_who_came_later()
    {
        var team = Team.Started().Given("Ben: park a bell", "Cleo: park a lamp").Until("goals");
        Assert.DoesNotContain(Reactions.All(team.Workshop), key => key.StartsWith("invite:", StringComparison.Ordinal));

        team.Given("Ann: mode: async", "Dev: Research: compare");

        Assert.Equal(["invite:goals:test:local:ben", "invite:goals:test:local:cleo"], Reactions.All(team.Workshop).Where(key => key.StartsWith("invite:", StringComparison.Ordinal)));
        Assert.Equal("test:local:ben", Reactions.Show("invite:goals:test:local:ben", team.Workshop, Readers.English)!.Person);
    }

    [Fact]
    public void An_invitation_becomes_thanks_with_what_is_on_the_map_and_asks_again_when_that_is_taken_back()
    {
        var team = Team.Started().Given("Ben: park a bell", "Ann: mode: async").Until("goals").Given("Ben: Research: compare", "Ben: Choose: be sure");
        InviteView Shown() => (InviteView)Reactions.Show("invite:goals:test:local:ben", team.Workshop, Readers.English)!.Pages[0];

        Assert.Equal(("Thank you. On the map: G1, G2.", true), (Shown().Thanks, Shown().IsAnswered));
        team.Given("Ben: undo", "Ben: undo");
        Assert.True(Shown().IsAsking);
        team.Given("Ben: pass");
        Assert.StartsWith("Thank you. You have passed", Shown().Thanks, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_stay_to_be_seen_once_there_were_any()
    {
        var team = Team.Started().Until("touchpoints");
        Assert.DoesNotContain("findings:touchpoints", Reactions.All(team.Workshop));
        team.Given("Ann: goal Research: compare", "Ann: gap X1");
        Assert.True(((FindingsView)Reactions.Show("findings:touchpoints", team.Workshop, Readers.English)!.Pages[0]).IsEmpty);
    }

    [Theory]
    [InlineData("step:nothing")]
    [InlineData("step")]
    [InlineData("outcome:goals")]
    [InlineData("invite:kickoff")]
    [InlineData("invite:kickoff:somebody")]
    [InlineData("digest")]
    [InlineData("")]
    public void A_key_that_says_nothing_now_shows_nothing(string key) => Assert.Null(Reactions.Show(key, Team.Started().Workshop, Readers.English));

    private static Dictionary<string, string> All(Workshop w)
    {
        var invites = w.Playbook.Steps.SelectMany(step => People.Distinct().Select(person => $"invite:{step.Id}:test:local:{person.ToLowerInvariant()}"));
        var steps = w.Playbook.Steps.SelectMany(step => (string[])[$"step:{step.Id}", $"findings:{step.Id}", $"outcome:{step.Id}"]);
        // What shows nothing is left as it is, so only what shows something can be stale.
        return steps.Concat(invites).Concat(["board", "digest"]).ToDictionary(key => key, key => Readers.Shown(key, w, Readers.English)).Where(shown => shown.Value.Length > 0).ToDictionary();
    }
}

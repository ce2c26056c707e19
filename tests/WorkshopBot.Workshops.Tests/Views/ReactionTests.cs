using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Tests.Topics;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

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
        "window: one day", "language de", "decided: one map first", "withdraw P1", "rename P2 Tim", Link, Link,
        .. Topic.All.SelectMany(topic => topic.Kept),
    ];

    /// <summary>Somebody shows that they are one human with Ben.</summary>
    private const string Link = "me";

    private static readonly string[] People = ["Ann", "Ann", "Ben", "Cleo"];

    [Fact]
    public void Whatever_happens_every_message_that_reads_differently_is_named() => Prop.ForAll(Gen.Elements(Lines).Zip(Gen.Elements(People)).ListOf(45).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (script, atOnce) =>
    {
        var team = Team.Started().Until("goals").Given("Ann: persona: Tom | teacher", "Ben: Research: know the price", "Ann: mode: async");
        var (seen, events) = (All(team.Workshop), ImmutableArray<WorkshopEvent>.Empty);
        foreach (var (i, (line, person)) in script.Index())
        {
            if (line == Link) team.Happened(new WorkshopEvent.PeopleLinked("test:local:ben", $"test:local:{person.ToLowerInvariant()}"), person.ToLowerInvariant());
            events = events.AddRange(line == Link ? [new WorkshopEvent.PeopleLinked("test:local:ben", $"test:local:{person.ToLowerInvariant()}")] : team.Says(person, line).Events);
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
        Assert.Equal(["board", "step:kickoff"], Posted(Team.Started().Workshop));
    }

    [Fact]
    public void The_board_and_open_matters_must_be_there_and_only_what_is_told_once_is_in_the_room()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: goal Research: compare", "Ann: owner @Ann", "Ann: review in 3 months", "Ann: close");
        var kept = Posted(team.Workshop).ToDictionary(key => key, key => Reactions.Show(key, team.Workshop, Readers.English)!);

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
        var inRoom = Posted(team.Workshop).Count(key => Reactions.Show(key, team.Workshop, Readers.English) is { InThread: false, Person: null });

        Assert.InRange(inRoom, 9, 14);
    }

    [Fact]
    public void An_outcome_comes_when_a_step_is_left_says_so_while_it_is_open_again_and_is_true_again_when_it_is_left_again()
    {
        var team = Team.Started().Until("stages");
        Assert.DoesNotContain("outcome:stages", Posted(team.Workshop));
        team.Until("goals");
        Assert.Contains("outcome:stages", Posted(team.Workshop));
        Assert.Contains("6 stages, from Discover to Advocate", Outcome(team, "stages").Headline, StringComparison.Ordinal);

        var back = team.Says("Ann", "back");
        Assert.Contains("outcome:stages", Reactions.To(back.Events, team.Workshop));
        Assert.True(Reactions.Show("outcome:stages", team.Workshop, Readers.English)!.OnlyEdits);
        Assert.StartsWith("This step is open again.", Outcome(team, "stages").Headline, StringComparison.Ordinal);
        Assert.False(Outcome(team, "stages").HasDecided || Outcome(team, "stages").HasOpen);

        team.Given("Ann: stage: Return");
        var left = team.Says("Ann", "next anyway");
        Assert.Contains("outcome:stages", Reactions.To(left.Events, team.Workshop));
        Assert.Contains("7 stages, from Discover to Return", Outcome(team, "stages").Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_was_opened_by_mistake_has_no_outcome_and_is_still_to_come_on_the_board()
    {
        var team = Team.Started().Until("goals").Given("Ann: goto data", "Ann: goto goals");
        Assert.DoesNotContain("outcome:data", Posted(team.Workshop));
        var steps = Board(team).Steps;
        Assert.DoesNotContain("Data", steps[0].Value, StringComparison.Ordinal);
        Assert.Contains("Data", steps[^1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_told_of_a_step_that_has_become_empty_again_says_that_it_is_to_come_as_the_board_does()
    {
        var team = Team.Started().Until("goals").Given("Ann: goto data", "Ann: Research -> Explore 31% via web (n=4, May)", "Ann: goto goals");
        Assert.Contains("outcome:data", Posted(team.Workshop));
        Assert.Contains("Data", Board(team).Steps[0].Value, StringComparison.Ordinal);

        team.Given($"Ann: withdraw {team.Workshop.Map.LiveOn('C').Single().Name}");
        Assert.DoesNotContain("outcome:data", Posted(team.Workshop));
        Assert.EndsWith("This step is still to come.", Outcome(team, "data").Headline, StringComparison.Ordinal);
        Assert.DoesNotContain("Data", Board(team).Steps[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_names_the_gaps_that_were_accepted_in_its_step_and_only_counts_what_is_still_to_be_decided()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: goal Research: compare", "Ann: goal Explore: try", "Ann: goal Choose: be sure");
        team.Given("Ann: gap X1", "Ann: gap Choose: nothing to share", "Ann: next anyway", "Ann: gap X2", "Ann: goto teams");

        Assert.Equal(["X4", "X1"], Outcome(team, "touchpoints").Gaps.Select(gap => gap.Ref));
        Assert.Contains("Open findings: 1", Outcome(team, "touchpoints").Open);
        Assert.Equal(["X2"], Outcome(team, "data").Gaps.Select(gap => gap.Ref));
        // Dropped it is none; dropping taken back it is one of the step it was accepted in.
        team.Given("Ann: drop X1 no");
        Assert.Equal(["X4"], Outcome(team, "touchpoints").Gaps.Select(gap => gap.Ref));
        team.Given("Ann: undo");
        Assert.Equal(["X4", "X1"], Outcome(team, "touchpoints").Gaps.Select(gap => gap.Ref));
    }

    [Fact]
    public void How_much_is_on_the_map_is_the_same_on_the_board_and_in_what_is_told()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: goal Research: compare", "Ann: goal Explore: try", "Ann: gap X1", "Ann: drop X2 no", "Ann: goal Choose: be sure");
        var said = Board(team).Counts;
        // A persona, six stages and three goals; of four findings one was accepted and one dropped.
        Assert.Equal($"Items on the map: {1 + 6 + 3}. Gaps to close: 1. Open findings: 1.", said);
        Assert.Contains("Gaps to close: 1.", Speech.Say(team.Workshop.Playbook.Step("teams")!.Headline(team.Workshop), Speech.Culture("en")), StringComparison.Ordinal);
        Assert.Contains(said.Split('.')[0] + ".", Team.Text(team.Says("Ann", "show")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_written_to_unless_the_workshop_is_asynchronous_and_then_not_whoever_opened_the_step_nor_who_came_later()
    {
        var team = Team.Started().Given("Ben: park a bell", "Cleo: park a lamp").Until("goals");
        Assert.DoesNotContain(Posted(team.Workshop), key => key.StartsWith("invite:", StringComparison.Ordinal));

        team.Given("Ann: mode: async", "Dev: Research: compare");

        Assert.Equal(["invite:goals:test:local:ben", "invite:goals:test:local:cleo"], Posted(team.Workshop).Where(key => key.StartsWith("invite:", StringComparison.Ordinal)));
        Assert.Equal("test:local:ben", Reactions.Show("invite:goals:test:local:ben", team.Workshop, Readers.English)!.Person);
    }

    [Fact]
    public void Who_has_answered_before_being_asked_is_not_asked()
    {
        var team = Team.Started().Given("Ben: park a bell", "Ann: mode: async").Until("stages").Given("Ann: Research, Choose", "Ben: goal Research: know the price").Until("goals");
        Assert.DoesNotContain("invite:goals:test:local:ben", Posted(team.Workshop));
        Assert.Contains("invite:goals:test:local:ben", Reactions.All(team.Workshop));
    }

    [Fact]
    public void An_invitation_becomes_thanks_with_what_is_on_the_map_and_asks_again_when_that_is_taken_back()
    {
        var team = Team.Started().Given("Ben: park a bell", "Ann: mode: async").Until("goals").Given("Ben: Research: compare", "Ben: Choose: be sure");

        Assert.Equal(("Thank you. On the map: G1, G2.", true), (Invite(team).Said, Invite(team).IsSaid));
        team.Given("Ben: undo", "Ben: undo");
        Assert.True(Invite(team).IsAsking);
        team.Given("Ben: pass");
        Assert.StartsWith("Thank you. You have passed", Invite(team).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invitation_of_a_step_that_was_left_says_in_a_line_that_it_is_over_or_thanks_and_has_no_buttons()
    {
        var team = Team.Started().Given("Ben: park a bell", "Cleo: park a lamp", "Ann: mode: async").Until("goals").Given("Ben: Research: compare");
        var left = team.Says("Ann", "next anyway");

        Assert.Superset(new HashSet<string> { "invite:goals:test:local:ben", "invite:goals:test:local:cleo" }, (HashSet<string>)Reactions.To(left.Events, team.Workshop));
        foreach (var (person, said) in (ReadOnlySpan<(string, string)>)[("ben", "Thank you. On the map: G1."), ("cleo", "This step is over.")])
        {
            Assert.Equal((false, said, false), (Invite(team, person).IsAsking, Invite(team, person).Said, Invite(team, person).HasButtons));
            Assert.True(Reactions.Show($"invite:goals:test:local:{person}", team.Workshop, Readers.English)!.OnlyEdits);
        }
        team.Given("Ben: withdraw G1");
        Assert.Equal("This step is over.", Invite(team).Said);
        // Open again, it asks again; closed, it is over again.
        var back = team.Says("Ann", "back");
        Assert.Contains("invite:goals:test:local:cleo", Reactions.To(back.Events, team.Workshop));
        Assert.True(Invite(team, "cleo").IsAsking && Invite(team, "cleo").HasButtons);
        var closed = team.Says("Ann", "throw away");
        Assert.Contains("invite:goals:test:local:cleo", Reactions.To(closed.Events, team.Workshop));
        Assert.Equal(("This step is over.", false), (Invite(team, "cleo").Said, Invite(team, "cleo").HasButtons));
    }

    [Fact]
    public void A_digest_says_that_the_workshop_goes_on_when_it_is_opened_again_and_is_right_when_it_is_closed_again()
    {
        var team = Team.Started().Until("stages").Given("Ann: Research, Choose", "Ann: owner @Ann", "Ann: review in 3 months", "Ann: close");
        Assert.Contains("digest", Posted(team.Workshop));
        Assert.Equal("Journey map, closed, page 1 of 2", Digest(team).Overline);
        foreach (var line in (string[])["reopen", "undo", "undo"])
        {
            var answer = team.Says("Ann", line);
            Assert.Contains("digest", Reactions.To(answer.Events, team.Workshop));
            var kept = Reactions.Show("digest", team.Workshop, Readers.English)!;
            Assert.Equal(team.Workshop.Phase == Phase.Running, kept.OnlyEdits);
            Assert.Equal(team.Workshop.Phase == Phase.Running, Digest(team).Ending == "The workshop goes on: Stages is open again. How it ends will be said here.");
            Assert.Equal(team.Workshop.Phase == Phase.Running ? 1 : 2, kept.Pages.Length);
        }
        Assert.Equal(Phase.Running, team.Workshop.Phase);
        team.Given("Ann: throw away");
        Assert.Equal("Closed and thrown away. Nothing is deleted.", Digest(team).Ending);
    }

    [Fact]
    public void A_digest_with_open_points_names_the_first_few_and_how_to_see_the_others()
    {
        var team = Team.Started().Until("touchpoints").Given("Ann: owner @Ann", "Ann: review in 3 months", "Ann: close");
        var digest = Digest(team);
        Assert.Equal("Closed with open points.", digest.Ending);
        Assert.Equal(5, digest.Open.Count);
        Assert.Contains("the scenario", digest.Open[0], StringComparison.Ordinal);
        Assert.Matches("^[+] [0-9]+ more. To see them, step by step: show [A-Z]", digest.MoreOpen);
        Assert.False(team.Says("Ann", digest.MoreOpen[digest.MoreOpen.IndexOf("show", StringComparison.Ordinal)..]).Refused);
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
    [InlineData("outcome:close")]
    [InlineData("invite:kickoff:somebody")]
    [InlineData("")]
    public void A_key_that_says_nothing_now_shows_nothing(string key) => Assert.Null(Reactions.Show(key, Team.Started().Workshop, Readers.English));

    /// <summary>What is posted where it is not up yet.</summary>
    private static IEnumerable<string> Posted(Workshop w) => Reactions.All(w).Where(key => Reactions.Show(key, w, Readers.English) is { OnlyEdits: false });

    private static View Page(Team team, string key) => Reactions.Show(key, team.Workshop, Readers.English)!.Pages[0];

    private static BoardView Board(Team team) => (BoardView)Page(team, "board");

    private static OutcomeView Outcome(Team team, string step) => (OutcomeView)Page(team, $"outcome:{step}");

    private static InviteView Invite(Team team, string person = "ben", string step = "goals") => (InviteView)Page(team, $"invite:{step}:test:local:{person}");

    private static DigestView Digest(Team team) => (DigestView)Page(team, "digest");

    private static Dictionary<string, string> All(Workshop w)
    {
        var invites = w.Playbook.Steps.SelectMany(step => People.Distinct().Select(person => $"invite:{step.Id}:test:local:{person.ToLowerInvariant()}"));
        var steps = w.Playbook.Steps.SelectMany(step => (string[])[$"step:{step.Id}", $"findings:{step.Id}", $"outcome:{step.Id}"]);
        // What shows nothing is left as it is, so only what shows something can be stale.
        return steps.Concat(invites).Concat(["board", "digest"]).ToDictionary(key => key, key => Readers.Shown(key, w, Readers.English)).Where(shown => shown.Value.Length > 0).ToDictionary();
    }
}

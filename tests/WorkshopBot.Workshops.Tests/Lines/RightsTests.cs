using System.Collections.Immutable;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Tests.Topics;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>Who is declared to may say a command is who may: tried as everybody, for every command there is.</summary>
public sealed class RightsTests
{
    private const string Far = "far:org:general";

    /// <summary>A line of each command that works in the touchpoints step, where a room has asked and another was admitted; all items are Ann's.</summary>
    private static readonly string[] Lines =
    [
        "start Another", "next anyway", "back", "goto goals", "close", "reopen goals", "add goal", "show map", "find price", "mine", "edit G1 other words", "withdraw I1", "undo", "restore G3", "pass", "park it", "help", "language de", "i speak for Sales",
        "rename S2 Look", "move S4 before S1", "split S3 into Try, Ride", "merge G2 into G1", "link T2 G1", "unlink T1 G1", "lead P1", "gap X1", "drop X1 wrong", "export json", "who can see this", "revoke links", "switch m-2",
        "join K7QM-2RTX", "code", "admit", "refuse", "leave general", "me",
        .. Topic.All.SelectMany(topic => topic.Rights),
    ];

    private static readonly Workshop Workshop = Made();

    public static TheoryData<string> All => [.. Lines];

    [Fact]
    public void Every_command_is_tried() =>
        Assert.Equal(CommandList.All.Where(command => command.IsThere).Select(command => command.Words).Order(StringComparer.Ordinal), Lines.Select(Of).Select(command => command.Words).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void A_command_is_refused_to_whom_it_is_not_for_and_to_nobody_else(string line)
    {
        var who = Of(line).Who;
        Allowed(line, "test:local:ann", true);
        Allowed(line, "test:local:deputy", who is Who.Anyone or Who.Members or Who.Own or Who.Leads);
        Allowed(line, "test:local:ben", who is Who.Anyone or Who.Members);
        Allowed(line, "far:org:fay", who is Who.Anyone);
        // Somebody of another organisation to whom the workshop was handed over.
        Allowed(line, "far:org:gus", who is Who.Anyone or Who.Own or Who.Leads or Who.Facilitator);
    }

    private static void Allowed(string line, string person, bool expected)
    {
        var answer = Conversation.Hear(new Heard("r1", person, person.Split(':')[2], line, Rooms.Now, Zone.Utc, [], "the room", "m-1"), Workshop);
        Assert.DoesNotContain(answer.Lines, said => said.Code is "not-understood" or "command-form" or "no-such-ref");
        var denied = answer.Lines.FirstOrDefault(said => said.Code is "only-facilitator" or "only-owner" or "not-yours" or "export-guest");
        Assert.True(denied is null == expected, $"{person}, {line}: {denied?.Code ?? "nothing was denied"}\n{Team.Text(answer)}");
    }

    private static CommandWord Of(string line) => CommandList.All.Where(command => command.IsThere && (line == command.Words || line.StartsWith(command.Words + " ", StringComparison.Ordinal))).MaxBy(command => command.Words.Length)!;

    private static Workshop Made()
    {
        var team = Team.Started().Given("Ben: park a bell").Until("goals").Given(
            "Ann: goal Research: compare", "Ann: goal Choose: be sure", "Ann: goal Explore: try one", "Ann: touchpoint Research: price page", "Ann: touchpoint Choose: test ride", "Ann: link T1 G1", "Ann: pain Research: full cost only at checkout",
            "Ann: withdraw G3", "Ann: next anyway");
        Asks(team, Far, "c1");
        team.Given("Ann: admit");
        Asks(team, "far:org:sales", "c2");
        foreach (var (person, role) in (ReadOnlySpan<(string, Role)>)[("test:local:deputy", Role.Deputy), ("far:org:fay", Role.Contributor), ("far:org:gus", Role.Facilitator)])
            team.Happened(new WorkshopEvent.Joined(person, person.Split(':')[2], "UTC", "en")).Happened(new WorkshopEvent.RoleGiven(person, role));
        return team.Given([.. Topic.All.SelectMany(topic => topic.Before)]).Workshop;
    }

    private static void Asks(Team team, string room, string code)
    {
        foreach (var happened in Conversation.Ask(team.Heard(code, "Fay", "join") with { Person = "far:org:fay", Asking = new(new(room, room.Split(':')[2]), code, false) }, team.Workshop).Events) team.Happened(happened, "nobody");
    }
}

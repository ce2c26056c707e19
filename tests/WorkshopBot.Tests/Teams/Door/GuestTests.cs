using WorkshopBot.Fakes.Connector;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Teams.Door;

/// <summary>Guests of a team, and people of another organisation in a channel that is shared with theirs: they contribute, and open, lead and take away nothing.</summary>
public sealed class GuestTests : TeamsScene
{
    [Theory]
    [InlineData("guest", false)]
    [InlineData("user", true)]
    public async Task Whoever_is_a_guest_opens_and_leads_nothing_even_where_nobody_has_ever_done_anything(string role, bool isFromElsewhere)
    {
        var gus = Bot.Teams.Person("Gus", role, isFromElsewhere ? Guid.NewGuid().ToString() : null);
        var room = Bot.Teams.Channel("Joint", members: [Anna, gus]);
        await Says(gus, "start Mine", room);
        Assert.Null(await Bot.Workshop(room));
        Assert.Contains(room.Posted, message => message.Says("opened and led by members"));
        await Says(gus, "start Mine", gus.Chat);
        Assert.Null(await Bot.Bot.Loop.Looking.FindMap("m-1"));

        await Begins(room);
        foreach (var line in (string[])["next anyway", "goto data", "code", "admit", "close", "throw away", "revoke links", "takeover", "handover @Gus", "start Mine"])
            await Says(gus, line, room);
        var now = await Now(room);
        Assert.Equal(("goals", Phase.Running), (now.StepId, now.Phase));
        Assert.Equal("Anna", now.Crew.All.Single(person => person.Leads).Name);
        await Says(gus, "Research: compare the true cost", room);
        Assert.Equal(1, await Goals(room));
        Assert.Equal(isFromElsewhere, !(await Now(room)).Tenancy.Shared.IsEmpty);
    }

    [Fact]
    public async Task Who_is_no_guest_is_looked_at_once_and_nobody_is_after_a_workshop_was_opened()
    {
        await Says(Ben, "help");
        await Says(Ben, "help");
        Assert.Equal(1, Asked());
        await Begins();
        Assert.Equal(2, Asked());
        await Says(Cleo, "Research: compare the true cost");
        await Says(Cleo, "Choose: be sure");
        Assert.Equal(2, Asked());

        int Asked() => Bot.Teams.Requests.Count(request => request.Call == FakeCall.Member);
    }

    [Fact]
    public async Task Where_nobody_tells_who_somebody_is_they_are_taken_for_a_member()
    {
        Bot.Teams.Next(Fault.NoPermission, times: 100, on: FakeCall.Member);
        await Begins();
        Assert.Equal("goals", (await Now()).StepId);
    }

    [Theory]
    [InlineData("shared", false)]
    [InlineData("standard", true)]
    public async Task Closing_where_others_read_along_is_asked_back_and_only_then_done(string type, bool hasOutsider)
    {
        var others = hasOutsider ? [Bot.Teams.Person("Zoe", tenant: Guid.NewGuid().ToString())] : Array.Empty<FakePerson>();
        var room = Bot.Teams.Channel("Joint", type: type, members: [Anna, .. others]);
        await Begins(room);
        foreach (var line in (string[])["goto close", "owner @Anna", "review in 3 months", "close"])
            await Says(Anna, line, room);
        await Bot.Rests();
        Assert.Equal(Phase.Running, (await Now(room)).Phase);
        Assert.Contains(room.Posted, message => message.Says("other organisations"));
        await Says(Anna, "close anyway", room);
        Assert.Equal(Phase.Closed, (await Bot.Bot.Loop.Looking.FindMap("m-1"))!.Phase);
    }

    [Fact]
    public async Task In_a_channel_of_their_own_people_close_at_once()
    {
        await Begins();
        foreach (var line in (string[])["goto close", "owner @Anna", "review in 3 months", "close"])
            await Says(Anna, line);
        Assert.Equal(Phase.Closed, (await Bot.Bot.Loop.Looking.FindMap("m-1"))!.Phase);
    }
}

using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Tests.Keeping;

namespace WorkshopBot.Channels.Tests.Teams.Connector;

/// <summary>Answers wait their turn, are tried again, and are given up in the end; the board goes before them.</summary>
public sealed class TeamsSenderTests : Wired
{
    readonly FakeTime _time = new();
    TeamsSender _sender = null!;

    protected override TimeProvider Clock => _time;

    TeamsSpot Spot => new(new Address.Room($"teams:{Fake.TenantId}:{Group.Id}"), Fake.TenantId, To(Group));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _sender = new(Client, new(_time), new(new Notes()), _time);
    }

    [Fact]
    public async Task An_answer_that_comes_too_early_comes_again_by_itself()
    {
        Fake.Next(Fault.Throttled(5), times: 2);
        var sent = _sender.Send(Spot, Hello, ThrottleRank.Answer, default).AsTask();
        await Passing(sent);
        Is<ConnectorAnswer.Done>(await sent);
        Assert.Single(Group.Posted);
        Assert.Equal(3, Fake.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_would_come_after_a_minute_is_given_up()
    {
        Fake.Next(Fault.Throttled(61));
        Assert.Equal(TimeSpan.FromSeconds(61), Is<ConnectorAnswer.Later>(await _sender.Send(Spot, Hello, ThrottleRank.Answer, default)).After);
        Is<ConnectorAnswer.Later>(await _sender.React(Spot, "1", "like", default));
        Assert.Single(Fake.Requests);
    }

    [Fact]
    public async Task What_nobody_knows_of_is_not_sent_again()
    {
        Fake.Next(Fault.DropAfter);
        Is<ConnectorAnswer.Unknown>(await _sender.Send(Spot, Hello, ThrottleRank.Answer, default));
        Assert.Single(Group.Posted);
    }

    [Fact]
    public async Task A_sign_that_fails_is_not_tried_again_and_holds_nothing_up()
    {
        Fake.Next(Fault.Error(), times: 5, on: FakeCall.React);
        Is<ConnectorAnswer.Later>(await _sender.React(Spot, "1", "like", default));
        Is<ConnectorAnswer.Done>(await _sender.Send(Spot, Hello, ThrottleRank.Kept, default));
        Assert.Equal(2, Fake.Requests.Count);
    }

    [Fact]
    public async Task A_list_that_comes_too_early_waits_for_itself_and_for_nobody_else()
    {
        Fake.Next(Fault.Throttled(5), on: FakeCall.Members);
        var list = _sender.Members(Spot, default).AsTask();
        await Until(() => Fake.Requests.Count == 1 && _time.Next is not null);
        Is<ConnectorAnswer.Done>(await _sender.Send(Spot, Hello, ThrottleRank.Kept, default));
        Assert.False(list.IsCompleted);
        await Passing(list);
        Assert.IsType<ConnectorAnswer.Read<System.Collections.Immutable.ImmutableArray<TeamsMember>>>(await list);
    }

    [Fact]
    public async Task Two_hundred_reactions_at_once_leave_room_for_the_board_and_no_limit_is_broken()
    {
        var said = Enumerable.Range(0, 200).Select(i => Anna.Writes(Group, $"{i}").Message!.Id).ToList();
        var reactions = said.Select(id => _sender.React(Spot, id, "like", default).AsTask()).ToList();
        await Until(() => Fake.Counts().Reactions == 4);
        Is<ConnectorAnswer.Done>(await _sender.Send(Spot, Hello, ThrottleRank.Answer, default));
        Is<ConnectorAnswer.Done>(await _sender.Send(Spot, Hello, ThrottleRank.Kept, default));
        Is<ConnectorAnswer.Done>(await _sender.Send(Spot, Hello, ThrottleRank.Kept, default));
        Is<ConnectorAnswer.Later>(await _sender.Send(Spot, Hello, ThrottleRank.Kept, new CancellationToken(canceled: true)));
        var all = Task.WhenAll(reactions);
        await Passing(all);
        var answers = await all;
        Assert.InRange(answers.Count(answer => answer is ConnectorAnswer.Done), 70, 130);
        Assert.All(answers, answer => Assert.True(answer is ConnectorAnswer.Done or ConnectorAnswer.Later));
        Assert.Equal(0, Fake.ThrottleHits);
    }

    [Fact]
    public async Task Who_gives_up_waiting_has_sent_nothing()
    {
        using var end = new CancellationTokenSource();
        Fake.Next(Fault.Throttled(30));
        var sent = _sender.Send(Spot, Hello, ThrottleRank.Answer, end.Token).AsTask();
        await Until(() => Fake.Requests.Count == 1 && _time.Next is not null);
        await end.CancelAsync();
        Is<ConnectorAnswer.Later>(await sent);
        Assert.Empty(Group.Posted);
    }

    // The clock goes on whenever something waits for it.
    async Task Passing(Task task)
    {
        for (var i = 0; !task.IsCompleted && i < 20_000; i++)
        {
            if (_time.Next is not null)
                _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }
        Assert.True(task.IsCompleted, "It did not come about.");
    }

    static async Task Until(Func<bool> condition)
    {
        for (var i = 0; !condition(); i++)
        {
            Assert.True(i < 3000, "It did not come about in time.");
            await Task.Delay(5);
        }
    }
}

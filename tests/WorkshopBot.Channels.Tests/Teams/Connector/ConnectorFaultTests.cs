using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Channels.Tests.Teams.Connector;

/// <summary>What each thing that goes wrong comes to: for a call that makes something new, and for one that may be repeated.</summary>
public sealed class ConnectorFaultTests : Wired
{
    static readonly ConnectorAnswer Soon = new ConnectorAnswer.Later(TimeSpan.FromSeconds(2));
    static readonly ConnectorAnswer Unknown = new ConnectorAnswer.Unknown();

    public static TheoryData<string> Names => [.. Table.Keys];

    static Dictionary<string, (Fault Fault, ConnectorAnswer OfPost, ConnectorAnswer OfPut)> Table { get; } = new()
    {
        ["429 with seconds"] = Same(Fault.Throttled(7), new ConnectorAnswer.Later(TimeSpan.FromSeconds(7))),
        ["429 with far too many"] = Same(Fault.Throttled(999_999), new ConnectorAnswer.Later(TimeSpan.FromHours(1))),
        ["429 with none left"] = Same(Fault.Throttled(0), new ConnectorAnswer.Later(TimeSpan.FromSeconds(1))),
        ["429 without"] = Same(Fault.Throttled(), Soon),
        ["429 with a past date"] = Same(Fault.ThrottledUntil(DateTimeOffset.UnixEpoch), new ConnectorAnswer.Later(TimeSpan.FromSeconds(1))),
        ["429 as a page"] = Same(Fault.Page(429), Soon),
        ["412"] = Same(Fault.Conflict, Soon),
        ["503 with seconds"] = Same(Fault.Unavailable(3), new ConnectorAnswer.Later(TimeSpan.FromSeconds(3))),
        ["503 without"] = (Fault.Unavailable(), Unknown, Soon),
        ["500"] = (Fault.Error(), Unknown, Soon),
        ["502 as a page"] = (Fault.Page(502), Unknown, Soon),
        ["504 with nothing"] = (Fault.Empty(504), Unknown, Soon),
        ["408"] = (Fault.Empty(408), Unknown, Soon),
        ["dropped before"] = (Fault.DropBefore, Unknown, Soon),
        ["dropped after"] = (Fault.DropAfter, Unknown, Soon),
        ["blocked"] = Same(Fault.Blocked, new ConnectorAnswer.Lost("blocked")),
        ["disabled"] = Same(Fault.Disabled, new ConnectorAnswer.Lost("disabled")),
        ["not in the roster"] = Same(Fault.NotInRoster, new ConnectorAnswer.Lost("not-in-roster")),
        ["no permission"] = Same(Fault.NoPermission, new ConnectorAnswer.Lost("no-permission")),
        ["writes blocked, the older form"] = Same(Fault.WritesBlocked, new ConnectorAnswer.Lost("writes-blocked")),
        ["writes blocked, the newer form"] = Same(Fault.Says(403, """{"error":{"code":"MessageWritesBlocked","message":"x"}}"""), new ConnectorAnswer.Lost("writes-blocked")),
        ["conversation gone"] = Same(Fault.ConversationGone, new ConnectorAnswer.Lost("gone")),
        ["activity gone"] = Same(Fault.ActivityGone, new ConnectorAnswer.Gone()),
        ["404 as a page"] = Same(Fault.Page(404), new ConnectorAnswer.Refused(404, "")),
        ["413"] = Same(Fault.TooBig, new ConnectorAnswer.TooBig()),
        ["413 as a page"] = Same(Fault.Page(413), new ConnectorAnswer.TooBig()),
        ["401"] = Same(Fault.NotRegistered, new ConnectorAnswer.Refused(401, "BotNotRegistered")),
        ["400"] = Same(Fault.Says(400, """{"error":{"code":"Bad Argument","message":"x"}}"""), new ConnectorAnswer.Refused(400, "Bad Argument")),
        ["403 of no known kind"] = Same(Fault.Says(403, """{"error":{"code":"SomethingNew"}}"""), new ConnectorAnswer.Refused(403, "SomethingNew")),
        ["403 with a code that is no word"] = Same(Fault.Says(403, """{"error":{"code":"a\nb <x>"}}"""), new ConnectorAnswer.Refused(403, "")),
        ["403 of wrong types"] = Same(Fault.Says(403, """{"error":"x","errorCode":"y","message":7}"""), new ConnectorAnswer.Refused(403, "")),
        ["403 with a message that is no JSON"] = Same(Fault.Says(403, """{"errorCode":209,"message":"{\"subCode\":"}"""), new ConnectorAnswer.Refused(403, "")),
        ["403 with half a body"] = Same(Fault.Says(403, "{\"error\":"), new ConnectorAnswer.Refused(403, "")),
        ["403 with an array"] = Same(Fault.Says(403, "[1]"), new ConnectorAnswer.Refused(403, "")),
        ["501"] = (Fault.Empty(501), Unknown, Soon),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_has_one_meaning_for_what_makes_something_new(string name)
    {
        var (fault, expected, _) = Table[name];
        Fake.Next(fault, on: FakeCall.Send);
        Assert.Equal(expected, await Client.Send(To(Group), Hello, 0, default));
        Assert.Single(Fake.Requests);
        Fake.Next(fault, on: FakeCall.Create);
        Assert.Equal(expected, await Client.CreateThread(To(Channel), Fake.TenantId, Hello, 0, default));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task And_one_for_what_may_be_repeated(string name)
    {
        var (fault, _, expected) = Table[name];
        var id = Is<ConnectorAnswer.Done>(await Client.Send(To(Group), Hello, 0, default)).Id;
        foreach (var call in new[] { FakeCall.Edit, FakeCall.React, FakeCall.Members, FakeCall.Delete })
            Fake.Next(fault, on: call);
        Assert.Equal(expected, await Client.Edit(To(Group), id, Hello, 0, default));
        Assert.Equal(expected, await Client.React(To(Group), id, "like", 0, default));
        Assert.Equal(expected, await Client.Members(To(Group), 0, default));
        Assert.Equal(expected, await Client.Delete(To(Group), id, 0, default));
    }

    [Fact]
    public async Task A_connection_that_is_dropped_after_the_message_was_taken_leaves_one_message()
    {
        Is<ConnectorAnswer.Done>(await Client.Send(To(Group), Hello, 0, default));
        Fake.Next(Fault.DropAfter);
        Is<ConnectorAnswer.Unknown>(await Client.Send(To(Group), Hello, 0, default));
        Assert.Equal(2, Group.Posted.Count);
        Assert.Equal(2, Fake.Requests.Count);
    }

    [Fact]
    public async Task A_host_that_nobody_listens_at_was_certainly_sent_nothing()
    {
        await using var gone = await FakeConnector.Start();
        var service = gone.ServiceUrl;
        await gone.DisposeAsync();
        Assert.Equal(Soon, await Client.Send(new(service, Group.Id), Hello, 0, default));
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_know_of_a_post_and_may_repeat_an_edit()
    {
        var id = Is<ConnectorAnswer.Done>(await Client.Send(To(Group), Hello, 0, default)).Id;
        Fake.Next(Fault.Delay(TimeSpan.FromSeconds(5)), times: 2);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.Equal(Unknown, await Client.Send(To(Group), Hello, 0, soon.Token));
        using var again = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.Equal(Soon, await Client.Edit(To(Group), id, Hello, 0, again.Token));
        // Whoever had given up before sent nothing.
        Assert.Equal(Soon, await Client.Send(To(Group), Hello, 0, again.Token));
    }

    [Fact]
    public async Task Without_a_token_nothing_was_sent_and_it_is_tried_again()
    {
        var client = new ConnectorClient(Http, (_, _) => throw new InvalidOperationException("No token today."), _ => true, TimeProvider.System, () => 1);
        Assert.Equal(Soon, await client.Send(To(Group), Hello, 0, default));
        Assert.Empty(Fake.Requests);
    }

    [Fact]
    public async Task Waits_grow_with_every_try_and_differ()
    {
        var waits = new List<double>();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            Fake.Next(Fault.Throttled());
            waits.Add(Is<ConnectorAnswer.Later>(await Client.Send(To(Group), Hello, attempt, default)).After.TotalSeconds);
        }
        Assert.Equal([2, 4, 8, 16, 32, 60, 60, 60], waits);
        Assert.Equal(TimeSpan.FromSeconds(1), Backoff.Of(0, 0));
        Assert.Equal(TimeSpan.FromSeconds(30), Backoff.Of(int.MaxValue, 0));
    }

    [Fact]
    public async Task A_date_to_come_back_at_is_held_against_the_clock()
    {
        Fake.Next(Fault.ThrottledUntil(DateTimeOffset.UtcNow.AddSeconds(90)));
        Assert.InRange(Is<ConnectorAnswer.Later>(await Client.Send(To(Group), Hello, 0, default)).After.TotalSeconds, 60, 91);
    }

    [Fact]
    public async Task The_other_host_is_asked_once_when_the_first_is_the_wrong_one()
    {
        var other = new Uri(Fake.Host, "/gcc");
        var client = Made(_ => true, other);
        Fake.Next(Fault.WrongHost);
        var done = Is<ConnectorAnswer.Done>(await client.Send(To(Group), Hello, 0, default));
        Assert.Equal(other, done.Moved);
        Assert.Equal(["/emea", "/gcc/"], Fake.Requests.Select(request => request.Target[..5]));
        Fake.Next(Fault.WrongHost, times: 2);
        Assert.Equal(new ConnectorAnswer.Refused(403, "InvalidBotApiHost"), await client.Send(To(Group), Hello, 0, default));
        Assert.Equal(4, Fake.Requests.Count);
    }

    [Fact]
    public async Task A_wrong_host_is_left_for_an_allowed_one_only()
    {
        var client = Made(uri => uri.AbsolutePath != "/gcc", new Uri(Fake.Host, "/gcc"));
        Fake.Next(Fault.WrongHost);
        Assert.Equal(new ConnectorAnswer.Refused(0, "not-allowed"), await client.Send(To(Group), Hello, 0, default));
        Assert.Single(Fake.Requests);
    }

    static (Fault, ConnectorAnswer, ConnectorAnswer) Same(Fault fault, ConnectorAnswer answer) => (fault, answer, answer);
}

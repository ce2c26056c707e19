using System.Collections.Immutable;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Channels.Tests.Teams.Connector;

/// <summary>Each call of the Connector, as the Connector takes it.</summary>
public sealed class ConnectorClientTests : Wired
{
    [Fact]
    public async Task A_message_is_sent_edited_and_deleted()
    {
        var id = Is<ConnectorAnswer.Done>(await Client.Send(To(Group), Hello, 0, default)).Id;
        Assert.Equal("Hello", Assert.Single(Group.Posted).Text);
        Assert.Equal(id, Is<ConnectorAnswer.Done>(await Client.Edit(To(Group), id, OutboundActivity.Text("Hello all"), 0, default)).Id);
        Assert.Equal("Hello all", Assert.Single(Group.Posted).Text);
        Is<ConnectorAnswer.Done>(await Client.Delete(To(Group), id, 0, default));
        Assert.Empty(Group.Posted);
        Is<ConnectorAnswer.Gone>(await Client.Edit(To(Group), id, Hello, 0, default));
    }

    [Fact]
    public async Task A_thread_is_made_and_written_in()
    {
        var made = Is<ConnectorAnswer.Done>(await Client.CreateThread(To(Channel), Fake.TenantId, Hello, 0, default));
        Assert.Equal($"{Channel.Id};messageid={made.Activity}", made.Id);
        var reply = Is<ConnectorAnswer.Done>(await Client.Send(To(Channel).Thread(made.Activity!), Hello, 0, default)).Id;
        var answer = Is<ConnectorAnswer.Done>(await Client.Reply(To(Channel), reply, Hello, 0, default)).Id;
        Assert.Equal([made.Activity, reply, answer], Channel.Posted.Select(message => message.Id));
        Assert.All(Channel.Posted, message => Assert.Equal(made.Activity, message.Root));
        Assert.Equal((1, 2), (Fake.Counts(Channel).Posts, Fake.Counts(Channel).Replies));
    }

    [Fact]
    public async Task A_personal_conversation_is_the_same_however_often_it_is_made()
    {
        var first = Is<ConnectorAnswer.Done>(await Client.CreatePersonal(Fake.ServiceUrl, Fake.TenantId, Fake.BotId, Ben.Id, 0, default)).Id;
        Assert.Equal(first, Is<ConnectorAnswer.Done>(await Client.CreatePersonal(Fake.ServiceUrl, Fake.TenantId, Fake.BotId, Ben.Id, 0, default)).Id);
        Assert.Equal(Ben.Chat.Id, first);
    }

    [Fact]
    public async Task A_reaction_is_put_under_somebodys_message_and_taken_away()
    {
        var said = Anna.Writes(Group, "persona Ann").Message!;
        Is<ConnectorAnswer.Done>(await Client.React(To(Group), said.Id, "like", 0, default));
        Assert.Equal(["like"], said.Reactions);
        Is<ConnectorAnswer.Done>(await Client.Unreact(To(Group), said.Id, "like", 0, default));
        Assert.Empty(said.Reactions);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(500)]
    [InlineData(1203)]
    public async Task Everybody_is_listed_over_all_pages(int people)
    {
        Group.Add([.. Enumerable.Range(0, people - 2).Select(i => Fake.Person($"Person {i}"))]);
        var all = Is<ConnectorAnswer.Read<ImmutableArray<TeamsMember>>>(await Client.Members(To(Group), 0, default)).Value;
        Assert.Equal(Group.Members.Select(person => (person.Id, (string?)person.AadObjectId, (string?)person.Name)), all.Select(member => (member.Id, member.AadObjectId, member.Name)));
    }

    [Fact]
    public async Task One_member_and_a_team_are_looked_up()
    {
        var guest = Fake.Person("Gil Guest", "guest");
        Group.Add(guest);
        Assert.Equal(new(guest.Id, guest.AadObjectId, "Gil Guest", Fake.TenantId, "guest"), Is<ConnectorAnswer.Read<TeamsMember>>(await Client.Member(To(Group), guest.AadObjectId, 0, default)).Value);
        Assert.Equal(new(404, "MemberNotFoundInConversation"), Is<ConnectorAnswer.Refused>(await Client.Member(To(Group), "29:nobody", 0, default)));
        var team = Channel.Team!;
        Assert.Equal(new(team.Id, team.Name, team.AadGroupId), Is<ConnectorAnswer.Read<TeamsTeam>>(await Client.Team(Fake.ServiceUrl, team.Id, 0, default)).Value);
    }

    [Fact]
    public async Task Typing_leaves_nothing_behind()
    {
        Is<ConnectorAnswer.Done>(await Client.Typing(To(Group), default));
        Assert.Equal(1, Fake.Counts(Group).Typings);
        Assert.Empty(Group.Posted);
    }

    [Fact]
    public async Task What_is_for_one_person_is_seen_by_nobody_else()
    {
        var id = Is<ConnectorAnswer.Done>(await Client.Send(To(Group), OutboundActivity.Text("For you", Ben.Id), 0, default, targeted: true)).Id;
        Assert.Empty(Group.Posted);
        var shown = Assert.Single(Group.Messages);
        Assert.Equal((Ben.Id, "For you"), (shown.Only, shown.Text));
        Is<ConnectorAnswer.Done>(await Client.Edit(To(Group), id, OutboundActivity.Text("For you again", Ben.Id), 0, default, targeted: true));
        Assert.Equal("For you again", shown.Text);
        Is<ConnectorAnswer.Done>(await Client.Delete(To(Group), id, 0, default, targeted: true));
        Assert.True(shown.IsDeleted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task A_host_is_as_good_with_a_slash_at_its_end_as_without(string end)
    {
        var service = new Uri(Fake.Host, "/emea/some-tenant" + end);
        Is<ConnectorAnswer.Done>(await Client.Send(new(service, Group.Id), Hello, 0, default));
        Assert.Equal($"/emea/some-tenant/v3/conversations/{Uri.EscapeDataString(Group.Id)}/activities", Assert.Single(Fake.Requests).Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_lead_elsewhere_is_not_asked_for(string id)
    {
        Is<ConnectorAnswer.Refused>(await Client.Send(new(Fake.ServiceUrl, id), Hello, 0, default));
        Is<ConnectorAnswer.Refused>(await Client.Edit(To(Group), id, Hello, 0, default));
        Is<ConnectorAnswer.Refused>(await Client.React(To(Group), "1", id, 0, default));
        Is<ConnectorAnswer.Refused>(await Client.Members(new(Fake.ServiceUrl, id), 0, default));
        Assert.Empty(Fake.Requests);
    }

    [Fact]
    public async Task Ids_of_any_letters_stay_within_their_part_of_the_path()
    {
        Is<ConnectorAnswer.Gone>(await Client.Edit(To(Group), "1/../../2?x=y#z%2F", Hello, 0, default));
        Assert.StartsWith($"/emea/{Fake.TenantId}/v3/conversations/{Uri.EscapeDataString(Group.Id)}/activities/1%2F..%2F..%2F2%3Fx%3Dy%23z%252F", Assert.Single(Fake.Requests).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_sees_neither_a_token_nor_anything_else()
    {
        var asked = 0;
        var client = new ConnectorClient(Http, (_, _) => ValueTask.FromResult<string?>($"t{asked++}"), uri => uri.Host.EndsWith(".trafficmanager.net", StringComparison.Ordinal), TimeProvider.System);
        Assert.Equal(new(0, "not-allowed"), Is<ConnectorAnswer.Refused>(await client.Send(To(Group), Hello, 0, default)));
        Is<ConnectorAnswer.Refused>(await client.Members(To(Group), 0, default));
        Assert.Empty(Fake.Requests);
        Assert.Equal(0, asked);
    }

    [Theory]
    [InlineData("http://anna:secret@127.0.0.1:1/")]
    [InlineData("http://127.0.0.1:1/?next=")]
    [InlineData("http://127.0.0.1:1/#here")]
    public async Task A_host_with_more_in_it_than_a_path_is_none(string service) =>
        Assert.Equal(new(0, "not-allowed"), Is<ConnectorAnswer.Refused>(await Client.Send(new(new(service), "a:1"), Hello, 0, default)));

    [Fact]
    public async Task No_redirect_is_followed()
    {
        await using var other = await FakeConnector.Start();
        Fake.Next(Fault.Redirect(new(other.Host, "/v3/conversations")), times: 2);
        Assert.Equal(307, Is<ConnectorAnswer.Refused>(await Client.Send(To(Group), Hello, 0, default)).Status);
        Assert.Equal(307, Is<ConnectorAnswer.Refused>(await Client.Members(To(Group), 0, default)).Status);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task A_body_without_end_is_not_read_to_its_end()
    {
        Fake.Next(Fault.Says(200, "{\"id\":\"" + new string('x', 300_000) + "\"}"), times: 2);
        Is<ConnectorAnswer.Unknown>(await Client.Send(To(Group), Hello, 0, default));
        Is<ConnectorAnswer.Refused>(await Client.Member(To(Group), Anna.Id, 0, default));
    }
}

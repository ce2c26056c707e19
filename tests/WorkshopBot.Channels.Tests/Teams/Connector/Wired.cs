using System.Text;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Channels.Tests.Teams.Connector;

/// <summary>A client before a fake Connector, with a channel, a group chat and two people in it.</summary>
public abstract class Wired : IAsyncLifetime
{
    readonly HttpClient _http = ConnectorClient.Http();

    protected FakeConnector Fake { get; private set; } = null!;

    protected FakePerson Anna => Fake.Person("Anna Prototype");

    protected FakePerson Ben => Fake.Person("Ben Service");

    protected FakePlace Channel => Fake.Channel("Journey maps", null, "standard", Anna, Ben);

    protected FakePlace Group => Fake.GroupChat("Mapping", Anna, Ben);

    protected HttpClient Http => _http;

    protected ConnectorClient Client { get; private set; } = null!;

    /// <summary>What the throttles of the fake go by.</summary>
    protected virtual TimeProvider Clock => TimeProvider.System;

    protected static ReadOnlyMemory<byte> Hello { get; } = OutboundActivity.Text("Hello");

    public virtual async Task InitializeAsync()
    {
        Fake = await FakeConnector.Start(Clock);
        Fake.Token = "t0ken";
        Client = Made(_ => true);
    }

    public virtual async Task DisposeAsync()
    {
        _http.Dispose();
        await Fake.DisposeAsync();
    }

    /// <summary>A client whose dice always show the highest.</summary>
    protected ConnectorClient Made(Func<Uri, bool> allowed, Uri? otherHost = null) =>
        new(_http, (_, _) => ValueTask.FromResult<string?>("t0ken"), allowed, TimeProvider.System, () => 1, otherHost);

    protected ConversationRef To(FakePlace place) => new(Fake.ServiceUrl, place.Id);

    protected static T Is<T>(ConnectorAnswer answer) where T : ConnectorAnswer => Assert.IsType<T>(answer);

    protected static ReadOnlyMemory<byte> Raw(string json) => Encoding.UTF8.GetBytes(json);

    /// <summary>The thread that a person begins in the channel.</summary>
    protected string Thread() => Anna.Writes(Channel, "start").Message!.Id;
}

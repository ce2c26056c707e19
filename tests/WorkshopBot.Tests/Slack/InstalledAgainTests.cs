using WorkshopBot.Channels;
using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>The app taken away from a workspace that it was installed in with a browser, and installed again.</summary>
public sealed class InstalledAgainTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    SlackHours _hours = null!;

    public async Task InitializeAsync() => _hours = await SlackHours.Start(_folder.File(), oauth: true);

    public async Task DisposeAsync() => await _hours.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_an_uninstall_nothing_is_called_the_data_stay_and_installed_again_the_room_is_caught_up_with()
    {
        var ann = _hours.Team.Person("Ann");
        var channel = _hours.Team.Channel("journeys", ann);
        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(ann)), StringComparison.Ordinal);
        await _hours.Does(ann.Writes(channel, "start Getting a family e-bike"));
        await _hours.Skip(TimeSpan.FromHours(1));
        // What is known of the install is with the storage, and stays as it was.
        await _hours.Does(ann.Writes(channel, "park a bell", channel.Messages[0]));
        await _hours.True();
        KeptBlocks.AreKept(channel, (await _hours.Bot.Workshop(channel))!);
        await _hours.Does(ann.Uninstalls());
        await _hours.Pass(TimeSpan.FromSeconds(2));
        var calls = _hours.Slack.Requests.Count;
        var tenant = $"slack:{_hours.Team.Id}";
        await _hours.Does(_hours.Bot.Bot.Loop.Deliver(new("turn", new($"{tenant}:{ann.Id}", "Ann", "UTC", "en"), new($"{tenant}:{channel.Id}", "#journeys"), "next anyway", Private: false, Addressed: true)));
        await _hours.Skip(TimeSpan.FromHours(2));
        Assert.Equal(calls, _hours.Slack.Requests.Count);
        Assert.Contains(await _hours.Bot.Bot.Keeper.Unreached("m-1"), lost => lost.Reason == LostReason.Uninstalled);

        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(ann)), StringComparison.Ordinal);
        await _hours.Until(() => channel.Posted.Any(message => !message.IsReply));
        await _hours.True();
        KeptBlocks.AreKept(channel, (await _hours.Bot.Workshop(channel))!);
        Assert.Empty(await _hours.Bot.Bot.Keeper.Unreached("m-1"));
        Assert.Empty(_hours.Slack.Slips);
    }

    [Fact]
    public async Task An_end_that_is_delivered_again_after_a_new_install_does_not_end_that_and_a_fresh_one_does()
    {
        var ann = _hours.Team.Person("Ann");
        var channel = _hours.Team.Channel("journeys", ann);
        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(ann)), StringComparison.Ordinal);
        await _hours.Does(ann.Writes(channel, "start Getting a family e-bike"));
        await _hours.True();
        await _hours.Skip(TimeSpan.FromHours(1));
        await _hours.Does(ann.Uninstalls());
        await _hours.Pass(TimeSpan.FromMinutes(2));
        var ends = _hours.Slack.Deliveries.Where(delivery => delivery.Type is "app_uninstalled" or "tokens_revoked").ToList();
        Assert.Equal(2, ends.Count);
        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(ann)), StringComparison.Ordinal);
        await _hours.True();

        foreach (var end in ends)
            Assert.True((await _hours.Does(_hours.Slack.Redeliver(end))).IsOk);
        await _hours.Does(ann.Writes(channel, "goto stages", channel.Messages[0]));
        await _hours.True();
        Assert.Contains(channel.Posted, message => message.Says.StartsWith("Stages", StringComparison.Ordinal));
        KeptBlocks.AreKept(channel, (await _hours.Bot.Workshop(channel))!);
        Assert.Empty(await _hours.Bot.Bot.Keeper.Unreached("m-1"));

        await _hours.Skip(TimeSpan.FromHours(1));
        await _hours.Does(ann.Uninstalls());
        await _hours.Pass(TimeSpan.FromSeconds(2));
        var calls = _hours.Slack.Requests.Count;
        var tenant = $"slack:{_hours.Team.Id}";
        await _hours.Does(_hours.Bot.Bot.Loop.Deliver(new("turn", new($"{tenant}:{ann.Id}", "Ann", "UTC", "en"), new($"{tenant}:{channel.Id}", "#journeys"), "goto goals", Private: false, Addressed: true)));
        await _hours.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(calls, _hours.Slack.Requests.Count);
        Assert.Equal("goals", (await _hours.Bot.Workshop(channel))!.StepId);
    }

    [Fact]
    public async Task An_end_that_cannot_be_saved_is_delivered_again()
    {
        var ann = _hours.Team.Person("Ann");
        var channel = _hours.Team.Channel("journeys", ann);
        Assert.StartsWith("200", await _hours.Does(_hours.Bot.Installed(ann)), StringComparison.Ordinal);
        await _hours.Does(ann.Writes(channel, "start Getting a family e-bike"));
        await _hours.True();
        _hours.Bot.Rows.Fault = Journal.StorageFault.Unreachable;
        await _hours.Does(ann.Uninstalls());
        Assert.All(_hours.Slack.Deliveries.Where(delivery => delivery.Type is "app_uninstalled" or "tokens_revoked"), end => Assert.Equal(503, end.Answers[0].Status));
        _hours.Bot.Rows.Fault = null;
        await _hours.Pass(TimeSpan.FromMinutes(2));
        var calls = _hours.Slack.Requests.Count;
        await _hours.Does(_hours.Bot.Bot.Loop.Deliver(new("turn", new($"slack:{_hours.Team.Id}:{ann.Id}", "Ann", "UTC", "en"), new($"slack:{_hours.Team.Id}:{channel.Id}", "#journeys"), "goto goals", Private: false, Addressed: true)));
        await _hours.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(calls, _hours.Slack.Requests.Count);
    }
}

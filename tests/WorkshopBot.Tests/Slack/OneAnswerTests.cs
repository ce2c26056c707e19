using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>Whoever does something in Slack reads of it once, where they look.</summary>
public sealed class OneAnswerTests : IAsyncLifetime, IDisposable
{
    readonly TempFolder _folder = new();
    SlackHours _hours = null!;
    FakeSlackPerson _anna = null!;
    FakeSlackChannel _channel = null!;

    public async Task InitializeAsync()
    {
        _hours = await SlackHours.Start(_folder.File());
        _anna = _hours.Team.Person("Anna");
        _channel = _hours.Team.Channel("journeys", _anna);
    }

    public async Task DisposeAsync() => await _hours.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_field_that_is_filled_in_wrongly_says_so_and_the_form_stays_as_it_is()
    {
        var root = await _anna.Writes(_channel, "start Getting a family e-bike");
        foreach (var line in (string[])["goto stages", "Research, Choose", "goto data"])
        {
            await _hours.True();
            await _anna.Writes(_channel, line, root);
        }
        await _hours.True();
        await Presses(_channel.Posted.Last(message => message.Buttons.Any(button => button.Title == "Add conversion")), "Add conversion");
        var (view, id) = (_anna.View!, _anna.View!.Id);
        await _anna.Chooses(view, "From", "S1 Research");
        await _anna.Chooses(view, "To", "S2 Choose");
        await _anna.Fills(view, "How many go on", "140 %");
        var before = _anna.Whispers(_channel).Count;
        await Submits();

        Assert.Equal(id, _anna.View!.Id);
        Assert.Equal("A percentage lies between 0 and 100, and 140 does not.", Assert.Single(view.Errors).Value);
        Assert.Equal(before, _anna.Whispers(_channel).Count);

        await _anna.Fills(view, "How many go on", "40 %");
        await Submits();
        Assert.Null(_anna.View);
        Assert.Equal(before + 1, _anna.Whispers(_channel).Count);
    }

    [Fact]
    public async Task Whoever_starts_from_the_bots_own_page_goes_on_in_the_form_and_finds_the_workshop_there()
    {
        await _anna.OpensHome();
        await _hours.True();
        await Presses(_anna.Home!, "Start a workshop");
        // One by one it would be asked in a chat where no channel can be chosen.
        Assert.Empty(_anna.View!.Buttons);
        await _anna.Fills(_anna.View, "What is mapped", "Getting a family e-bike");
        await _anna.Picks(_anna.View, "where", _channel.Id);
        await Submits();

        Assert.Contains("Kick-off", _anna.View!.Says, StringComparison.Ordinal);
        Assert.Empty(_anna.Whispers(_channel));
        Assert.Empty(_anna.Dm.Posted);
        Assert.Contains("Getting a family e-bike", _anna.Home!.Says, StringComparison.Ordinal);
    }

    async Task Presses(FakeSlackShown on, string title)
    {
        await _anna.Presses(on, title);
        await _hours.True();
    }

    async Task Submits()
    {
        await _anna.Submits();
        await _hours.True();
    }
}

using System.Text;
using WorkshopBot.Chats;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Workshops;

namespace WorkshopBot.Tests.Slack;

/// <summary>A channel that is shared with another organisation (Slack Connect), and people who are guests: they contribute there, and take nothing away.</summary>
public sealed class ConnectTests : SlackScene
{
    FakeSlackChannel _joint = null!;
    FakeSlackPerson _fred = null!;
    FakeSlackMessage? _root;

    async Task Shared()
    {
        _fred = Bot.Slack.Team("Bolt").Person("Fred");
        _joint = Team.Channel("joint", Anna, Ben, _fred).SharedWith(_fred.Team);
        foreach (var line in (string[])["start Getting a family e-bike", "goto stages", "Research, Choose", "goto goals"])
            await Writes(Anna, line);
        await Bot.Rests();
    }

    async Task<string> Writes(FakeSlackPerson who, string text, bool mention = true)
    {
        var before = who.Whispers(_joint).Count;
        var message = await who.Writes(_joint, text, _root, mention);
        _root ??= message;
        await Told();
        return string.Join('\n', who.Whispers(_joint).Skip(before).Select(whisper => whisper.Says));
    }

    [Fact]
    public async Task Who_opens_a_workshop_in_a_shared_channel_is_told_that_others_read_along()
    {
        await Shared();

        Assert.Contains(Anna.Whispers(_joint), message => message.Says.Contains("other organi", StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty((await Bot.Workshop(_joint))!.Tenancy.Shared);
    }

    [Fact]
    public async Task People_of_another_organisation_contribute_as_guests_under_their_own_key_and_do_nothing_else()
    {
        await Shared();
        await Writes(_fred, "Research: compare the true cost");
        await Writes(_fred, "Research: see it on the road", mention: false);
        await _fred.Types(_joint, "/journey", "Choose: pay by the month");
        await Told();

        var now = (await Bot.Workshop(_joint))!;
        Assert.Equal(3, now.Map.Count('G'));
        Assert.Equal([$"slack:{Team.Id}:{Anna.Id}", $"slack:{_fred.Team.Id}:{_fred.Id}"], now.Crew.All.Select(person => person.Key).OrderBy(key => key.EndsWith(_fred.Id, StringComparison.Ordinal)));
        foreach (var line in (string[])["export json", "next anyway", "goto data", "code", "admit", "close", "revoke links"])
        {
            await Writes(_fred, line);
            await _fred.Types(_joint, "/journey", line);
        }
        await _fred.Types(_joint, "/journey", "start Mine");
        await Told();
        Assert.Equal("goals", (await Bot.Workshop(_joint))!.StepId);
        Assert.Empty(Bot.Slack.Files);
        Assert.DoesNotContain(_fred.Whispers(_joint), message => message.Says.Contains("join ", StringComparison.Ordinal));
        Assert.Null(await Bot.Bot.Loop.Looking.FindMap("m-2"));
    }

    [Fact]
    public async Task A_form_and_the_map_open_for_them_and_questions_one_by_one_too_although_no_chat_of_their_own_is_there()
    {
        await Shared();
        var step = _joint.Posted.First(message => message.Buttons.Any(button => button.Title == "Add goal"));
        await _fred.Presses(step, "Add goal");
        await Until.True(() => _fred.View is { Submit.Length: > 0 });
        await _fred.Fills(_fred.View!, "Goal", "compare the true cost");
        await _fred.Chooses(_fred.View!, "Stage", "S1 Research");
        await _fred.Submits();
        await Told();
        Assert.Equal(1, (await Bot.Workshop(_joint))!.Map.Count('G'));

        await _fred.Presses(step, "Add goal");
        await Until.True(() => _fred.View is { Submit.Length: > 0 });
        var one = _fred.View!.Buttons.First(button => button.Title.Contains("one", StringComparison.OrdinalIgnoreCase) || button.Title.Contains("question", StringComparison.OrdinalIgnoreCase));
        await _fred.Presses(_fred.View!, one);
        await Told();
        // Nobody hears them in private, so it is the whole form.
        await _fred.Chooses(_fred.View!, "Stage", "S2 Choose");
        await _fred.Fills(_fred.View!, "Goal", "pay by the month");
        await _fred.Submits();
        await Told();
        Assert.Equal(2, (await Bot.Workshop(_joint))!.Map.Count('G'));
    }

    [Fact]
    public async Task A_form_they_close_keeps_what_they_typed_and_nothing_is_noted_of_a_workspace_the_bot_is_not_in()
    {
        await Shared();
        var step = _joint.Posted.First(message => message.Buttons.Any(button => button.Title == "Add goal"));
        await _fred.Presses(step, "Add goal");
        await Until.True(() => _fred.View is { Submit.Length: > 0 });
        await _fred.Fills(_fred.View!, "Goal", "compare the true cost");
        await _fred.Closes();
        await Told();
        await _fred.Presses(step, "Add goal");
        await Until.True(() => _fred.View is { Submit.Length: > 0 });
        Assert.Equal("compare the true cost", _fred.Holds(_fred.View!, "Goal"));

        var book = new ChatBook(Bot.Rows);
        Assert.Null(await book.Find($"slack-tenant:{_fred.Team.Id}", default));
        Assert.Null(await book.Find($"slack-sees:{_fred.Team.Id}", default));
        Assert.Equal($"-/{Team.Id}", Encoding.UTF8.GetString((await book.Find($"slack-sees:{Team.Id}", default))!.Value.Span));
    }

    [Fact]
    public async Task Closing_where_others_read_along_is_asked_back_with_a_button_and_only_then_done()
    {
        await Shared();
        foreach (var line in (string[])["goto close", "owner @Anna", "review in 3 months"])
            await Writes(Anna, line);
        await Bot.Rests();

        Assert.Contains("other organisations", await Writes(Anna, "close"), StringComparison.Ordinal);
        await Bot.Rests();
        Assert.Equal(Phase.Running, (await Bot.Workshop(_joint))!.Phase);
        var asked = Anna.Whispers(_joint)[^1];
        Assert.Contains("#joint", asked.Says, StringComparison.Ordinal);
        await Anna.Presses(asked, "Close anyway");
        await Bot.Rests();
        Assert.Equal(Phase.Closed, (await Bot.Bot.Loop.Looking.FindMap("m-1"))!.Phase);
        Assert.Contains(_joint.Posted, message => message.Says.Contains("Closed with open points", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_channel_of_their_own_people_close_at_once()
    {
        await Begins();
        foreach (var line in (string[])["goto close", "owner @Anna", "review in 3 months", "close"])
            await Says(Anna, line);

        Assert.Equal(Phase.Closed, (await Bot.Bot.Loop.Looking.FindMap("m-1"))!.Phase);
    }

    [Fact]
    public async Task Guests_of_the_workspace_contribute_and_take_no_export_with_them()
    {
        Ben.IsGuest = true;
        await Begins();
        await Says(Ben, "Research: compare the true cost");
        await Ben.Types(Channel, "/journey", "export json");
        await Told();

        Assert.Equal(1, await Goals());
        Assert.Empty(Bot.Slack.Files);
        Assert.Contains("guest", Ben.Whispers(Channel)[^1].Says, StringComparison.OrdinalIgnoreCase);
        Cleo.IsGuest = false;
        await Cleo.Types(Channel, "/journey", "export json");
        await Told();
        Assert.Single(Bot.Slack.Files);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Guests_of_the_workspace_open_and_lead_nothing_by_whichever_way_they_try(bool isOfOneChannel)
    {
        (Ben.IsGuest, Ben.IsOneChannelGuest) = (!isOfOneChannel, isOfOneChannel);
        await Ben.Types(Channel, "/journey", "start Mine");
        await Says(Ben, "start Mine");
        await Says(Ben, "start Mine", Ben.Dm);
        await Told();
        Assert.Contains("opened and led by members", Ben.Whispers(Channel)[^1].Says, StringComparison.Ordinal);
        Assert.Contains("opened and led by members", Ben.Reads(Ben.Dm), StringComparison.Ordinal);
        await Ben.OpensHome();
        await Until.True(() => Ben.Home is not null);
        Assert.DoesNotContain(Ben.Home!.Buttons, button => button.Title == "Start a workshop");
        await Ben.Uses("start_workshop");
        await Until.True(() => Ben.View is { Submit.Length: > 0 });
        await Ben.Fills(Ben.View!, "What is mapped", "Mine");
        await Ben.Picks(Ben.View!, "where", Channel.Id);
        await Ben.Submits();
        await Told();
        Assert.Null(await Bot.Workshop(Channel));
        Assert.Null(await Bot.Bot.Loop.Looking.FindMap("m-1"));

        await Begins();
        foreach (var line in (string[])["next anyway", "goto data", "code", "admit", "close", "throw away", "revoke links", "takeover", "handover @Ben", "export json"])
        {
            await Says(Ben, line);
            await Ben.Types(Channel, "/journey", line);
        }
        await Told();
        Assert.Equal("goals", (await Now()).StepId);
        Assert.Equal(Anna.Id, (await Now()).Crew.All.Single(person => person.Leads).Key.Split(':')[2]);
        Assert.Empty(Bot.Slack.Files);
        await Says(Ben, "Research: compare the true cost");
        Assert.Equal(1, await Goals());
    }

    [Fact]
    public async Task Each_person_reads_their_own_language_and_dates_by_their_own_clock()
    {
        (Ben.Locale, Ben.Zone, Cleo.Locale, Cleo.Zone) = ("de-DE", "Europe/Berlin", "en-US", "America/Los_Angeles");
        await Begins();
        await Says(Ben, "Research: die wahren Kosten vergleichen");
        await Says(Cleo, "Research: see it on the road");

        Assert.Contains("steht bei Research", Ben.Whispers(Channel)[^1].Says, StringComparison.Ordinal);
        Assert.Contains("is on Research", Cleo.Whispers(Channel)[^1].Says, StringComparison.Ordinal);
        Assert.Contains(Channel.Posted, message => message.Says.Contains("Goals, step 3 of 7", StringComparison.Ordinal));
        await Ben.Presses(Channel.Posted.First(message => message.Buttons.Any(button => button.Title == "Add goal")), "Add goal");
        await Until.True(() => Ben.View is { Submit.Length: > 0 });
        Assert.Contains("Ziel", Ben.View!.Says, StringComparison.Ordinal);
        var now = await Now();
        Assert.Equal(("Europe/Berlin", "America/Los_Angeles"), (now.Crew.All.Single(person => person.Name == "Ben").Zone, now.Crew.All.Single(person => person.Name == "Cleo").Zone));
        await Ben.OpensHome();
        await Until.True(() => Ben.Home is not null);
        Assert.DoesNotContain("Your workshops", Ben.Home!.Says, StringComparison.Ordinal);
    }
}

using WorkshopBot.Fakes.Connector;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests.Teams;

namespace WorkshopBot.Tests.TwoChats;

/// <summary>One workshop in a channel of Slack and one of Teams, through the doors of both.</summary>
public sealed class BothTests : BothScene
{
    [Fact]
    public async Task Without_admission_nothing_of_the_workshop_crosses_and_only_its_facilitator_is_asked()
    {
        await Begins();
        await Says(Ben, "Research: count the spokes");
        await Says(Emil, $"join {await NewCode()}");
        await Bot.Rests();

        var asked = Asked(Anna);
        foreach (var part in (string[])["Teams", Bot.Teams.TenantId, "CX Team", "Emil", "Renting velvet bicycles"])
            Assert.Contains(part, asked.Says, StringComparison.Ordinal);
        Assert.Equal(["Admit", "Refuse"], asked.Buttons.Select(button => button.Title));
        Assert.Empty(Ben.Dm.Posted);
        await Says(Dora, "show map");
        await Says(Dora, "Research: see the price");
        await Says(Emil, "show map", Emil.Chat);
        Nothing(Crossed());
        Assert.Equal(1, (await Now()).Map.Count('G'));

        await Anna.Presses(asked, "Refuse");
        await Bot.Rests();
        Nothing(Crossed());
        Assert.Contains(Emil.Chat.Posted, message => message.Says("not admitted"));
        Assert.DoesNotContain(asked.Buttons, button => button.Title == "Admit");
    }

    [Fact]
    public async Task People_of_both_chats_contribute_in_every_way_and_both_boards_and_steps_show_the_same()
    {
        await Begins();
        await Admits();

        await Types(Ben, "Research: compare the true cost");
        await Says(Ben, "Research: see it on the road", mention: false);
        await Ben.Presses(Channel.Posted.First(message => message.Buttons.Any(button => button.Title == "Add goal")), "Add goal");
        await Until.True(() => Ben.View is { Submit.Length: > 0 });
        await Ben.Fills(Ben.View!, "Goal", "try one for a week");
        await Ben.Chooses(Ben.View!, "Stage", "S1 Research");
        await Ben.Submits();
        await Bot.Rests();
        Thread = Place.Posted[0].Root;
        await Says(Dora, "Choose: pay by the month");
        var step = Place.Posted.Single(message => message.Actions.Any(action => action.Title == "Add goal"));
        var dialog = Dialog.Of((await Bot.Does(Emil.Presses(step, step.Actions.First(action => action.Title == "Add goal")))).Body!);
        await Bot.Does(Emil.SendsDialog(step, dialog.Card.Carries(dialog.Card.Titles().First(title => title is "Add" or "Add it" or "Send" or "Add goal"), ("text", "pick a colour"), ("stage", "S2"))));
        await Bot.Rests();

        var now = await Now();
        Assert.Equal(5, now.Map.Count('G'));
        Assert.Equal(["Anna", "Ben", "Dora", "Emil"], now.Crew.All.Select(person => person.Name).Order(StringComparer.Ordinal));
        foreach (var title in (string[])["Journey map, as it is", "Goals, step 3 of 7", "Stages: what came of it"])
        {
            var (here, there) = Shown(Channel, Place, title);
            Assert.Equal(Words(here), Words(there.Card));
        }
        Assert.Contains("pick a colour", Shown(Channel, Place, "Goals, step 3").Slack.Says, StringComparison.Ordinal);
        Assert.True(Shown(Channel, Place, "Goals, step 3").Teams.Says("try one for a week"));
    }

    [Fact]
    public async Task Taken_out_by_leave_a_room_learns_nothing_more_and_changes_nothing_more()
    {
        await Begins();
        await Admits();
        Thread = Place.Posted[0].Root;
        await Says(Dora, "Research: compare the true cost");
        await Bot.Rests();

        await Types(Anna, "leave 1");
        await Until.True(async () => await Bot.Bot.Loop.Looking.WorkshopOf(Bot.Key(Place)) is null);
        await Bot.Rests();
        await Says(Dora, "Research: one more");
        await Says(Dora, "Research: and one", Dora.Chat);
        await Says(Ben, "Research: a secret of ours");
        await Bot.Rests();

        Assert.Equal(2, (await Now()).Map.Count('G'));
        Assert.DoesNotContain(Place.Messages.Concat(Dora.Chat.Messages), message => message.By is null && message.Versions.Any(version => version.ToJsonString().Contains("secret of ours", StringComparison.Ordinal)));
        // The board says why, and what stood there stays; its buttons do nothing.
        Assert.Single(Place.Posted, message => message.Says("no longer") || message.Says("no more"));
        var step = Place.Posted.Single(message => message.Actions.Any(action => action.Title == "Add goal"));
        Assert.DoesNotContain("Research", (await Bot.Does(Dora.Presses(step, step.Actions.First(action => action.Title == "Add goal")))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_way_round_a_channel_of_Slack_is_admitted_to_a_workshop_of_Teams()
    {
        await BeginsInTeams();
        var code = CodeIn(await Says(Dora, "code", Dora.Chat));
        Assert.Contains("Asked", await Types(Ben, $"join {code}"), StringComparison.Ordinal);
        await Bot.Rests();
        Assert.DoesNotContain("velvet", Ben.Reads(Channel) + Ben.Reads(Ben.Dm) + Anna.Reads(Channel), StringComparison.Ordinal);
        var asked = Dora.Chat.Posted.Last(message => message.Actions.Any(action => action.Title == "Admit"));
        foreach (var part in (string[])["Slack", Acme.Id, "#journeys", "Ben"])
            Assert.True(asked.Says(part), asked.Shown.ToJsonString());

        await Bot.Does(Dora.Presses(asked, asked.Actions.First(action => action.Title == "Admit")));
        await Until.True(async () => await Bot.Bot.Loop.Looking.WorkshopOf(BothServed.Key(Channel)) == "m-1");
        await Bot.Rests();
        Root = Channel.Posted[0];
        await Says(Ben, "Research: compare the true cost");
        await Says(Dora, "Choose: pay by the month");
        await Bot.Rests();

        Assert.Equal(2, (await Now()).Map.Count('G'));
        foreach (var title in (string[])["Journey map, as it is", "Goals, step 3 of 7"])
        {
            var (here, there) = Shown(Channel, Place, title);
            Assert.Equal(Words(here), Words(there.Card));
        }
        // Who did not start it leads nothing there.
        Assert.Contains("facilitator", await Types(Ben, "next anyway"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("facilitator", await Types(Ben, "code"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Wrong_used_expired_and_foreign_codes_are_answered_in_the_same_words_and_who_guesses_is_not_heard_for_an_hour()
    {
        await BeginsInTeams();
        async Task<string> Told(FakeSlackPerson who, string code) => (await Types(who, $"join {code}")).Split('\n').First(line => line.Contains("code", StringComparison.Ordinal) || line.StartsWith("Asked", StringComparison.Ordinal));
        var wrong = await Told(Ben, "AAAA-AAAA");
        Assert.Contains("does not work", wrong, StringComparison.Ordinal);
        var used = CodeIn(await Says(Dora, "code", Dora.Chat));
        await Types(Anna, $"join {used}");
        await Says(Dora, "refuse", Dora.Chat);
        Assert.Equal(wrong, await Told(Ben, used));
        Assert.Equal(wrong, await Told(Ben, CodeIn(await Says(Dora, "me", Dora.Chat))));
        var expired = CodeIn(await Says(Dora, "code", Dora.Chat));
        Time.Skip(TimeSpan.FromDays(1));
        Assert.Equal(wrong, await Told(Ben, expired));

        // Five wrong ones, and a right one is as good as a wrong one.
        for (var i = 0; i < 5; i++)
            Assert.Equal(wrong, await Told(Ben, $"AAAA-AAA{i}"));
        var right = CodeIn(await Says(Dora, "code", Dora.Chat));
        Assert.Equal(wrong, await Told(Ben, right));
        Assert.Empty((await Now()).Tenancy.Pending);
        Time.Skip(TimeSpan.FromHours(1));
        Assert.NotEqual(wrong, await Told(Ben, right));
        Assert.Single((await Now()).Tenancy.Pending);
    }

    [Fact]
    public async Task Two_people_who_are_one_say_so_by_a_code_from_one_chat_to_the_other()
    {
        await Begins();
        await Admits();
        Thread = Place.Posted[0].Root;
        var code = CodeIn(await Types(Ben, "me"));
        Assert.Contains("does not work", await Types(Ben, $"me {code}"), StringComparison.Ordinal);
        Assert.Empty((await Now()).Linked);

        await Says(Dora, $"me {code}");
        var now = await Now();
        var (ben, dora) = (BothServed.Key(Ben), now.Crew.All.Single(person => person.Name == "Dora").Key);
        Assert.Equal(now.VoterOf(ben), now.VoterOf(dora));
        Assert.NotEqual(now.VoterOf(BothServed.Key(Anna)), now.VoterOf(dora));
        // Once, and for ten minutes.
        await Says(Emil, $"me {code}");
        var late = CodeIn(await Types(Anna, "me"));
        Time.Skip(TimeSpan.FromMinutes(10));
        await Says(Emil, $"me {late}");
        Assert.Single((await Now()).Linked.Values.Distinct());
    }

    IEnumerable<FakeMessage> Crossed() => Place.Messages.Concat(Dora.Chat.Messages).Concat(Emil.Chat.Messages).Where(message => message.By is null);

    static void Nothing(IEnumerable<FakeMessage> told)
    {
        foreach (var message in told)
            foreach (var secret in (string[])["velvet", "spokes", "Anna", "Ben ", "#journeys"])
                Assert.True(message.Versions.All(version => !version.ToJsonString().Contains(secret, StringComparison.Ordinal)), $"{secret}: {message.Shown.ToJsonString()}");
    }
}

using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams;

/// <summary>The Connector says no, or nothing: no contribution is lost, and what can be known to be there is never there twice.</summary>
public sealed class RefusedCallTests : InChannel
{
    static readonly Fault[] Definite = [Fault.Throttled(7), Fault.Throttled(), Fault.Conflict, Fault.Unavailable(3)];
    static readonly Fault[] Unclear = [Fault.Unavailable(), Fault.Error(), Fault.Error(502), Fault.Page(504), Fault.DropBefore, Fault.DropAfter];

    [Fact]
    public async Task A_post_that_is_refused_for_now_is_made_later_and_once()
    {
        await Started();
        foreach (var fault in Definite)
        {
            Teams.Next(fault, 2, FakeCall.Create);
            Teams.Next(fault, 2, FakeCall.Send);
            await Says(Ann, "next anyway");
            await Kept();
        }
        Assert.Equal("touchpoints", (await Workshop()).StepId);
        Assert.Equal(0, Teams.ThrottleHits);
    }

    [Fact]
    public async Task A_wait_that_the_Connector_asks_for_is_kept_by_all_that_is_written_in_the_channel()
    {
        await Started("next anyway");
        Teams.Next(Fault.Throttled(40), 1, FakeCall.Edit);
        await Hours.Bot.Does(Ben.Writes(Channel, "persona: Maya", Root));
        await Hours.Pass(TimeSpan.FromSeconds(5));
        var calls = Asked(Channel).Count;
        var line = (await Hours.Bot.Does(Ann.Writes(Channel, "persona: Tom", Root)))!;
        await Hours.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(calls, Asked(Channel).Count);
        await Hours.True();
        Assert.Equal(["like"], line.Reactions);
        await Kept();
    }

    [Fact]
    public async Task An_edit_that_fails_in_whatever_way_is_made_again_until_the_message_is_true()
    {
        await Started("next anyway");
        var messages = Channel.Posted.Count;
        foreach (var fault in Definite.Concat(Unclear))
        {
            Teams.Next(fault, 3, FakeCall.Edit);
            var line = await Says(Ben, $"persona: Maya {Channel.Messages.Count}");
            Assert.Equal(["like"], line.Reactions);
            await Kept();
        }
        Assert.Equal((messages, Definite.Length + Unclear.Length), (Channel.Posted.Count, (await Workshop()).Map.On('P').Count()));
    }

    [Fact]
    public async Task A_sign_that_cannot_be_put_is_missed_by_nobody_and_the_next_one_is_put()
    {
        await Started("next anyway");
        foreach (var fault in (Fault[])[.. Definite, .. Unclear, Fault.NoPermission])
        {
            Teams.Next(fault, 1, FakeCall.React);
            var line = await Says(Ben, $"persona: Maya {Channel.Messages.Count}");
            Assert.Equal(fault == Fault.DropAfter ? ["like"] : [], line.Reactions);
            await Kept();
        }
        Assert.Equal(["like"], (await Says(Ben, "persona: Tom")).Reactions);
        Assert.Equal(Definite.Length + Unclear.Length + 2, (await Workshop()).Map.On('P').Count());
    }

    [Fact]
    public async Task A_reply_that_is_refused_for_now_comes_later_and_once_and_one_of_which_nothing_is_heard_is_not_repeated()
    {
        await Started("next anyway");
        foreach (var fault in Definite)
        {
            Teams.Next(fault, 2, FakeCall.Send);
            await Says(Ben, "edit P9 nobody");
            await Kept(more: 1);
            // Put right, it goes.
            await Says(Ben, $"persona: Maya {Channel.Messages.Count}");
            await Kept();
        }
        Teams.Next(Fault.DropAfter, 1, FakeCall.Send);
        await Says(Ben, "edit P9 nobody");
        await Kept(more: 1);
    }

    [Fact]
    public async Task What_is_told_once_and_may_have_arrived_is_shown_to_who_leads_and_posted_again_only_by_a_press()
    {
        await Started();
        foreach (var fault in Unclear)
        {
            var (step, posts) = ((await Workshop()).StepId, Teams.Counts(Channel).Posts);
            Teams.Next(fault, 1, FakeCall.Create);
            await Says(Ann, "next anyway");
            await Hours.Skip(TimeSpan.FromMinutes(10));
            await Says(Ben, "park a bell");
            // It is there where only the answer was lost, and nobody can know that.
            var there = fault == Fault.DropAfter ? 1 : 0;
            Assert.Equal(posts + there, Teams.Counts(Channel).Posts);
            await Kept(more: there, $"outcome:{step}");

            var menu = await Menu();
            Assert.Contains("May not have arrived", menu.ToJsonString(), StringComparison.Ordinal);
            await Press(menu, "Post again");
            Assert.Equal(posts + there + 1, Teams.Counts(Channel).Posts);
            Assert.DoesNotContain("May not have arrived", (await Menu()).ToJsonString(), StringComparison.Ordinal);
            // A second click posts nothing more.
            await Press(menu, "Post again");
            Assert.Equal(posts + there + 1, Teams.Counts(Channel).Posts);
            if (there == 0)
                await Kept();
        }
    }

    [Fact]
    public async Task A_digest_that_may_have_arrived_is_not_posted_again_but_by_a_press()
    {
        await Started("goto close", "owner @Ann", "review in 3 months");
        var posts = Teams.Counts(Channel).Posts;
        Teams.Next(Fault.DropBefore, 1, FakeCall.Create);
        await Says(Ann, "close");
        await Hours.Skip(TimeSpan.FromMinutes(10));
        Assert.Equal(posts, Teams.Counts(Channel).Posts);
        await Kept(0, "digest");
        await Press(await Menu(), "Post again");
        await Kept();
        Assert.Equal(posts + 1, Teams.Counts(Channel).Posts);
    }

    [Fact]
    public async Task An_invitation_that_may_have_arrived_is_not_sent_again_but_by_a_press()
    {
        await Started("mode: async");
        Teams.Next(Fault.DropBefore, 1, FakeCall.Send, Ben.Chat.Id);
        await Says(Ann, "next anyway");
        await Hours.Skip(TimeSpan.FromMinutes(10));
        Assert.Empty(Ben.Chat.Posted);
        var menu = await Menu();
        Assert.Contains("Personas: the question to Ben", menu.ToJsonString(), StringComparison.Ordinal);
        await Press(menu, "Post again");
        Assert.Single(Ben.Chat.Posted);
        await Kept();
    }

    [Fact]
    public async Task A_board_and_an_open_step_of_which_nothing_is_heard_are_posted_anew_so_that_a_lost_answer_may_leave_two()
    {
        foreach (var (fault, index) in Unclear.Select((fault, index) => (fault, index + 1)))
        {
            var channel = Teams.Channel($"Journeys {index}", members: [Ann]);
            Teams.Next(fault, 1, FakeCall.Send, channel.Id);
            var root = (await Hours.Bot.Does(Ann.Writes(channel, "start Getting a family e-bike")))!.Id;
            await Hours.True($"m-{index}");
            Teams.Next(fault, 1, FakeCall.Send, channel.Id);
            await Hours.Bot.Does(Ann.Writes(channel, "next anyway", root));
            await Hours.True($"m-{index}");
            // Of two, the one that is known is kept true, and the other is left as it was.
            var workshop = (await Hours.Bot.Workshop(channel))!;
            Assert.Equal("personas", workshop.StepId);
            KeptCards.AreKept(channel, workshop, more: fault == Fault.DropAfter ? 3 : 0, except: fault == Fault.DropAfter ? ["step:personas"] : []);
            Assert.Equal(fault == Fault.DropAfter ? 2 : 1, channel.Showing(KeptCards.Due(workshop)["step:personas"]).Count());
        }
    }
}

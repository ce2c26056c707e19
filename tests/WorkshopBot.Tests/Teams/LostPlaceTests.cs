using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams;

/// <summary>Rooms and people who cannot be written to, messages that somebody took away, and the way back.</summary>
public sealed class LostPlaceTests : InChannel
{
    [Fact]
    public async Task A_channel_that_is_closed_to_the_bot_is_left_alone_until_somebody_speaks_there_and_then_caught_up_with()
    {
        await Started("next anyway");
        foreach (var (fault, why) in ((Fault, string)[])[
            (Fault.Disabled, "the bot is switched off there"), (Fault.NotInRoster, "the bot is not a member there"), (Fault.NoPermission, ""), (Fault.WritesBlocked, ""), (Fault.ConversationGone, "")])
        {
            foreach (var call in (FakeCall[])[FakeCall.Edit, FakeCall.Send, FakeCall.Create])
                Teams.Next(fault, int.MaxValue, call);
            await Says(Ben, $"persona: Maya {Channel.Messages.Count}");
            var calls = Asked(Channel).Count;
            // What is said elsewhere is saved all the same; nothing is tried in the channel.
            await Hours.Says(Ann, Ann.Chat, $"persona: Tom {Channel.Messages.Count}");
            await Hours.Skip(TimeSpan.FromHours(2));
            Assert.Equal(calls, Asked(Channel).Count);
            Assert.Contains($"A room of this workshop cannot be reached: {why}", (await Menu()).ToJsonString(), StringComparison.Ordinal);

            Teams.Mend();
            await Says(Ben, "park a bell");
            await Kept();
            Assert.DoesNotContain("cannot be reached", (await Menu()).ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_to_be_posted_in_a_closed_channel_is_posted_once_when_it_is_open_again()
    {
        await Started();
        Teams.Next(Fault.WritesBlocked, int.MaxValue, FakeCall.Create);
        await Says(Ann, "next anyway");
        Assert.Equal(0, Teams.Counts(Channel).Posts);
        Teams.Mend();
        // An event of the team is as good as a word.
        await Hours.Bot.Does(Ann.Changes(Channel, "teamUnarchived"));
        await Hours.Until(() => Teams.Counts(Channel).Posts > 0);
        await Kept();
        Assert.Equal(1, Teams.Counts(Channel).Posts);
    }

    [Fact]
    public async Task Somebody_who_blocked_the_bot_is_shown_to_who_leads_and_written_to_again_only_after_a_word_of_theirs()
    {
        await Started("mode: async");
        Teams.Next(Fault.Blocked, int.MaxValue, FakeCall.Send, Ben.Chat.Id);
        await Says(Ann, "next anyway");
        Assert.Contains("Ben cannot be reached: has blocked the bot", (await Menu()).ToJsonString(), StringComparison.Ordinal);
        var calls = Asked(Ben.Chat).Count;
        await Says(Ann, "next anyway");
        await Says(Ann, "next anyway");
        await Hours.Skip(TimeSpan.FromHours(2));
        Assert.Equal(calls, Asked(Ben.Chat).Count);
        Assert.Contains("Ben cannot be reached: has blocked the bot", (await Menu()).ToJsonString(), StringComparison.Ordinal);

        Teams.Mend();
        await Hours.Says(Ben, Ben.Chat, "help");
        // The answer, and the question that is open now; what was asked in between is over.
        Assert.Equal(2, Ben.Chat.Posted.Count);
        Assert.DoesNotContain("cannot be reached", (await Menu()).ToJsonString(), StringComparison.Ordinal);
        await Kept();
    }

    [Fact]
    public async Task Somebody_who_took_the_bot_out_of_their_own_chat_is_asked_when_it_is_back()
    {
        await Started("mode: async");
        Teams.Next(Fault.NotInRoster, int.MaxValue, FakeCall.Send, Ben.Chat.Id);
        await Says(Ann, "next anyway");
        Assert.Contains("Ben cannot be reached", (await Menu()).ToJsonString(), StringComparison.Ordinal);
        Teams.Mend();
        await Hours.Bot.Does(Ben.Installs(Ben.Chat, "add-upgrade"));
        await Hours.Until(() => Ben.Chat.Posted.Count > 0);
        Assert.Single(Ben.Chat.Posted);
        Assert.DoesNotContain("cannot be reached", (await Menu()).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_deletes_the_board_or_the_open_step_finds_it_back_once_a_step_and_what_else_is_deleted_stays_away()
    {
        await Started("next anyway");
        foreach (var key in (string[])["board", "step:personas", "outcome:kickoff"])
            Channel.Delete(Channel.The(await Workshop(), key));
        await Says(Ben, "persona: Maya");
        await Kept(0, "outcome:kickoff");
        foreach (var key in (string[])["board", "step:personas"])
            Channel.Delete(Channel.The(await Workshop(), key));
        await Says(Ben, "persona: Tom");
        await Says(Ben, "persona: Ida");
        await Kept(0, "outcome:kickoff", "board", "step:personas");
        await Says(Ann, "next anyway");
        await Kept(0, "outcome:kickoff", "step:personas");
    }
}

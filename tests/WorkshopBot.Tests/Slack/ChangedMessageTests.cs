using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>People change what they wrote, and the map follows.</summary>
public sealed class ChangedMessageTests : SlackScene
{
    [Fact]
    public async Task A_mention_that_is_edited_or_deleted_takes_what_it_made_along()
    {
        await Begins();
        var said = await Says(Ben, "Research: compare the cost");
        await Ben.Edits(said, "Research: compare every cost");
        await Told();
        Assert.Equal(1, await Goals());
        Assert.Contains("every cost", (await Text()), StringComparison.Ordinal);
        await Ben.Deletes(said);
        await Told();
        Assert.Equal(0, await Goals());
    }

    [Fact]
    public async Task A_line_of_the_thread_and_one_of_the_own_chat_too()
    {
        await Begins();
        var line = await Ben.Writes(Channel, "Research: compare the cost", Root, mention: false);
        await Told();
        var own = await Says(Ben, "Research: see it on the road", Ben.Dm);
        await Ben.Edits(line, "Research: compare every cost");
        await Ben.Edits(own, "Research: see it on a hill");
        await Told();
        var text = await Text();
        Assert.Contains("every cost", text, StringComparison.Ordinal);
        Assert.Contains("on a hill", text, StringComparison.Ordinal);
        Assert.Equal(2, await Goals());
        await Ben.Deletes(line);
        await Ben.Deletes(own);
        await Told();
        Assert.Equal(0, await Goals());
    }

    [Fact]
    public async Task An_edit_that_only_brings_a_preview_of_a_link_changes_nothing()
    {
        await Begins();
        var said = await Says(Ben, "Research: compare the cost https://example.com");
        var (version, told) = ((await Bot.Bot.Loop.Looking.Read("m-1")).Version, Ben.Whispers(Channel).Count);
        await Ben.Previews(said, "https://example.com");
        await Told();
        Assert.Equal(version, (await Bot.Bot.Loop.Looking.Read("m-1")).Version);
        Assert.Equal(told, Ben.Whispers(Channel).Count);
    }

    [Fact]
    public async Task Talk_that_is_edited_into_a_line_is_one_and_back_again_it_is_none()
    {
        await Begins();
        var talk = await Ben.Writes(Channel, "shall we meet at five?", Root, mention: false);
        await Told();
        Assert.Equal(0, await Goals());
        await Ben.Edits(talk, "Research: compare the cost");
        await Told();
        Assert.Equal(1, await Goals());
        await Ben.Edits(talk, "shall we meet at six?");
        await Told();
        Assert.Equal(0, await Goals());
    }

    async Task<string> Text() => string.Join('\n', (await Now()).Map.LiveOn('G').Select(goal => goal.Kind.Main.Again(goal.Item)));
}

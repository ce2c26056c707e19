using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>Workspaces that do not know a block yet: what it says is told all the same.</summary>
public sealed class UnknownBlockTests : InSlack
{
    [Fact]
    public async Task Where_charts_are_not_known_what_came_of_a_step_is_posted_without_its_chart()
    {
        Slack.UnknownBlocks.Add("data_visualization");
        await Started("goto personas", "persona: Maya", "goto stages", "Research, Choose", "goto touchpoints", "Research feels confused 2, wants confident 4", "next anyway");
        Assert.Contains(Slack.Requests, request => request is { Method: "chat.postMessage", Error: "invalid_blocks" } && request.Arguments["blocks"]!.ToString().Contains("data_visualization", StringComparison.Ordinal));
        var outcome = Channel.Posted.Last(message => !message.IsReply);
        Assert.NotEmpty(outcome.Blocks);
        Assert.Contains("confused", outcome.Says, StringComparison.Ordinal);
        // The rest is as it is everywhere.
        await Kept(1, "outcome:touchpoints");
    }

    [Fact]
    public async Task Where_not_even_texts_in_blocks_are_known_everybody_reads_plain_words()
    {
        await Started();
        Slack.UnknownBlocks.Add("rich_text");
        var (told, alone) = (Ben.Whispers(Channel).Count, Ben.Dm.Posted.Count);
        await Hours.Does(Ben.Types(Channel, "/journey", "show P9"));
        await Hours.True();
        var whisper = Ben.Whispers(Channel)[told];
        Assert.Equal((true, 0), (whisper.Says.Contains("P9", StringComparison.Ordinal), whisper.Blocks.Count));
        await Tells(Ben, "show P9");
        var direct = Ben.Dm.Posted[alone];
        Assert.Equal((true, 0), (direct.Says.Contains("P9", StringComparison.Ordinal), direct.Blocks.Count));
    }
}

namespace WorkshopBot.Tests.Turns;

/// <summary>A line that looks like a customer's personal data is taken when its person sends it again (L29).</summary>
public sealed class ConfirmTests
{
    const string Line = "Research: ask Mrs Miller, miller@example.com";

    [Fact]
    public async Task Sent_again_it_is_taken_once()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        await talk.Refuses("bob", Line, id: "one");
        await talk.Restart();
        await talk.Takes("bob", Line, id: "two");
        await talk.Takes("bob", Line, id: "two");
        Assert.Equal(1, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task Delivered_again_it_is_still_only_warned_of()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        await talk.Refuses("bob", Line, id: "one");
        await talk.Refuses("bob", Line, id: "one");
        await talk.Refuses("eve", Line);
        Assert.Equal(0, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task Several_lines_of_a_message_are_confirmed_together()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        var message = $"{Line}\nResearch: call +44 20 7946 0958";
        await talk.Refuses("bob", message);
        await talk.Takes("bob", message);
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));
    }

    [Fact]
    public async Task It_works_the_same_in_a_private_chat()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        await talk.Takes("bob", "Research: compare prices");
        await talk.Refuses("bob", Line, isPrivate: true);
        await talk.Takes("bob", Line, isPrivate: true);
        Assert.Equal(2, (await talk.Map()).Map.Count('G'));
    }
}

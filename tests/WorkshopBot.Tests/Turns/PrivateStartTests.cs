namespace WorkshopBot.Tests.Turns;

/// <summary>A workshop that is started, and the private chat of whoever starts it.</summary>
public sealed class PrivateStartTests
{
    [Fact]
    public async Task A_map_to_be_starts_from_one_the_person_takes_part_in_and_from_no_other()
    {
        await using var talk = new Talk();
        await talk.StartGoals("one");
        await talk.Takes("ann", "Research: compare prices", "one");
        await talk.Refuses("eve", "start to-be Better from m-1", "hers");
        await talk.Takes("ann", "start to-be Better from m-1", "two");
        var better = await talk.Map("two");
        Assert.Equal((true, "m-1", 1), (better.ToBe, better.LinkedTo, better.Map.Count('G')));
        await talk.Restart();
        Assert.Equal(1, (await talk.Map("two")).Map.Count('G'));
    }

    [Fact]
    public async Task Who_starts_a_workshop_in_a_room_speaks_to_it_in_private_unless_the_chat_may_speak_to_another()
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start One", "one");
        await talk.Takes("ann", "why: growth", isPrivate: true);
        Assert.Equal("growth", (await talk.Map("one")).Frame.Purpose);
        await talk.Takes("ann", "start Two", "two");
        await talk.Takes("ann", "why: calm", isPrivate: true);
        Assert.Equal("calm", (await talk.Map("one")).Frame.Purpose);
        await talk.Takes("bob", "park a bell", "one");
        await talk.Takes("bob", "start Three", "three");
        await talk.Refuses("bob", "park a lamp", isPrivate: true);
        await talk.Takes("bob", "switch Three", isPrivate: true);
        Assert.Equal(1, (await talk.Map("three")).Map.Count('K'));
    }

    [Fact]
    public async Task A_workshop_started_in_private_has_the_private_chat_as_its_room()
    {
        await using var talk = new Talk();
        await talk.Takes("ann", "start Mine", isPrivate: true);
        await talk.Takes("ann", "why: growth", isPrivate: true);
        await talk.Refuses("ann", "start Another", isPrivate: true);
        Assert.Equal("growth", (await talk.Map("@ann")).Frame.Purpose);
        await talk.Refuses("bob", "show map", isPrivate: true);
    }
}

using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>People are found by what the platform says their mention means, and only then by their name (settled: "Persons").</summary>
public sealed class MentionTests
{
    private readonly Team team = Team.Started().Until("touchpoints").Given("Ann: Purchase: Hand-over");

    private Answered Mentions(string text, params (string Name, string Key)[] people)
    {
        var answer = Conversation.Hear(team.Heard("m", "Ann", text) with { Mentions = [.. people.Select(one => new PersonRef(one.Key, one.Name))] }, team.Workshop);
        Assert.Equal(answer.Refused, answer.Events.IsEmpty);
        return answer;
    }

    private static PersonRef? Owner(Answered answer) => ((Touchpoint)answer.After.Map.Find(new Ref('T', 1))!.Item).Owner;

    private void Joins(string key, string name) => team.Happened(new WorkshopEvent.Joined(key, name, "UTC", ""));

    [Fact]
    public void Of_two_people_of_one_name_a_mention_means_the_one_the_platform_says()
    {
        Joins("test:local:ben-1", "Ben");
        Joins("test:local:ben-2", "Ben");
        Assert.Equal(new PersonRef("test:local:ben-2", "Ben"), Owner(Mentions("T1 | owner @Ben", ("Ben", "test:local:ben-2"))));
        Assert.Contains("Several people are called \"Ben\": test:local:ben-1, test:local:ben-2", Team.Text(Mentions("T1 | owner @Ben")), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_people_of_one_name_in_one_message_are_not_guessed_at()
    {
        var answer = Mentions("T1 | owner @Ben", ("Ben", "test:local:ben-1"), ("ben", "test:local:ben-2"), ("Ben", "test:local:ben-1"));
        Assert.Contains("Several people are called \"Ben\": test:local:ben-1, test:local:ben-2.", Team.Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Service, Ben", "@\"Service, Ben\"")]
    [InlineData("Ben Miller (Guest)", "@\"Ben Miller (Guest)\"")]
    [InlineData("Ben Miller", "@Ben Miller")]
    [InlineData("Jörg Straße", "@JÖRG STRASSE")]
    public void A_name_of_any_kind_is_found(string name, string typed)
    {
        Assert.Equal("test:local:b", Owner(Mentions($"T1 | owner {typed}", (name, "test:local:b")))?.Key);
        Assert.Equal("test:local:b", Owner(Mentions($"T1 | owner: {typed} (n=12, survey)", (name, "test:local:b")))?.Key);
    }

    [Fact]
    public void Somebody_mentioned_need_not_take_part_yet_and_is_the_same_person_once_they_do()
    {
        var answer = Mentions("T1 | owner @Ben Miller", ("Ben Miller", "test:local:b"));
        Assert.Equal(new PersonRef("test:local:b", "Ben Miller"), Owner(answer));
        Assert.Null(answer.After.Crew["test:local:b"]);
        Joins("test:local:b", "Benjamin Miller");
        Assert.Equal(new PersonRef("test:local:b", "Benjamin Miller"), Owner(Mentions("T1 | owner @Ben Miller", ("Ben Miller", "test:local:b"))));
    }

    [Fact]
    public void A_mention_means_the_one_mentioned_also_where_only_another_of_that_name_takes_part()
    {
        Joins("test:local:ben-1", "Ben");
        Assert.Equal("test:local:ben-2", Owner(Mentions("T1 | owner @Ben", ("Ben", "test:local:ben-2")))?.Key);
    }

    [Fact]
    public void A_name_without_the_sign_is_not_the_mention_of_the_same_message()
    {
        Joins("test:local:ben-1", "Ben");
        Assert.Equal("test:local:ben-1", Owner(Mentions("T1 | owner: Ben", ("Ben", "test:local:ben-2")))?.Key);
    }

    [Fact]
    public void A_name_nobody_mentioned_is_the_one_person_who_has_it_or_nobody()
    {
        Joins("test:local:ben", "Ben");
        Assert.Equal("test:local:ben", Owner(Mentions("T1 | owner @Ben", ("Carla", "test:local:carla")))?.Key);
        Assert.Contains("Nobody called \"Dora\" takes part. Taking part: Ann, Ben", Team.Text(Mentions("T1 | owner @Dora", ("Carla", "test:local:carla"))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_message_is_read_by_its_own_mentions()
    {
        var first = Conversation.Hear(team.Heard("m", "Ann", "Purchase: Contract | owner @Ben") with { Mentions = [new("test:local:ben-1", "Ben")] }, team.Workshop);
        var edit = team.Heard("n", "Ann", "Purchase: Contract | owner @Ben") with { Mentions = [new("test:local:ben-2", "Ben")], Change = new("m", MessageChangeKind.Edited) };
        var after = Conversation.Hear(edit, first.After).After;
        Assert.Equal("test:local:ben-2", ((Touchpoint)after.Map.Find(new Ref('T', 2))!.Item).Owner?.Key);
    }

    [Fact]
    public void A_name_of_any_length_is_kept_to_the_length_of_names_and_cut_through_no_character()
    {
        var name = new string('b', Limits.Name - 1) + "\ud83d\ude00 of Sales";
        Assert.Equal(new string('b', Limits.Name - 1), Owner(Mentions($"T1 | owner @{name}", (name, "test:local:b")))?.Name);
        var joined = Conversation.Hear(team.Heard("j", name, "park a bell"), team.Workshop);
        Assert.Equal(new string('b', Limits.Name - 1), joined.After.Crew[$"test:local:{name.ToLowerInvariant()}"]?.Name);
    }
}

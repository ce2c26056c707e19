using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>A map of how it shall be starts from the map of how it is.</summary>
public sealed class ToBeTests
{
    [Fact]
    public void It_takes_over_stages_personas_and_goals_with_their_refs_and_names_its_origin()
    {
        var asIs = Team.Started().Until("goals").Given("Ann: Choose: a", "Ann: Choose: b", "Ann: withdraw G1", "Ann: move S6 before S1", "Ann: merge S3 into S2", "Ann: Research takes 3 days").Until("touchpoints").Given("Ann: Choose: call | serves G2");

        var started = Start(asIs.Workshop, "start to-be A better way from m-1");

        Assert.False(started.Refused);
        Assert.True(started.After.ToBe);
        Assert.Equal("m-1", started.After.LinkedTo);
        Assert.Equal(asIs.Workshop.Map.Stages.Select(stage => stage.Name), started.After.Map.Stages.Select(stage => stage.Name));
        Assert.Equal("Advocate", ((Stage)started.After.Map.Stages.First().Item).Name);
        Assert.Equal(["G2"], started.After.Map.LiveOn('G').Select(goal => goal.Name.ToString()));
        Assert.Equal(1, started.After.Map.Count('G', new Ref('S', 4), new Ref('P', 1)));
        Assert.Equal(0, started.After.Map.Count('T'));
    }

    [Fact]
    public void A_map_the_person_takes_no_part_in_is_refused() => Assert.True(Start(null, "start to-be A better way from m-9").Refused);

    [Fact]
    public void Without_an_origin_it_starts_empty() => Assert.Equal(0, Start(null, "start to-be A better way").After.Map.Size);

    private static Answered Start(Workshop? from, string line) =>
        Conversation.Hear(new Heard("t", "test:local:ann", "Ann", line, DateTimeOffset.UnixEpoch, Zone.Utc, [], From: from), new Workshop(Playbook.Standard));
}

using System.Collections.Immutable;

namespace WorkshopBot.Workshops.Tests.Topics;

/// <summary>Lines of one topic of facilitation for the tests that try whatever people can say, so that each topic adds its own in a file of its own. What belongs to none stands in those tests.</summary>
public abstract class Topic
{
    public static readonly ImmutableArray<Topic> All =
    [
        new ScheduleTopic(),
        new OutreachTopic(),
        new CollectingTopic(),
        new VotingTopic(),
        new SteeringTopic(),
        new AnonymityTopic(),
        new ChronicleTopic(),
        new CustodyTopic(),
    ];

    /// <summary>"Ann: line" that has to be said so that <see cref="Rights"/> work.</summary>
    public virtual string[] Before => [];

    /// <summary>A line of each of its commands that works in the touchpoints step for whoever may say it.</summary>
    public virtual string[] Rights => [];

    /// <summary>A line of each of its commands that a later version brings, as the reference writes it.</summary>
    public virtual string[] Later => [];

    /// <summary>Lines that people say in any order, from the goals step on: what the map counts, what is stored, what undo takes back.</summary>
    public virtual string[] Sequence => [];

    /// <summary>Lines that people say in any order, from the goals step on: which messages read differently.</summary>
    public virtual string[] Kept => [];

    /// <summary>"Ann: line" that is stored and read again; begins where the transcript of what belongs to no topic ends, in the data step.</summary>
    public virtual string[] Transcript => [];
}

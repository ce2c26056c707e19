using WorkshopBot.Fakes.Slack;

namespace WorkshopBot.Tests.Slack;

/// <summary>A scene in which Ben has a form in a window.</summary>
public abstract class ModalScene : SlackScene
{
    /// <summary>Ben presses the board's button, with a workshop begun before unless there is one.</summary>
    private protected async Task<FakeSlackView> Opens(bool begins = true)
    {
        if (begins)
            await Begins();
        await Ben.Presses(Channel.Posted[0], "Add mine");
        await Until.True(() => Ben.View is not null);
        return Ben.View!;
    }

    private protected async Task Fills(FakeSlackView view, string goal)
    {
        await Ben.Fills(view, "Goal", goal);
        await Ben.Chooses(view, "Stage", "S1 Research");
    }

    private protected string Held(FakeSlackView view, string field) => Ben.Holds(view, field);
}

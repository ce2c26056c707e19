using WorkshopBot.Channels;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>A chat's button or form as the core takes it.</summary>
static class Pressed
{
    /// <summary>Whether it opens a workshop; an edit opens nothing.</summary>
    public static bool Starts(this Turn turn) => turn.Change is null && Conversation.Starts(turn.Text);

    /// <summary>Null when something was typed.</summary>
    public static Press? Press(this Turn turn) => turn.Action is { } action ? new(action.Verb, action.Data) : null;
}

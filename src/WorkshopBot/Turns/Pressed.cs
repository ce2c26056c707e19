using WorkshopBot.Channels;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>A chat's button or form as the core takes it.</summary>
static class Pressed
{
    /// <summary>Whether it opens a workshop; an edit opens nothing.</summary>
    public static bool Starts(this Turn turn) => turn.Change is null && Conversation.Starts(turn.Text);

    /// <summary>Whether somebody presses, for themselves, what is for a workshop they take part in, wherever they are: it names one, chooses one, or puts a message on a map.</summary>
    public static bool IsForOwn(this Turn turn) => turn is { Shared: false, Action: { } action }
        && (action.Verb == Workshops.Press.Put || action.Data.ContainsKey(Workshops.Press.Workshop) || Conversation.SwitchesTo(turn.Text) is not null);

    /// <summary>Null when something was typed.</summary>
    public static Press? Press(this Turn turn) => turn.Action is { } action ? new(action.Verb, action.Data) : null;
}

using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>How long the open step may take, as it was written.</summary>
internal static class WindowNote
{
    public static Phrase? Of(Workshop w, Reader reader) => w.Phase == Phase.Running && w.Frame.Window is { } window ? Phrase.Of("board.window", window) : null;
}

using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Forms;

namespace WorkshopBot.Workshops.Views;

/// <summary>What a person is shown in answer, where it is more than what was said: a closed family, without words yet. Plain receipts and refusals have none.</summary>
public abstract record Screen
{
    private Screen() { }

    /// <summary>A form to fill in, or to put right.</summary>
    public sealed record Fill(Form Form) : Screen;

    /// <summary>A question of a dialog, which is open from now on.</summary>
    public sealed record Ask(Dialog Dialog, Question Question) : Screen;

    /// <summary>A button that shows what was asked for to whoever presses it: a form (<see cref="Query.FillIn"/>), or what is a person's own.</summary>
    public sealed record Offer(Query Query) : Screen;

    /// <summary>The answer to a question about the workshop.</summary>
    public sealed record See(Query Query) : Screen;
}

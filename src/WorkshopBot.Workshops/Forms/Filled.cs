using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>What came of a form that was sent.</summary>
public abstract record Filled
{
    private Filled() { }

    /// <summary>It is good; the commands stand or fall together. None: it says what is there already. <see cref="Form"/> is what to show when they fall.</summary>
    public sealed record Sends(ImmutableArray<WorkshopCommand> Commands, Form Form) : Filled;

    /// <summary>Something is to be put right; all of it is said, and what was filled in is kept.</summary>
    public sealed record Again(Form Form) : Filled;

    /// <summary>There is no such form for this person now.</summary>
    public sealed record No(Phrase Reason) : Filled;
}

using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Workshops.Views;

/// <summary>The name of a kept message, taken apart at its colons: its family, what of it, and for whom.</summary>
internal sealed class KeptKey(string text)
{
    private readonly string[] parts = text.Split(':', 3);

    public string Text => text;

    /// <summary>One of the names of its <see cref="Views.Family"/>.</summary>
    public string Family => parts[0];

    /// <summary>What of the family it is: a step or a number. Empty for none.</summary>
    public string Of => parts.Length > 1 ? parts[1] : "";

    /// <summary>Key of the person it is for, or whatever else comes last; null for none.</summary>
    public string? Person => parts.Length > 2 ? parts[2] : null;

    /// <summary>The step it names; null where that is none, or one that was never opened.</summary>
    public Step? Step(Workshop w) => w.Opened.Contains(Of) ? w.Playbook.Step(Of) : null;
}

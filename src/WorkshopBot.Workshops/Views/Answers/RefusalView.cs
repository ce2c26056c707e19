using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What was not done, why, and what would work.</summary>
public sealed record RefusalView(string Said, IReadOnlyList<string> Details, bool HasDetails, string Instead, bool HasInstead, IReadOnlyList<Button> Buttons) : View
{
    public override string Card => "refusal";

    public override string Brief => string.Join("\n", Details.Prepend(Said));

    public static RefusalView Of(ImmutableArray<Phrase> lines, string? instead, Workshop w, Reader reader)
    {
        var said = reader.Say(lines);
        var stale = lines.Any(line => line.Code.StartsWith("stale", StringComparison.Ordinal));
        return new(
            said.FirstOrDefault(""), [.. said.Skip(1)], said.Count > 1, instead is null ? "" : reader.Say(Phrase.Of("refusal.instead", instead)), instead is not null,
            Button.Row(
            [
                .. instead is null ? (Button[])[] : [reader.Types(Phrase.Of("button.yes"), instead)],
                .. stale && w.Phase == Phase.Running && StepForms.First(w.Step) is { } form ? [reader.Opens(Phrase.Of("button.open-it"), form, Workshops.Shown.While(w.StepId))] : (Button[])[],
                .. lines.FirstOrDefault(line => line.Code == "form.nothing-yet") is { Args: [_, var missing] } && w.Map.Kinds.All.FirstOrDefault(kind => kind.Word.Equals(missing)) is { } first ? [reader.Adds(first)] : (Button[])[],
                reader.Help(),
            ]));
    }
}

using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The forms a step offers, the one most people want first.</summary>
public static class StepForms
{
    public static IEnumerable<(string Of, Arg Title)> Of(Step step) =>
        step.Forms.Select(form => (form.Id, step.Kinds.FirstOrDefault(kind => kind.Id == form.Id) is { } kind ? Buttons.Adding(kind) : (Arg)Phrase.Of($"button.add.{form.Id}")));

    /// <summary>Those that can be sent as the map is now; where there is none yet, the one for what has to be there first.</summary>
    public static IReadOnlyList<(string Of, Arg Title)> Open(Step step, Workshop w)
    {
        List<(string Of, Arg Title)> open = [.. step.Forms.Where(form => Forms.Filling.IsOpen(form, w)).Join(Of(step), form => form.Id, known => known.Of, (_, known) => known)];
        return open.Count > 0 ? open : step.Missing(w).Select(point => point.Way).OfType<Way>().FirstOrDefault(way => way.Item is null) is { } way ? [.. w.Playbook.Steps.SelectMany(Of).Where(known => known.Of == way.Form)] : [];
    }

    /// <summary>The button that leads to what puts an open point right; that of the step's first form where the point names none.</summary>
    public static Button? Towards(this Reader reader, Open? point, Workshop w)
    {
        var way = point?.Way ?? (First(w.Step, w) is { } form ? new Way(form, null, null, []) : null);
        return way is null ? null : reader.Towards(way, w);
    }

    public static Button Towards(this Reader reader, Way way, Workshop w)
    {
        var title = way.Title ?? (way.Item is { } item ? Phrase.Of("button.complete.of", item) : w.Playbook.Steps.SelectMany(Of).FirstOrDefault(known => known.Of == way.Form).Title ?? Phrase.Of("button.add-mine"));
        return reader.Opens(title, way.Form, "", way.Item, [.. way.Filled.Select(filled => (filled.Field, filled.Value?.ToString() ?? ""))]);
    }

    public static string? First(Step step, Workshop w) => Open(step, w).Select(form => form.Of).FirstOrDefault();
}

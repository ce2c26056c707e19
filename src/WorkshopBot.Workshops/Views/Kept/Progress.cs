using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Views;

/// <summary>Who has answered the open step: added something, changed something, or passed. Counts people, never ranks them.</summary>
public static class Progress
{
    /// <summary>How many have answered, of those who take part.</summary>
    public static (int Answered, int Of) Of(Workshop w) => (w.Crew.All.Count(person => HasAnswered(w, person.Key)), w.Crew.Count - w.Crew.Imported);

    public static bool HasAnswered(Workshop w, string person) => Passed(w, person) || Contributions(w, person).Any();

    public static bool Passed(Workshop w, string person) => w.Passes.Contains($"{person} {w.StepId}");

    /// <summary>What a person put on the map since the step opened and is still there: new items first hand, in ref order.</summary>
    public static IReadOnlyList<Ref> Added(Workshop w, string person) =>
        [.. Contributions(w, person).SelectMany(act => act.Left).Where(left => left.Value.Was < 0 && w.Map.Live(left.Key) is not null).Select(left => left.Key).Distinct().Order()];

    /// <summary>For the facilitator alone.</summary>
    public static IEnumerable<Participant> Awaited(Workshop w) => w.Crew.All.Where(person => !HasAnswered(w, person.Key));

    /// <summary>Messages that said something about the journey since the step opened. Moving from step to step is none.</summary>
    private static IEnumerable<Act> Contributions(Workshop w, string person) =>
        (w.Acts.TryGetValue(person, out var acts) ? acts : []).Where(act => act.At > w.StepOpenedAt && act.Back.Exists(
            back => back is WorkshopEvent.ItemWithdrawn or WorkshopEvent.ItemRestored or WorkshopEvent.ItemRevised or WorkshopEvent.Felt or WorkshopEvent.Judged or WorkshopEvent.Framed));
}

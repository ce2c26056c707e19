using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>How far the team is: which steps are done, and who has answered one. Counts humans, never ranks them; the same wherever it is said.</summary>
public static class Progress
{
    /// <summary>"5 of 8 have answered", of the open step and those who take part.</summary>
    public static Phrase Said(Workshop w)
    {
        var answered = Humans.Of(w).Count(person => HasAnswered(w, w.Step, person.Key));
        return Phrase.Of(answered == 1 ? "board.answered.one" : "board.answered", answered, Humans.Count(w) - w.Crew.Imported);
    }

    /// <summary>Said what the step asks, early, late or while it was open, or passed on it; in whichever of their chats.</summary>
    public static bool HasAnswered(Workshop w, Step step, string person) => Passed(w, step, person) || w.SelvesOf(person).Any(self => step.AnsweredBy(w, self));

    public static bool Passed(Workshop w, Step step, string person) => w.SelvesOf(person).Any(self => w.Passes.Contains($"{self} {step.Id}"));

    /// <summary>What a person put on the map of what the step collects: the newest few, and how many more.</summary>
    public static (IReadOnlyList<Entry> Newest, int More) Added(Workshop w, Step step, string person, int most)
    {
        var all = step.Kinds.SelectMany(kind => w.Map.By(kind.Letter, person)).Where(entry => entry.By == person).ToList();
        return ([.. all.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Name).Take(most).OrderBy(entry => entry.Name)], Math.Max(all.Count - most, 0));
    }

    /// <summary>For the facilitator alone.</summary>
    public static IEnumerable<Participant> Awaited(Workshop w) => Humans.Of(w).Where(person => !HasAnswered(w, w.Step, person.Key));

    /// <summary>The step that is open; null once the workshop is closed.</summary>
    public static Step? Open(Workshop w) => w.Phase == Phase.Running ? w.Step : null;

    /// <summary>Left behind, or holding something though the team is elsewhere. One that was opened by mistake, with nothing in it, is still to come.</summary>
    public static bool IsDone(Workshop w, Step step) =>
        step != Open(w) && (w.Playbook.Position(step.Id) <= w.Playbook.Position(w.StepId) || (w.Opened.Contains(step.Id) && step.Kinds.Any(kind => w.Map.Count(kind.Letter) > 0)));
}

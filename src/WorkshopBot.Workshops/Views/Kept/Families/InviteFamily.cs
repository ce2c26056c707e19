using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What a step asks, to each person in private, in an asynchronous workshop.</summary>
internal sealed class InviteFamily : Family
{
    private const string Name = "invite";

    /// <summary>The mode in which people are written to.</summary>
    private const string Asynchronous = "async";

    public override IReadOnlyList<string> Names { get; } = [Name];

    public override IEnumerable<string> Keys(Workshop w)
    {
        foreach (var step in Inviting(w))
            foreach (var person in w.Crew.All) yield return Key(step, person);
    }

    /// <summary>
    /// Leaving a step changes what was asked for it of everybody, also long ago. Of one that was left only whose items are on the map is told; who has
    /// answered the open one also depends on who filled what, and that an event that puts another value there does not say.
    /// </summary>
    public override IEnumerable<string> Changed(Happenings happened, Workshop after)
    {
        var open = happened.Moves || happened.Fills || happened.Tells;
        foreach (var step in Inviting(after))
        {
            var all = happened.Enters || (open && step.Id == after.StepId) || (Ahead(step, after) && happened.Names.Any(name => step.Kinds.Any(kind => kind.Letter == name.Letter)));
            foreach (var person in after.Crew.All)
                if (all || happened.People.Contains(person.Key)) yield return Key(step, person);
        }
    }

    public override Kept? Show(KeptKey key, Workshop w, Reader reader) =>
        Find(key, w) is (var step, var person) && w.Tenancy.Reaches(person.Key) ? new(key.Text, person.Key, Must: false, InThread: false, () => [InviteView.Of(step, w, person.Key, reader)]) { OnlyEdits = !IsInvited(person, step, w) } : null;

    public override Phrase? Told(KeptKey key, Workshop w) => Find(key, w) is (var step, var person) && IsInvited(person, step, w) ? Phrase.Of("again.invite", step.Word, person.Name) : null;

    private static string Key(Step step, Participant person) => $"{Name}:{step.Id}:{person.Key}";

    private static (Step Step, Participant Person)? Find(KeptKey key, Workshop w) =>
        key.Step(w) is { } step && Inviting(w).Contains(step) && key.Person is { } known && w.Crew[known] is { } person ? (step, person) : null;

    /// <summary>Steps that people are or were asked for, the open one first. The first step is the facilitator's.</summary>
    private static IEnumerable<Step> Inviting(Workshop w) => PerStep.Opened(w).Where(step => step != w.Playbook.Steps[0]).OrderBy(step => step == Progress.Open(w) ? 0 : 1);

    /// <summary>A step the team has come back from: whether it is over or still to come depends on what it holds.</summary>
    private static bool Ahead(Step step, Workshop w) => w.Playbook.Position(step.Id) > w.Playbook.Position(w.StepId);

    /// <summary>Who is written to: in an asynchronous workshop those who took part before the step opened, but not whoever opened it, nor who has answered already. Who is in two chats is written to in one.</summary>
    private static bool IsInvited(Participant person, Step step, Workshop w) =>
        step == Progress.Open(w) && w.Frame.Mode == Asynchronous && w.VoterOf(person.Key) != w.VoterOf(w.StepOpenedBy) && !Progress.HasAnswered(w, step, person.Key)
        && w.SelvesOf(person.Key).Select(self => w.Crew[self]).OfType<Participant>().Where(self => self.At <= w.StepOpenedAt && w.Tenancy.Reaches(self.Key))
            .OrderBy(self => self.At).ThenBy(self => self.Key, StringComparer.Ordinal).FirstOrDefault()?.Key == person.Key;
}

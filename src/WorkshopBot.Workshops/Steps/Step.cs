using System.Collections.Immutable;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps;

/// <summary>
/// One step of the workshop, declared: what it asks, what it collects and what it still needs. A step is one folder and one line in
/// <see cref="Playbook.Standard"/>; nothing else names it.
/// </summary>
public abstract class Step
{
    /// <summary>Written into the journal; never renamed.</summary>
    public abstract string Id { get; }

    public abstract string Title { get; }

    /// <summary>What the step is for, in one sentence.</summary>
    public abstract string Purpose { get; }

    /// <summary>The question asked of everybody.</summary>
    public abstract string Prompt { get; }

    /// <summary>A good line to begin with.</summary>
    public abstract string Example { get; }

    /// <summary>Lines of the step that are no bare item, as help shows them.</summary>
    public virtual IReadOnlyList<string> Lines => [];

    /// <summary>The kinds it collects; also typed, early or late, while another step is open.</summary>
    public abstract IReadOnlyList<Kind> Kinds { get; }

    /// <summary>The forms it offers, the one most people want first: those of its kinds, unless it says otherwise.</summary>
    public virtual IReadOnlyList<Sheet> Forms => [.. Kinds.Where(kind => kind.Typed).Select(kind => new KindSheet(kind))];

    /// <summary>What <c>Research: …</c> is while this step is open; null when it is asked back.</summary>
    public virtual Kind? StageLine => null;

    /// <summary>What <c>name | …</c> is while this step is open; null when nothing.</summary>
    public virtual Kind? NamedLine => null;

    /// <summary>Whether <c>one, two, three</c> is a list of names of <see cref="NamedLine"/>.</summary>
    public virtual bool TakesLists => false;

    /// <summary>
    /// What the team still owes this step, hard points first: with a hard one open it is left only by <c>next anyway</c>.
    /// Answers from counters and from stages and personas, of which there are few; never walks over the map.
    /// </summary>
    public abstract IEnumerable<Open> Missing(Workshop w);

    /// <summary>What came of it, in a sentence, for the message that tells the room. Answers from counters, as <see cref="Missing"/> does.</summary>
    public virtual Phrase Headline(Workshop w) =>
        Kinds.Where(kind => w.Map.Count(kind.Letter) > 0).Select(kind => (Arg)Phrase.Of("show.kind", kind.Word, w.Map.Count(kind.Letter))).ToList() is { Count: > 0 } counts
            ? Phrase.Of("outcome.items", Arg.List(counts)) : Phrase.Of("outcome.nothing");

    /// <summary>What stands since, beyond the items: a choice, a frame, a judgement. A few lines, never a walk over the map.</summary>
    public virtual IEnumerable<Phrase> Decided(Workshop w) => [];

    /// <summary>Whether somebody has said what it asks: an item of its kinds is theirs, in whole or in part. Early and late answers are answers too.</summary>
    public virtual bool AnsweredBy(Workshop w, string person) => Kinds.Any(kind => w.Map.By(kind.Letter, person).Any());

    public Arg Word => new Arg.Word($"step.{Id}.title", Title);

    public Arg Asks => new Arg.Word($"step.{Id}.prompt", Prompt);

    public Arg Sample => new Arg.Word($"step.{Id}.example", Example);

    /// <summary><see cref="Lines"/>, in the reader's language.</summary>
    public IEnumerable<Arg> Samples => Lines.Select((line, index) => (Arg)new Arg.Word(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"step.{Id}.line.{index + 1}"), line));

    public Arg Serves => new Arg.Word($"step.{Id}.purpose", Purpose);
}

/// <summary>An open point of a step (facilitation, "Done"): hard ones hold it open, soft ones are listed.</summary>
public sealed record Open(bool Hard, Phrase What)
{
    /// <summary>The form that puts it right; null where none does.</summary>
    public Way? Way { get; init; }

    /// <summary>Only who leads can put it right.</summary>
    public bool Leads { get; init; }

    /// <summary>The same point with the form that puts it right.</summary>
    public Open By(string form, params ImmutableArray<(string Field, Ref? Value)> filled) => this with { Way = new(form, null, null, filled) };

    /// <summary>The same point of an item that is there and lacks something.</summary>
    public Open By(string form, Ref item, Phrase? title = null) => this with { Way = new(form, item, title, []) };

    /// <summary>The same point with a form that puts it right, under a title of its own.</summary>
    public Open By(string form, Phrase title) => this with { Way = new(form, null, title, []) };

    /// <summary>The same point as one that only who leads can put right.</summary>
    public Open ForLeader() => this with { Leads = true };

    public static Open HardPoint(string code, params ImmutableArray<Arg> args) => new(true, new Phrase(code, args));

    public static Open SoftPoint(string code, params ImmutableArray<Arg> args) => new(false, new Phrase(code, args));
}

/// <summary>The form that puts an open point right.</summary>
/// <param name="Form">Its id.</param>
/// <param name="Item">The item that lacks something; null where one is to be added.</param>
/// <param name="Title">What its button says; null for what the form's own buttons say.</param>
/// <param name="Filled">What is filled in for it.</param>
public sealed record Way(string Form, Ref? Item, Phrase? Title, ImmutableArray<(string Field, Ref? Value)> Filled)
{
    public bool Equals(Way? other) => other is not null && Form == other.Form && Item == other.Item && Title == other.Title && Filled.AsSpan().SequenceEqual(other.Filled.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Form, Item, Filled.Length);
}

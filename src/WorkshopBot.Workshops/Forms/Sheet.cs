using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>
/// A form there is, before anybody asks for it: how it is called, its fields, and what the answers are a wish for. A step declares which it offers;
/// what is shown to a person is a <see cref="Form"/>.
/// </summary>
public abstract class Sheet
{
    /// <summary>Fields shown before "more" is asked for, where a form does not say which.</summary>
    public const int Few = 7;

    /// <summary>Sent with the form, and typed after <c>add</c>: the id of a kind, or of what stands for none.</summary>
    public abstract string Id { get; }

    /// <summary>What it is called.</summary>
    public abstract Arg Word { get; }

    /// <summary>Ids of the fields it begins with; empty for the first few.</summary>
    public virtual IReadOnlyList<string> Begins => [];

    public virtual Arg Title(Occasion o) => Word;

    public virtual Arg Intro(Occasion o) => Phrase.Of("form.intro");

    /// <summary>Why this person cannot have it now; null when they can.</summary>
    public virtual Phrase? Refuses(Occasion o) => o.Workshop.Phase switch
    {
        Phase.NotStarted => Phrase.Of("not-started"),
        Phase.Closed => o.Workshop.Closed(o.Actor.Key),
        _ => null,
    };

    /// <summary>True when it shows what is there, so that only what differs from it is meant.</summary>
    public virtual bool Changes(Occasion o) => false;

    /// <summary>What the button says that sends it.</summary>
    public virtual Phrase Sends(Occasion o) => Phrase.Of(Changes(o) ? "button.save" : "button.add");

    /// <summary>Its fields in order, with the choices and values of now.</summary>
    public abstract IEnumerable<Blank> Blanks(Occasion o);

    /// <summary>What the answers are a wish for. Each has been found good by its field; an empty one clears, and comes only from a form that changes.</summary>
    public abstract Wish Take(ImmutableSortedDictionary<string, string> given, Occasion o);
}

/// <summary>What a filled form asks for: commands that stand or fall together, or what is wrong with fields that are good each for itself.</summary>
public sealed record Wish(ImmutableArray<WorkshopCommand> Commands, ImmutableArray<(string Field, Phrase Fault)> Faults)
{
    public static Wish For(params ImmutableArray<WorkshopCommand> commands) => new(commands, []);

    public static Wish Not(string field, Phrase fault) => new([], [(field, fault)]);
}

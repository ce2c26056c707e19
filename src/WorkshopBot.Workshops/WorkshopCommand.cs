using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops;

/// <summary>What one person wants done, whatever way it was said: a closed family.</summary>
public abstract record WorkshopCommand
{
    private WorkshopCommand() { }

    /// <summary>Opens a workshop; <see cref="Source"/> is the map that <see cref="From"/> names, when the person takes part in it.</summary>
    public sealed record Start(string Title, bool ToBe = false, string? From = null, Workshop? Source = null) : WorkshopCommand
    {
        /// <summary>The room it is opened in; null where nobody said.</summary>
        public RoomRef? Room { get; init; }

        /// <summary>People of other organisations are in that room.</summary>
        public bool External { get; init; }

        /// <summary>Whoever asks for it is a guest of the tenant.</summary>
        public bool Guest { get; init; }
    }

    /// <summary>Adds an item of a kind from answers to its form. A source in brackets becomes evidence for it.</summary>
    public sealed record Add(Kind Kind, ImmutableArray<Answer> Answers, Source? Source = null) : WorkshopCommand;

    /// <summary>Adds answers to an item that is there: lists grow, empty fields are filled, filled ones change only by who may.</summary>
    public sealed record Fill(Ref Name, ImmutableArray<Answer> Answers, Source? Source = null) : WorkshopCommand;

    /// <summary>Puts each answer in place of what its field holds, lists one entry a line; an empty one clears it. A source in brackets becomes evidence for it. <see cref="Said"/> is what its line says now, where that was edited.</summary>
    public sealed record Revise(Ref Name, ImmutableArray<Answer> Answers, Source? Source = null, bool Restoring = false, Item? Said = null) : WorkshopCommand;

    /// <summary>Puts another text in place of the item's main text.</summary>
    public sealed record Edit(Ref Name, string Text) : WorkshopCommand;

    /// <summary>Takes an item off the map; <see cref="Unsaid"/> because its line is gone.</summary>
    public sealed record Withdraw(Ref Name, bool Unsaid = false) : WorkshopCommand;

    public sealed record Restore(Ref Name) : WorkshopCommand;

    public sealed record Undo : WorkshopCommand;

    /// <summary>How a persona feels or wants to feel at a stage or touchpoint.</summary>
    public sealed record Feel(Ref Place, Ref? Persona, Mood? Actual, Mood? Wanted, Source? Source) : WorkshopCommand;

    /// <summary>What is known of the way from one stage to another; <see cref="Unknown"/> says that the percentage is not.</summary>
    public sealed record Route(Ref From, Ref To, string? Medium, bool Unknown, ImmutableArray<Answer> Answers, Source? Source) : WorkshopCommand;

    public sealed record Move(Ref Stage, bool Before, Ref Other) : WorkshopCommand;

    public sealed record Split(Ref Stage, string First, string Second) : WorkshopCommand;

    public sealed record Merge(Ref One, Ref Other) : WorkshopCommand;

    public sealed record Link(Ref One, Ref Other, bool Off = false) : WorkshopCommand;

    public sealed record Lead(Ref Persona) : WorkshopCommand;

    public sealed record Pass : WorkshopCommand;

    public sealed record SpeakFor(string Department) : WorkshopCommand;

    public sealed record Language(string Tag) : WorkshopCommand;

    /// <summary>Sets fields of the frame: kick-off and close lines. <see cref="Replace"/> puts each answer in place of what its field holds, as <see cref="Revise"/> does.</summary>
    public sealed record SetFrame(ImmutableArray<Answer> Answers, bool Replace = false) : WorkshopCommand;

    public sealed record Next(bool Anyway) : WorkshopCommand;

    public sealed record Goto(string Step) : WorkshopCommand;

    public sealed record Back : WorkshopCommand;

    /// <summary>Ends the workshop; <see cref="Anyway"/> although people of other organisations will read what came of it.</summary>
    public sealed record Close(bool ThrowAway = false, bool Anyway = false) : WorkshopCommand;

    public sealed record Reopen(string? Step) : WorkshopCommand;

    public sealed record AcceptGap(Ref Name) : WorkshopCommand;

    public sealed record DropGap(Ref Name, string Reason) : WorkshopCommand;

    /// <summary>Ends every link to the map page that was given out.</summary>
    public sealed record RevokeLinks : WorkshopCommand;

    /// <summary>Asks that a room may take part; without <see cref="Asking"/> it was typed where it means nothing.</summary>
    public sealed record Join(Asking? Asking = null, bool Private = false) : WorkshopCommand;

    /// <summary>Decides on the room that asks, or the one of several that is named by its key.</summary>
    public sealed record Admit(string? Room, bool In) : WorkshopCommand;

    /// <summary>Takes a room out, by its key; null where nobody said which. <see cref="IsHere"/>: it was said in that room.</summary>
    public sealed record Leave(string? Room, bool IsHere = false) : WorkshopCommand;

    /// <summary>Says that the actor is the human a code was shown to; null when the code does not work.</summary>
    public sealed record LinkPeople(string? Person = null) : WorkshopCommand;

    public sealed record Judge(int? Score, string? Text, bool SignOff, string? Objection) : WorkshopCommand;
}

/// <summary>One answer to a form: the field and what was given for it, as text.</summary>
public sealed record Answer(Field Field, string Text);

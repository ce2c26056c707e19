using System.Collections.Immutable;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>
/// A form as one person sees it at one moment, whatever it is shown as: a card, a chat's own dialog window, or one question after the other. Without words yet,
/// as everything that is shown in several languages.
/// </summary>
/// <param name="Id">Entry id: what is sent with it is taken once, for ever.</param>
/// <param name="Of">Which form: the id of a kind, or of one of the forms that stand for no kind.</param>
/// <param name="Item">The item it changes; null adds one.</param>
/// <param name="Was">Marks what was shown, so that a change by somebody else meanwhile is noticed; null for a new item.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Intro">What is asked, in a sentence.</param>
/// <param name="Notice">Something to say above it: a fault of the whole, or a warning; null mostly.</param>
/// <param name="Fields">In order.</param>
/// <param name="Whole">False when more fields can be asked for.</param>
public sealed record Form(string Id, string Of, Ref? Item, string? Was, Arg Title, Arg Intro, Phrase? Notice, ImmutableArray<FormField> Fields, bool Whole)
{
    /// <summary>What the button says that sends it; null for "Add", or "Save" where something is changed.</summary>
    public Phrase? Sends { get; init; }

    /// <summary>The item is off the map: what is sent brings it back first.</summary>
    public bool Restores { get; init; }

    /// <summary>Something is said above it that is not said at its fields: how many of them are to be corrected is no more than they say.</summary>
    public bool SaysMore => Notice is not (null or { Code: "form.faults" });
}

/// <summary>One field of a form.</summary>
/// <param name="Id">Id of the field; a value is sent as <see cref="Press.Field"/> and this.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">What belongs there.</param>
/// <param name="Example">A good answer.</param>
/// <param name="Input">What it is filled in with.</param>
/// <param name="Required">Without it the form is not taken.</param>
/// <param name="MaxLength">Characters; 0 where the input bounds itself.</param>
/// <param name="Choices">What can be chosen; empty for text.</param>
/// <param name="Value">What is filled in; several choices are parted by commas, and no choice has a comma.</param>
/// <param name="Fault">Why what was filled in is not taken; null when it is.</param>
public sealed record FormField(
    string Id, Arg Label, Arg? Hint, Arg? Example, FormInput Input, bool Required, int MaxLength, ImmutableArray<FormChoice> Choices, string Value, Phrase? Fault)
{
    /// <summary>Somebody put it there who fills in the form; it is not what was there.</summary>
    public bool IsMeant { get; init; }

    /// <summary>Id of the field that makes it needless once it is filled in; null for none.</summary>
    public string? Unless { get; init; }

    /// <summary>There is more to choose from than is offered: a chat that can look for more does.</summary>
    public bool Finds { get; init; }
}

/// <summary>What a field is filled in with.</summary>
public enum FormInput { Text, LongText, Number, Date, OneOf, AnyOf, Toggle }

/// <summary>One thing that can be chosen: what is sent, and what is read.</summary>
public sealed record FormChoice(string Value, Arg Title);

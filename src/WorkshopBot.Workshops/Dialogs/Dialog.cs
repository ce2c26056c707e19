using System.Collections.Immutable;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Dialogs;

/// <summary>A form that is filled in by answering one question after the other. What somebody is in the middle of, so it is never part of a workshop, its journal or an export.</summary>
/// <param name="Id">Entry id of what it makes.</param>
/// <param name="Workshop">Id of the workshop it is for.</param>
/// <param name="Of">The form that is filled in.</param>
/// <param name="Item">The item it changes; null adds one.</param>
/// <param name="Was">The form's mark of what was there when it began; null for a new item.</param>
/// <param name="Field">Id of the field that is asked for now.</param>
/// <param name="Answers">What has been answered, by field id.</param>
/// <param name="Turns">The turns that have been heard last, so that one that is delivered twice does not answer two questions.</param>
/// <param name="Asked">When the last question was asked.</param>
public sealed record Dialog(
    string Id, string Workshop, string Of, Ref? Item, string? Was, string Field, ImmutableSortedDictionary<string, string> Answers, ImmutableArray<string> Turns, DateTimeOffset Asked)
{
    /// <summary>It opens a workshop, so there is none yet that it is for.</summary>
    public bool OpensWorkshop => Of == StartSheet.Name;
}

/// <summary>The question that is asked now.</summary>
/// <param name="Dialog">Id of the dialog.</param>
/// <param name="Workshop">Title of the workshop: a private chat may know several.</param>
/// <param name="Title">What is being filled in.</param>
/// <param name="Number">The question's number, from 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Field">What is asked, and what has been answered to it before.</param>
/// <param name="Notice">Something to say before it: why the last answer is not taken, what the words are; null mostly.</param>
public sealed record Question(string Dialog, string Workshop, Arg Title, int Number, int Count, FormField Field, Phrase? Notice)
{
    /// <summary>All that is needed has been answered, so it may be sent as it is.</summary>
    public bool CanFinish { get; init; }

    /// <summary>The words that work now beside an answer, in English, which is understood in every language; help always does.</summary>
    public IEnumerable<string> Ways
    {
        get
        {
            if (!Field.Required || Field.Value.Length > 0) yield return "skip";
            if (Number > 1) yield return "back";
            if (CanFinish) yield return "done";
            yield return "cancel";
        }
    }
}

/// <summary>What an answer to a question leads to.</summary>
public abstract record DialogStep
{
    private DialogStep() { }

    /// <summary>The same question again, or another one.</summary>
    public sealed record Asks(Dialog Next, Question Question) : DialogStep;

    /// <summary>All is answered: what remains is to send the form, under the dialog's id.</summary>
    public sealed record Submits(Dialog Last, Press Press) : DialogStep;

    /// <summary>It is over and nothing is sent.</summary>
    public sealed record Ends(Phrase Said) : DialogStep;
}

using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>A field of a form before it is filled in: what it takes, what is there now, and how an answer is judged.</summary>
public sealed record Blank(string Id, Arg Label, FormInput Input)
{
    public Arg? Hint { get; init; }

    public Arg? Example { get; init; }

    public bool Required { get; init; }

    /// <summary>Characters; 0 where the input bounds itself.</summary>
    public int MaxLength { get; init; }

    public ImmutableArray<FormChoice> Choices { get; init; } = [];

    /// <summary>What is there now, as it would be typed.</summary>
    public string Value { get; init; } = "";

    /// <summary>Id of the field that makes it needless once it is filled in; null for none.</summary>
    public string? Unless { get; init; }

    /// <summary>Which items can be chosen; null where it is no choice of items.</summary>
    public Func<Ref, bool>? Among { get; init; }

    /// <summary>Finds choices that hold a text, where there are more than are offered; null where all are.</summary>
    public Func<string, IEnumerable<FormChoice>>? Finds { get; init; }

    /// <summary>Nothing can be chosen, and nothing is.</summary>
    public bool IsBare => Input is FormInput.OneOf or FormInput.AnyOf && Choices.IsEmpty && Value.Length == 0;

    /// <summary>It takes several values, one a line.</summary>
    public bool ByLine { get; init; }

    /// <summary>Why an answer cannot be taken; null when it can. Never asked of an empty one.</summary>
    public Func<string, Phrase?> Fault { get; init; } = _ => null;

    /// <summary>A good answer the way it is kept while other questions are asked: a ref for a name, a date for "in 3 months".</summary>
    public Func<string, string> Settled { get; init; } = text => text;

    /// <summary>The blank of an item's field, with what the item holds.</summary>
    public static Blank Of(Kind kind, Field field, Item item, Occasion o, bool required)
    {
        var words = FieldWords.Of(kind, field);
        var blank = new Blank(field.Id, words.Label, field.Input)
        {
            Hint = words.Hint,
            Example = words.Example,
            Required = required,
            MaxLength = field.MaxLength,
            Choices = words.Choices,
            Value = field.Again(item),
            ByLine = field.ByLine,
            Fault = text => field.Put(kind.Blank, text, o.Reading).Fault,
            Settled = text => field.Input is FormInput.OneOf or FormInput.AnyOf or FormInput.Date or FormInput.Number && field.Put(kind.Blank, text, o.Reading) is { Ok: true } read ? field.Again(read.Value) : text,
        };
        return field.Input is FormInput.OneOf or FormInput.AnyOf && field.Scale is null && field.Choices.Count == 0 ? Choosing.Among(blank, field.Accepts, o.Workshop, o.Item?.Name, Choosing.Fits(kind, field)) : blank;
    }

    /// <summary>A text a form asks for beside the fields of an item.</summary>
    public static Blank Text(string id, Arg label, int max, bool lines = false) => new(id, label, lines ? FormInput.LongText : FormInput.Text) { MaxLength = max, Fault = text => TextShape.Checked(text, max) };

    /// <summary>One of a few things a form asks for beside the fields of an item.</summary>
    public static Blank OneOf(string id, Arg label, params ImmutableArray<FormChoice> choices) => new(id, label, FormInput.OneOf)
    {
        Choices = choices,
        Fault = text => choices.Any(choice => choice.Value == text) ? null : Phrase.Of("not-a-choice", text, Arg.List(choices.Select(choice => choice.Title))),
    };

    /// <summary>How we know; what is written there becomes evidence for the item.</summary>
    public static Blank How() => new("how", Phrase.Of("form.how"), FormInput.Text)
    {
        Hint = Phrase.Of("form.how.hint"), Example = Phrase.Of("form.how.example"), MaxLength = Limits.Text, Fault = text => SourceShape.TooLong(SourceText.Read(text)),
    };
}

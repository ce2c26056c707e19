using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>What a form says of a field, which is the same at all times: made once, since a dialog makes all blanks of its form at every answer.</summary>
internal sealed class FieldWords
{
    private static readonly ConditionalWeakTable<Field, FieldWords> Known = [];

    private readonly Kind _kind;

    private FieldWords(Kind kind, Field field)
    {
        _kind = kind;
        Label = new Arg.Word($"{kind.Id}.{field.Id}.label", field.Label);
        Hint = field.Hint is { } hint ? new Arg.Word($"{kind.Id}.{field.Id}.hint", hint) : null;
        Example = field.Example is { } example && field.Input is FormInput.Text or FormInput.LongText ? new Arg.Word($"{kind.Id}.{field.Id}.example", example!) : null;
        if (field.Input is not (FormInput.OneOf or FormInput.AnyOf))
            (Hint, Example) = field.Choices.Count > 0 ? (Phrase.Of("form.open-choice", Arg.List(field.Choices.Select(choice => (Arg)Word(choice)))), null) : (Hint, Example);
        else if (field.Scale is { } scale)
            Choices = [.. Enumerable.Range(1, scale).Select(n => new FormChoice(Lines.Scan.Num.Show(n), n))];
        else
            Choices = [.. field.Choices.Select(choice => new FormChoice(choice.Id, Word(choice)))];
    }

    public Arg Label { get; }

    public Arg? Hint { get; }

    public Arg? Example { get; }

    /// <summary>What can be chosen, where it is no item.</summary>
    public ImmutableArray<FormChoice> Choices { get; } = [];

    public static FieldWords Of(Kind kind, Field field) => Known.GetValue(field, one => new(kind, one)) is var words && words._kind == kind ? words : new(kind, field);

    private static Arg.Word Word(Choice choice) => new($"choice.{choice.Id}", choice.English);
}

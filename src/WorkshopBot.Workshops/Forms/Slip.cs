using System.Globalization;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>One field of a form that came back: what it showed, what is there now, and what the person made of it.</summary>
/// <param name="Blank">The field, with what is there now.</param>
/// <param name="Given">What was filled in, tidied; null when the form that was sent did not have the field.</param>
/// <param name="Shown">The mark of what it showed; null when nobody knows.</param>
internal sealed record Slip(Blank Blank, string? Given, string? Shown)
{
    public string Now => Marks.Of(Blank.Value, Blank.Input);

    /// <summary>True when the person put something else there, and it is not there already.</summary>
    public bool IsMeant => Given is not null && Marks.Of(Given, Blank.Input) is var mark && mark != Now && mark != (Shown ?? Now);

    /// <summary>Somebody else put something else there meanwhile.</summary>
    public bool IsOvertaken => IsMeant && Shown is not null && Shown != Now;

    /// <summary>A value as it is read: one line, or tidy lines; a number as English types it; things chosen each once.</summary>
    public static string Tidied(Blank blank, string value) => blank.Input switch
    {
        FormInput.Toggle => Yes.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase) ? "true" : "",
        FormInput.AnyOf => string.Join(',', Tidy.Value(value).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)),
        // A number input sends 1.125 and means it; typed, that would be 1125.
        FormInput.Number when decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => Num.Show(number),
        _ when blank.ByLine => string.Join('\n', Tidy.Lines(value).Select(line => line.Text)),
        _ => Tidy.Value(value),
    };

    private static readonly string[] Yes = ["true", "1", "on", "yes"];

    public FormField Field(string value, Phrase? fault, bool isMeant) =>
        new(Blank.Id, Blank.Label, Blank.Hint, Blank.Example, Blank.Input, Blank.Required, Blank.MaxLength, Blank.Choices, value, fault) { IsMeant = isMeant, Unless = Blank.Unless, Finds = Blank.Finds is not null };
}

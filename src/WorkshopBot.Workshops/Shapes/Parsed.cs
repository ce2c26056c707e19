using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>
/// What came of reading text as a value: the value; or nothing, since the text is of another shape; or a fault, since it is of
/// this shape and not allowed (130 %).
/// </summary>
public readonly record struct Parsed<T>(bool Ok, T Value, Phrase? Fault)
{
    /// <summary>The text is of another shape; somebody else may read it.</summary>
    public static Parsed<T> No => default;

    public static Parsed<T> Yes(T value) => new(true, value, null);

    public static Parsed<T> Bad(Phrase fault) => new(false, default!, fault);

    public static implicit operator Parsed<T>(T value) => Yes(value);

    public static implicit operator Parsed<T>(Phrase fault) => Bad(fault);
}

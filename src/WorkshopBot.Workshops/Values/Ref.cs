using System.Globalization;

namespace WorkshopBot.Workshops.Values;

/// <summary>The short name of an item on the map: a kind's letter and a number that is never given twice, such as <c>T3</c>. <c>default</c> names nothing.</summary>
public readonly record struct Ref(char Letter, int Number) : IComparable<Ref>
{
    public bool IsNone => Number == 0;

    public override string ToString() => IsNone ? "" : string.Create(CultureInfo.InvariantCulture, $"{Letter}{Number}");

    public int CompareTo(Ref other) => Letter != other.Letter ? Letter.CompareTo(other.Letter) : Number.CompareTo(other.Number);

    public static bool operator <(Ref left, Ref right) => left.CompareTo(right) < 0;

    public static bool operator >(Ref left, Ref right) => left.CompareTo(right) > 0;

    public static bool operator <=(Ref left, Ref right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Ref left, Ref right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a letter and digits, in either case; null when the text is anything else.</summary>
    public static Ref? Read(ReadOnlySpan<char> text) =>
        text.Length is >= 2 and <= 10 && char.IsAsciiLetter(text[0]) && !text[1..].ContainsAnyExceptInRange('0', '9')
            && int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new Ref(char.ToUpperInvariant(text[0]), number)
            : null;
}

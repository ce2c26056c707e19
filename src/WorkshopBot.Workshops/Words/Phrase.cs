using System.Collections.Immutable;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Words;

/// <summary>
/// Something the bot says, before words are chosen: a stable code and its arguments. Two rooms of one workshop may speak two
/// languages, so text is made only where it is shown, by <see cref="Speech"/>. Not a text.
/// </summary>
public sealed record Phrase(string Code, ImmutableArray<Arg> Args)
{
    public static Phrase Of(string code, params ImmutableArray<Arg> args) => new(code, args);

    public bool Equals(Phrase? other) => other is not null && Code == other.Code && Args.AsSpan().SequenceEqual(other.Args.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Code, Args.Length);
}

/// <summary>One argument of a <see cref="Phrase"/>: a closed family, since answers are kept in the journal.</summary>
public abstract record Arg
{
    private Arg() { }

    /// <summary>Text as a person wrote it, or a name; shown as it is.</summary>
    public sealed record Text(string Value) : Arg;

    /// <summary>A number, written in the reader's culture.</summary>
    public sealed record Number(decimal Value) : Arg;

    /// <summary>A date, written in the reader's culture.</summary>
    public sealed record Date(DateOnly Value) : Arg;

    /// <summary>An instant, shown on the clocks of whoever reads it with the name of their zone.</summary>
    /// <param name="At">The instant.</param>
    /// <param name="Zone">Id of the zone it was named in, for where nobody says who reads.</param>
    public sealed record Moment(DateTimeOffset At, string Zone) : Arg;

    /// <summary>A declared word (label, step title): its key, and the English of the declaration where no other language has it.</summary>
    public sealed record Word(string Key, string English) : Arg;

    /// <summary>A phrase within a phrase.</summary>
    public sealed record Inner(Phrase Value) : Arg;

    /// <summary>Several, listed with the language's own separators.</summary>
    public sealed record Several(ImmutableArray<Arg> Values) : Arg
    {
        public bool Equals(Several? other) => other is not null && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

        public override int GetHashCode() => Values.Length;
    }

    public static implicit operator Arg(string text) => new Text(text);

    public static implicit operator Arg(int number) => new Number(number);

    public static implicit operator Arg(decimal number) => new Number(number);

    public static implicit operator Arg(DateOnly date) => new Date(date);

    public static implicit operator Arg(Ref item) => new Text(item.ToString());

    public static implicit operator Arg(Phrase phrase) => new Inner(phrase);

    public static Arg List(IEnumerable<Arg> values) => new Several([.. values]);
}

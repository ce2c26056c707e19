using System.Text.Json;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>
/// What kind of value a field holds, in one place: how typed text becomes it, what is refused, how it is stored and shown.
/// Forms, dialogs, modals, shorthand, journal and export all follow from it.
/// </summary>
public abstract class Shape<T>
{
    /// <summary>The stored name of the shape, also what a form offers for it.</summary>
    public abstract string Name { get; }

    public abstract bool IsEmpty(T value);

    /// <summary>Reads what a person gave for this field.</summary>
    public abstract Parsed<T> Read(string text, Reading reading);

    /// <summary>True when a piece of a typed line, without a label, is recognisably of this shape.</summary>
    public virtual bool Takes(string text, Reading reading) => false;

    /// <summary>What the field holds once <paramref name="given"/> is added to what it has; lists grow, single values are replaced.</summary>
    public virtual T Add(T before, T given) => given;

    /// <summary>True when both are the same value; lists by what is in them, so that it does not matter where they were read from.</summary>
    public virtual bool Same(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);

    /// <summary>Why a value that has grown is too much; null when it is not.</summary>
    public virtual Phrase? TooMuch(T value) => null;

    /// <summary>True when adding keeps what was there.</summary>
    public virtual bool Grows => false;

    /// <summary>The values a form offers, in order; empty when anything goes.</summary>
    public virtual IReadOnlyList<Choice> Choices => [];

    /// <summary>What a form fills it in with.</summary>
    public virtual FormInput Input => FormInput.Text;

    /// <summary>Characters an input for it takes; 0 where the input bounds itself.</summary>
    public virtual int MaxLength => Limits.Text;

    /// <summary>The highest score, from 1; null where it is no score.</summary>
    public virtual int? Scale => null;

    /// <summary>True where a form takes several, one a line.</summary>
    public virtual bool ByLine => false;

    /// <summary>What a field holds that holds nothing.</summary>
    public virtual T Nothing => default!;

    /// <summary>What somebody would type to give this value; several one a line. Never in anybody's language, since it is read again.</summary>
    public abstract string Again(T value);

    /// <summary>The same for a reader that is no person: it is read as this very value also where what people would type could mean another.</summary>
    public virtual string Exactly(T value) => Again(value);

    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Reads what <see cref="Write"/> wrote. Stored values are ours: anything else is a bug or damage, and throws.</summary>
    public abstract T Load(JsonElement stored);

    public abstract Arg Show(T value);
}

/// <summary>One value of a choice: its stored id, the English for it, and other words people type for it.</summary>
public sealed record Choice(string Id, string English, params string[] Also)
{
    public Arg Word => new Arg.Word($"choice.{Id}", English);

    public bool Fits(string text) => Same(Id, text) || Same(English, text) || Also.Any(word => Same(word, text));

    /// <summary>Also by the words of other languages.</summary>
    public bool Fits(string text, Tongue tongue) => Fits(text) || !tongue.IsEnglish && tongue.Calls($"choice.{Id}", text);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

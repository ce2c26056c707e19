using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>One text of at most <paramref name="max"/> graphemes (settled: "Limits"). Longer text is refused with the number, never cut.</summary>
public sealed class TextShape(int max) : Shape<string?>
{
    private const int BytesPerGrapheme = 32;

    public override string Name => "text";

    public int Max => max;

    public override bool IsEmpty(string? value) => string.IsNullOrEmpty(value);

    public override FormInput Input => max > Limits.Text ? FormInput.LongText : FormInput.Text;

    public override int MaxLength => max;

    public override string Again(string? value) => value ?? "";

    public override Parsed<string?> Read(string text, Reading reading) => Checked(text, max) is { } fault ? fault : Parsed<string?>.Yes(text);

    public override void Write(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    public override string? Load(JsonElement stored) => stored.GetString();

    public override Arg Show(string? value) => value ?? "";

    internal static Phrase? Checked(string text, int max)
    {
        // A grapheme has at least one char, so short texts need no counting.
        var length = text.Length <= max ? text.Length : Tidy.Graphemes(text);
        // A grapheme may be of any number of marks; what is stored may not.
        return length > max ? Phrase.Of("too-long", max, length) : text.Length > max && Encoding.UTF8.GetByteCount(text) > max * BytesPerGrapheme ? Phrase.Of("too-many-marks") : null;
    }
}

/// <summary>Several texts; each addition is one more.</summary>
public sealed class TextListShape(int max) : Shape<ImmutableArray<string>>
{
    /// <summary>Entries a list may hold.</summary>
    public const int MaxEntries = 50;

    /// <summary>And all of them together, so that an item always fits a commit.</summary>
    private const int MaxChars = 16 * 1024;

    public override string Name => "texts";

    public override bool Grows => true;

    public override FormInput Input => FormInput.LongText;

    public override int MaxLength => MaxChars;

    public override bool ByLine => true;

    public override ImmutableArray<string> Nothing => [];

    public override string Again(ImmutableArray<string> value) => value.IsDefaultOrEmpty ? "" : string.Join('\n', value);

    public override bool Same(ImmutableArray<string> one, ImmutableArray<string> other) => one.IsDefaultOrEmpty ? other.IsDefaultOrEmpty : !other.IsDefaultOrEmpty && one.AsSpan().SequenceEqual(other.AsSpan());

    public override bool IsEmpty(ImmutableArray<string> value) => value.IsDefaultOrEmpty;

    public override Parsed<ImmutableArray<string>> Read(string text, Reading reading) =>
        TextShape.Checked(text, max) is { } fault ? fault : Parsed<ImmutableArray<string>>.Yes([text]);

    public override ImmutableArray<string> Add(ImmutableArray<string> before, ImmutableArray<string> given) =>
        before.IsDefaultOrEmpty ? given : [.. before, .. given.Where(text => !before.Contains(text))];

    public override Phrase? TooMuch(ImmutableArray<string> value) => value.Length > MaxEntries || value.Sum(text => text.Length) > MaxChars ? Phrase.Of("too-many-entries", MaxEntries) : null;

    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value)
    {
        writer.WriteStartArray();
        foreach (var text in value) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    public override ImmutableArray<string> Load(JsonElement stored) => [.. stored.EnumerateArray().Select(text => text.GetString()!)];

    public override Arg Show(ImmutableArray<string> value) => Arg.List(value.Select(text => (Arg)text));
}

/// <summary>One of a few values; <paramref name="open"/> also takes any other text, for lists nobody can finish (channels).</summary>
public sealed class ChoiceShape(bool open, params IReadOnlyList<Choice> choices) : Shape<string?>
{
    private const int MaxOther = 80;

    public override string Name => "choice";

    public override IReadOnlyList<Choice> Choices => choices;

    public override FormInput Input => open ? FormInput.Text : FormInput.OneOf;

    public override int MaxLength => open ? MaxOther : 0;

    public override string Again(string? value) => value ?? "";

    public override bool IsEmpty(string? value) => string.IsNullOrEmpty(value);

    public override Parsed<string?> Read(string text, Reading reading) =>
        choices.FirstOrDefault(choice => choice.Fits(text, reading.Tongue)) is { } known ? Parsed<string?>.Yes(known.Id)
        : open ? TextShape.Checked(text, MaxOther) is { } fault ? fault : Parsed<string?>.Yes(text)
        : Phrase.Of("not-a-choice", text, Arg.List(choices.Select(choice => choice.Word)));

    public override bool Takes(string text, Reading reading) => choices.Any(choice => choice.Fits(text, reading.Tongue));

    public override void Write(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    public override string? Load(JsonElement stored) => stored.GetString();

    public override Arg Show(string? value) =>
        choices.FirstOrDefault(choice => choice.Id == value) is { } known ? known.Word : value ?? "";
}

using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>A number between two bounds, both allowed; scores are whole.</summary>
public sealed class NumberShape(decimal min, decimal max, bool whole = false) : Shape<decimal?>
{
    public override string Name => "number";

    public override FormInput Input => whole ? FormInput.OneOf : FormInput.Number;

    public override int MaxLength => 0;

    public override int? Scale => whole ? (int)max : null;

    public override string Again(decimal? value) => value is { } n ? Num.Show(n) : "";

    public override bool IsEmpty(decimal? value) => value is null;

    public override Parsed<decimal?> Read(string text, Reading reading) => Num.Read(text) switch
    {
        { Fault: { } fault } => fault,
        { Ok: false } => Phrase.Of("not-a-number", text),
        { Value: var n } when n < min || n > max || (whole && n != decimal.Truncate(n)) => Phrase.Of(whole ? "score-range" : "number-range", min, max),
        { Value: var n } => Parsed<decimal?>.Yes(n),
    };

    public override bool Takes(string text, Reading reading) => Num.Read(text).Ok;

    public override void Write(Utf8JsonWriter writer, decimal? value) => Json.Number(writer, value!.Value);

    public override decimal? Load(JsonElement stored) => stored.GetDecimal();

    public override Arg Show(decimal? value) => value is { } n ? n : "";
}

/// <summary>A percentage from 0 to 100 (L19), without the sign.</summary>
public sealed class PercentShape : Shape<decimal?>
{
    public override string Name => "percent";

    public override int MaxLength => Limits.Name;

    public override string Again(decimal? value) => value is { } n ? $"{Num.Show(n)} %" : "";

    public override bool IsEmpty(decimal? value) => value is null;

    public override Parsed<decimal?> Read(string text, Reading reading) => Percent.Read(text) switch
    {
        { Fault: { } fault } => fault,
        { Ok: true, Value: var n } => Parsed<decimal?>.Yes(n),
        _ => Num.Read(text) switch
        {
            { Ok: true, Value: >= 0 and <= 100 and var n } => Parsed<decimal?>.Yes(n),
            { Ok: true, Value: var n } => Phrase.Of("percent-range", n),
            _ => Phrase.Of("not-a-number", text),
        },
    };

    public override bool Takes(string text, Reading reading) => Percent.Read(text) is { Ok: true } or { Fault: not null };

    public override void Write(Utf8JsonWriter writer, decimal? value) => Json.Number(writer, value!.Value);

    public override decimal? Load(JsonElement stored) => stored.GetDecimal();

    public override Arg Show(decimal? value) => value is { } n ? Phrase.Of("percent", n) : "";
}

/// <summary>A reading: a number with whatever unit was written beside it (21 %, 4.2, 2 EUR, 3 days).</summary>
public sealed class MeasureShape : Shape<Measure?>
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("-+0123456789.,' ");

    public override string Name => "measure";

    public override int MaxLength => Limits.Name;

    public override string Again(Measure? value) => value is null ? "" : $"{Num.Show(value.Number)} {value.Unit}".TrimEnd();

    public override bool IsEmpty(Measure? value) => value is null;

    public override Parsed<Measure?> Read(string text, Reading reading)
    {
        var split = text.AsSpan().IndexOfAnyExcept(Digits);
        var (number, unit) = split < 0 ? (text, null) : (text[..split].Trim(), text[split..].Trim());
        if (unit is { Length: > 20 }) return Phrase.Of("unit-too-long", 20);
        return Num.Read(number) switch
        {
            { Fault: { } fault } => fault,
            { Ok: true, Value: var n } => Parsed<Measure?>.Yes(new Measure(n, unit)),
            _ => Phrase.Of("not-a-number", text),
        };
    }

    public override bool Takes(string text, Reading reading) => text.Length > 0 && char.IsAsciiDigit(text[0]) && text.Length < 40 && Read(text, reading).Ok;

    public override void Write(Utf8JsonWriter writer, Measure? value) => Json.Number(writer, value!.Number);

    public override Measure? Load(JsonElement stored) => new(stored.GetDecimal(), null);

    public override Arg Show(Measure? value) => value is null ? "" : value.Unit is null ? value.Number : Phrase.Of("measure", value.Number, value.Unit);
}

/// <summary>Readings over time (S0-67): each a date and a number, typed as <c>2026-05-01 21</c>; one reading a date.</summary>
public sealed class ReadingsShape : Shape<ImmutableArray<(DateOnly Date, decimal Value)>>
{
    public override string Name => "readings";

    public override bool Grows => true;

    public override FormInput Input => FormInput.LongText;

    public override bool ByLine => true;

    public override int MaxLength => 16 * 1024;

    public override ImmutableArray<(DateOnly Date, decimal Value)> Nothing => [];

    public override string Again(ImmutableArray<(DateOnly Date, decimal Value)> value) =>
        value.IsDefaultOrEmpty ? "" : string.Join('\n', value.Select(r => $"{r.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {Num.Show(r.Value)}"));

    public override bool Same(ImmutableArray<(DateOnly Date, decimal Value)> one, ImmutableArray<(DateOnly Date, decimal Value)> other) => one.IsDefaultOrEmpty ? other.IsDefaultOrEmpty : !other.IsDefaultOrEmpty && one.AsSpan().SequenceEqual(other.AsSpan());

    public override bool IsEmpty(ImmutableArray<(DateOnly Date, decimal Value)> value) => value.IsDefaultOrEmpty;

    public override Parsed<ImmutableArray<(DateOnly Date, decimal Value)>> Read(string text, Reading reading)
    {
        var split = text.LastIndexOf(' ');
        if (split < 0) return Phrase.Of("not-a-reading", text);
        var (date, number) = (DayShape.Date(text[..split].TrimEnd(' ', ':'), reading), Num.Read(text[(split + 1)..]));
        var fault = date.Fault ?? number.Fault ?? (date.Ok && number.Ok ? null : Phrase.Of("not-a-reading", text));
        return fault is not null ? fault
            : Parsed<ImmutableArray<(DateOnly Date, decimal Value)>>.Yes([(date.Value, number.Value)]);
    }

    public override ImmutableArray<(DateOnly Date, decimal Value)> Add(
        ImmutableArray<(DateOnly Date, decimal Value)> before, ImmutableArray<(DateOnly Date, decimal Value)> given) =>
        before.IsDefaultOrEmpty ? given : [.. before.Where(r => given.All(g => g.Date != r.Date)).Concat(given).OrderBy(r => r.Date)];

    public override void Write(Utf8JsonWriter writer, ImmutableArray<(DateOnly Date, decimal Value)> value)
    {
        writer.WriteStartArray();
        foreach (var (date, number) in value)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Json.Number(writer, number);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    public override ImmutableArray<(DateOnly Date, decimal Value)> Load(JsonElement stored) =>
        [.. stored.EnumerateArray().Select(r => (DateOnly.ParseExact(r[0].GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), r[1].GetDecimal()))];

    public override Arg Show(ImmutableArray<(DateOnly Date, decimal Value)> value) =>
        Arg.List(value.Select(r => (Arg)Phrase.Of("reading", r.Date, r.Value)));
}

using System.Globalization;
using System.Text.Json;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>What something costs, with currency and per what (S0-33, S0-63).</summary>
public sealed class CostShape : Shape<Cost?>
{
    public override string Name => "cost";

    public override int MaxLength => Limits.Name;

    public override string Again(Cost? value) => value switch
    {
        null => "",
        { Per: null } => $"{Num.Show(value.Amount)} {value.Currency}",
        _ => $"{Num.Show(value.Amount)} {value.Currency} per {value.Per}",
    };

    public override bool IsEmpty(Cost? value) => value is null;

    public override Parsed<Cost?> Read(string text, Reading reading) => Cost(text, reading) switch
    {
        { Fault: { } fault } => fault,
        { Ok: true, Value: var cost } => Parsed<Cost?>.Yes(cost),
        _ => Phrase.Of("not-money", text),
    };

    public override bool Takes(string text, Reading reading) => Cost(text, reading) is { Ok: true } or { Fault: not null };

    // Here and below: English first, then the same text with the words of another language in English.
    private static Parsed<Cost> Cost(string text, Reading reading) => MoneyText.Read(text) is { Ok: false, Fault: null } ? MoneyText.Read(reading.Tongue.Plain(text)) : MoneyText.Read(text);

    public override void Write(Utf8JsonWriter writer, Cost? value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("amount");
        Json.Number(writer, value!.Amount);
        writer.WriteString("currency", value.Currency);
        if (value.Per is { } per) writer.WriteString("per", per);
        writer.WriteEndObject();
    }

    public override Cost? Load(JsonElement stored) =>
        new(stored.GetProperty("amount").GetDecimal(), stored.GetProperty("currency").GetString()!, stored.Text("per"));

    public override Arg Show(Cost? value) => value switch
    {
        null => "",
        { Per: null } => Phrase.Of("money", value.Amount, value.Currency),
        { Per: var per } => Phrase.Of("cost", value.Amount, value.Currency, new Arg.Word($"per.{per}", per)),
    };
}

/// <summary>How long something lasts, with how we know where the text ends in a source (S0-28, S1-48).</summary>
public sealed class SpanShape : Shape<Span?>
{
    public override string Name => "span";

    public override string Again(Span? value) => value is null ? "" : $"{Lasts(value)} {value.Unit} {(value.Source is { } source ? SourceText.Show(source) : "")}".TrimEnd();

    public override bool IsEmpty(Span? value) => value is null;

    public override Parsed<Span?> Read(string text, Reading reading)
    {
        var source = SourceText.Split(text, out var rest);
        if (SourceShape.TooLong(source) is { } tooLong) return tooLong;
        return Span(rest, reading) switch
        {
            { Fault: { } fault } => fault,
            { Ok: true, Value: var span } => Parsed<Span?>.Yes(span with { Source = source }),
            _ => Phrase.Of("not-a-span", rest),
        };
    }

    public override bool Takes(string text, Reading reading)
    {
        SourceText.Split(text, out var rest);
        return Span(rest, reading) is { Ok: true } or { Fault: not null };
    }

    private static Parsed<Span> Span(string text, Reading reading) => SpanText.Read(text) is { Ok: false, Fault: null } ? SpanText.Read(reading.Tongue.Plain(text)) : SpanText.Read(text);

    public override void Write(Utf8JsonWriter writer, Span? value)
    {
        writer.WriteStartObject();
        Json.Number(writer, "min", value!.Min);
        Json.Number(writer, "typical", value.Typical);
        Json.Number(writer, "max", value.Max);
        writer.WriteString("unit", value.Unit);
        if (value.Source is { } source) Json.Source(writer, source);
        writer.WriteEndObject();
    }

    public override Span? Load(JsonElement stored) =>
        new(stored.Number("min"), stored.Number("typical"), stored.Number("max"), stored.GetProperty("unit").GetString()!, stored.Source());

    public override Arg Show(Span? value) => value switch
    {
        null => "",
        { Min: { } min, Typical: { } typical, Max: { } max } => Phrase.Of("span.three", min, typical, max, Unit(value)),
        { Min: { } min, Max: { } max } => Phrase.Of("span.range", min, max, Unit(value)),
        { Typical: 1 } => Phrase.Of("span.one", 1, new Arg.Word($"one.{value.Unit[..^1]}", value.Unit[..^1])),
        _ => Phrase.Of("span.one", value.Typical ?? 0, Unit(value)),
    };

    private static string Lasts(Span value) => value switch
    {
        { Min: { } min, Typical: { } typical, Max: { } max } => $"{Num.Show(min)}/{Num.Show(typical)}/{Num.Show(max)}",
        { Min: { } min, Max: { } max } => $"{Num.Show(min)}-{Num.Show(max)}",
        _ => Num.Show(value.Typical ?? 0),
    };

    private static Arg.Word Unit(Span span) => new($"unit.{span.Unit}", span.Unit);
}

/// <summary>A date, read in the typist's zone (settled: "Dates").</summary>
public sealed class DayShape : Shape<Day?>
{
    public override string Name => "date";

    public override FormInput Input => FormInput.Date;

    public override int MaxLength => 0;

    public override string Again(Day? value) => value?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public override bool IsEmpty(Day? value) => value is null;

    public override Parsed<Day?> Read(string text, Reading reading) => Date(text, reading) switch
    {
        { Fault: { } fault } => fault,
        { Ok: true, Value: var date } => Parsed<Day?>.Yes(Day.Of(date, reading.Zone)),
        _ => Phrase.Of("not-a-date", text),
    };

    public override void Write(Utf8JsonWriter writer, Day? value)
    {
        writer.WriteStartObject();
        writer.WriteString("at", value!.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteString("zone", value.Zone);
        writer.WriteEndObject();
    }

    public override Day? Load(JsonElement stored) => stored.ValueKind == JsonValueKind.String
        ? Day.Of(DateOnly.ParseExact(stored.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), Zone.Utc)
        : new(stored.GetProperty("at").GetDateTimeOffset(), stored.GetProperty("zone").GetString()!);

    /// <summary>A date as it is typed, in English or another language that is understood.</summary>
    public static Parsed<DateOnly> Date(string text, Reading reading) =>
        DateText.Read(text, reading.Today) is { Ok: false, Fault: null } ? DateText.Read(reading.Tongue.Plain(text), reading.Today) : DateText.Read(text, reading.Today);

    public override Arg Show(Day? value) => value is null ? "" : value.Date;
}

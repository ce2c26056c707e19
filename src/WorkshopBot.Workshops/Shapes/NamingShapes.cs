using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>One item of the map, named by ref or by the name it has there. <paramref name="letters"/>: which kinds it may be; empty means any.</summary>
public sealed class RefShape(string letters) : Shape<Ref?>
{
    public override string Name => "item";

    public string Letters => letters;

    public bool Accepts(Ref item) => letters.Length == 0 || letters.Contains(item.Letter, StringComparison.Ordinal);

    public override FormInput Input => FormInput.OneOf;

    public override int MaxLength => 0;

    public override string Again(Ref? value) => value?.ToString() ?? "";

    public override bool IsEmpty(Ref? value) => value is null;

    public override Parsed<Ref?> Read(string text, Reading reading) => Naming.Read(text, reading, this) switch
    {
        { Fault: { } fault } => fault,
        { Value: var found } => Parsed<Ref?>.Yes(found),
    };

    public override void Write(Utf8JsonWriter writer, Ref? value) => writer.WriteStringValue(value!.Value.ToString());

    public override Ref? Load(JsonElement stored) => Ref.Read(stored.GetString());

    public override Arg Show(Ref? value) => value is { } item ? item : "";
}

/// <summary>Several items of the map, in the order they were named, each once.</summary>
public sealed class RefsShape(string letters) : Shape<ImmutableArray<Ref>>
{
    private const int MaxRefs = 100;

    private readonly RefShape one = new(letters);

    public override string Name => "items";

    public override bool Grows => true;

    public override FormInput Input => FormInput.AnyOf;

    public override int MaxLength => 0;

    public override ImmutableArray<Ref> Nothing => [];

    public override string Again(ImmutableArray<Ref> value) => value.IsDefaultOrEmpty ? "" : string.Join(',', value);

    public bool Accepts(Ref item) => one.Accepts(item);

    public override bool Same(ImmutableArray<Ref> one, ImmutableArray<Ref> other) => one.IsDefaultOrEmpty ? other.IsDefaultOrEmpty : !other.IsDefaultOrEmpty && one.AsSpan().SequenceEqual(other.AsSpan());

    public override bool IsEmpty(ImmutableArray<Ref> value) => value.IsDefaultOrEmpty;

    public override Parsed<ImmutableArray<Ref>> Read(string text, Reading reading)
    {
        var found = ImmutableArray.CreateBuilder<Ref>();
        foreach (var part in reading.Tongue.Words("and").Aggregate(text, (said, and) => said.Replace($" {and} ", ",", StringComparison.OrdinalIgnoreCase)).Split([',', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var read = Naming.Read(part, reading, one);
            if (read.Fault is { } fault) return fault;
            if (!found.Contains(read.Value)) found.Add(read.Value);
        }
        return Parsed<ImmutableArray<Ref>>.Yes(found.ToImmutable());
    }

    public override Phrase? TooMuch(ImmutableArray<Ref> value) => value.Length > MaxRefs ? Phrase.Of("too-many-entries", MaxRefs) : null;

    public override ImmutableArray<Ref> Add(ImmutableArray<Ref> before, ImmutableArray<Ref> given) =>
        before.IsDefaultOrEmpty ? given : [.. before, .. given.Where(item => !before.Contains(item))];

    public override void Write(Utf8JsonWriter writer, ImmutableArray<Ref> value)
    {
        writer.WriteStartArray();
        foreach (var item in value) writer.WriteStringValue(item.ToString());
        writer.WriteEndArray();
    }

    public override ImmutableArray<Ref> Load(JsonElement stored) => [.. stored.EnumerateArray().Select(item => Ref.Read(item.GetString()) ?? default)];

    public override Arg Show(ImmutableArray<Ref> value) => Arg.List(value.Select(item => (Arg)item));
}

/// <summary>Somebody of this workshop, by platform mention, <c>@word</c> or <c>@"Two Words"</c> (settled: "Persons").</summary>
public sealed class PersonShape : Shape<PersonRef?>
{
    public override string Name => "person";

    public override int MaxLength => Limits.Title;

    public override string Again(PersonRef? value) => value?.Name ?? "";

    public override string Exactly(PersonRef? value) => value is { Key: { Length: > 0 } key } ? key : Again(value);

    public override bool IsEmpty(PersonRef? value) => value is null;

    public override Parsed<PersonRef?> Read(string text, Reading reading) => reading.Person(text) switch
    {
        { Fault: { } fault } => fault,
        { Value: var found } => Parsed<PersonRef?>.Yes(found),
    };

    public override void Write(Utf8JsonWriter writer, PersonRef? value)
    {
        writer.WriteStartObject();
        writer.WriteString("key", value!.Key);
        writer.WriteString("name", value.Name);
        writer.WriteEndObject();
    }

    public override PersonRef? Load(JsonElement stored) => stored.ValueKind == JsonValueKind.String
        ? new("", stored.GetString()!)
        : new(stored.GetProperty("key").GetString()!, stored.GetProperty("name").GetString()!);

    public override Arg Show(PersonRef? value) => value?.Name ?? "";
}

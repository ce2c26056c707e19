using System.Text.Json;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>How we know a number: sample, period, source and level, as in the brackets of a typed line (S1-49).</summary>
public sealed class SourceShape : Shape<Source?>
{
    public override string Name => "source";

    public override string Again(Source? value) => value is null ? "" : SourceText.Show(value);

    public override bool IsEmpty(Source? value) => value is null;

    public override Parsed<Source?> Read(string text, Reading reading) => SourceText.Read(text) is var source && TooLong(source) is { } fault ? fault : Parsed<Source?>.Yes(source);

    /// <summary>The refusal of a source whose words or link are longer than a text may be; null when none is.</summary>
    public static Phrase? TooLong(Source? source) => source is null ? null : TextShape.Checked(source.Text ?? "", Limits.Text) ?? TextShape.Checked(source.Link ?? "", Limits.Text);

    public override void Write(Utf8JsonWriter writer, Source? value)
    {
        writer.WriteStartObject();
        Json.Source(writer, value!);
        writer.WriteEndObject();
    }

    public override Source? Load(JsonElement stored) => stored.Source();

    public override Arg Show(Source? value) => value is null ? "" : SourceText.Show(value);
}

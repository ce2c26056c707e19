using System.Text.Json;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>How we know a number: sample, period, source and level, as in the brackets of a typed line (S1-49).</summary>
public sealed class SourceShape : Shape<Source?>
{
    public override string Name => "source";

    public override bool IsEmpty(Source? value) => value is null;

    public override Parsed<Source?> Read(string text, Reading reading) => Parsed<Source?>.Yes(SourceText.Read(text));

    public override void Write(Utf8JsonWriter writer, Source? value)
    {
        writer.WriteStartObject();
        Json.Source(writer, value!);
        writer.WriteEndObject();
    }

    public override Source? Load(JsonElement stored) => stored.Source();

    public override Arg Show(Source? value) => value is null ? "" : SourceText.Show(value);
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps.Kickoff;

namespace WorkshopBot.Exports;

/// <summary>The whole map as JSON (docs/export-json.md, docs/journey-map.schema.json); <see cref="JsonImport"/> reads it back to the same bytes.</summary>
public sealed class JsonExport : IExport
{
    // Relaxed: names in any script stay readable. What could end a string or a line is still escaped; the file is no piece of HTML.
    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Format => "json";

    public ExportedFile Write(Workshop workshop)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            WriteHead(writer, workshop);
            new ItemWriter(writer, workshop, new Outline(workshop.Map)).WriteArrays(default);
            CloseForm.Write(writer, workshop);
            Json.Number(writer, "evidenceShare", workshop.Map.EvidenceShare);
            writer.WriteNumber("participants", Humans.Count(workshop));
            writer.WriteEndObject();
        }
        return new(FileName.Of(workshop.Title, ".json"), "application/json", [.. buffer.WrittenSpan, (byte)'\n'], IsText: true);
    }

    private static void WriteHead(Utf8JsonWriter writer, Workshop w)
    {
        writer.WriteString("schema", Layout.Schema);
        writer.WriteString("title", w.Title);
        writer.WriteString("state", w.ToBe ? "to-be" : "as-is");
        if (w.LinkedTo is { } linked) writer.WriteString("linkedTo", linked);
        if (w.Map.IsHypothesis) writer.WriteString("label", Layout.Hypothesis);
        if (w.Phase != Phase.NotStarted) writer.WriteString("phase", w.Phase == Phase.Closed ? "closed" : "running");
        if (w.Playbook.Step(w.StepId) is not null) writer.WriteString("step", w.StepId);
        writer.WriteStartArray("opened");
        foreach (var step in w.Playbook.Steps.Where(step => w.Opened.Contains(step.Id))) writer.WriteStringValue(step.Id);
        writer.WriteEndArray();
        writer.WriteStartObject("scenario");
        foreach (var field in Frame.Kind.Fields) FieldForm.Write(writer, field, w.Frame, w.Map);
        writer.WriteEndObject();
        if (w.Map.Chosen is { } chosen && Layout.Standing(chosen, w.Map) is { } lead) writer.WriteString("lead", lead.ToString());
    }
}

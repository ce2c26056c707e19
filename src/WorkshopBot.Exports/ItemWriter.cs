using System.Text.Json;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports;

/// <summary>Writes items, each with its ref first, and what stands under them.</summary>
internal sealed class ItemWriter(Utf8JsonWriter writer, Workshop w, Outline outline)
{
    public void WriteArrays(Ref place)
    {
        foreach (var (plural, entries) in outline.At(place))
        {
            writer.WriteStartArray(plural);
            foreach (var entry in entries) Write(entry);
            writer.WriteEndArray();
        }
    }

    private void Write(Entry entry)
    {
        writer.WriteStartObject();
        writer.WriteString(Layout.Name, entry.Name.ToString());
        if (entry.Item is Feeling) FeelingForm.Write(writer, entry, w.Map);
        else WriteFields(entry);
        if (!Layout.Always(entry.Name).IsEmpty) WriteArrays(entry.Name);
        writer.WriteEndObject();
    }

    private void WriteFields(Entry entry)
    {
        foreach (var field in entry.Kind.Fields)
            switch (entry.Item, field.Id)
            {
                case (Gap gap, "text"):
                    GapForm.Write(writer, gap, w);
                    break;
                case (Touchpoint { MomentOfTruth: { Length: > 0 } why }, "momentOfTruth"):
                    writer.WriteStartObject(field.Id);
                    writer.WriteString("why", why);
                    writer.WriteEndObject();
                    break;
                case (Touchpoint, "serves" or "answers"):
                    FieldForm.WriteRefs(writer, field, entry.Item, w.Map, always: true);
                    break;
                // A percentage nobody knows is a legal value and a task (settled: "Cost and conversion").
                case (Conversion { Percent: null }, "percent"):
                    writer.WriteNull(field.Id);
                    break;
                default:
                    FieldForm.Write(writer, field, entry.Item, w.Map);
                    break;
            }
    }
}

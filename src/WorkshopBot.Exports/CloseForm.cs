using System.Text.Json;
using WorkshopBot.Workshops;

namespace WorkshopBot.Exports;

/// <summary>How a workshop ended and what people said of the whole, without their names. Owner and review date are in the scenario.</summary>
internal static class CloseForm
{
    /// <summary>The endings by the name they have in a file.</summary>
    public static readonly (Ending Ending, string Name)[] Endings = [(Ending.SignedOff, "signed-off"), (Ending.OpenPoints, "open-points"), (Ending.ThrownAway, "thrown-away")];

    public static void Write(Utf8JsonWriter writer, Workshop w)
    {
        var judgements = w.Judgements.Values.OrderBy(said => said.Score).ThenBy(said => said.Text, StringComparer.Ordinal)
            .ThenBy(said => said.SignedOff).ThenBy(said => said.Objection, StringComparer.Ordinal).ToList();
        writer.WriteStartObject("close");
        if (w.Ending is { } ending) writer.WriteString("ending", Endings.First(known => known.Ending == ending).Name);
        writer.WriteNumber("signOffs", judgements.Count(said => said.SignedOff));
        writer.WriteNumber("objections", judgements.Count(said => said.Objection is not null));
        writer.WriteStartArray("judgements");
        foreach (var said in judgements)
        {
            writer.WriteStartObject();
            if (said.Score is { } score) writer.WriteNumber("score", score);
            if (said.Text is { } text) writer.WriteString("text", text);
            if (said.SignedOff) writer.WriteBoolean("signedOff", true);
            if (said.Objection is { } objection) writer.WriteString("objection", objection);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

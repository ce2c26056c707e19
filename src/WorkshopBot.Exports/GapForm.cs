using System.Text.Json;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Exports;

/// <summary>The text of a gap in the export: what somebody wrote, else the English sentence of the check that raised it.</summary>
internal static class GapForm
{
    /// <summary>Says that the text of a finding is somebody's own; without it the text is the check's and is not read back.</summary>
    public const string OwnText = "ownText";

    public static void Write(Utf8JsonWriter writer, Gap gap, Workshop w)
    {
        if ((gap.Text ?? Sentence(gap, w)) is not { Length: > 0 } text) return;
        writer.WriteString("text", text);
        if (gap is { Check: not null, Text: not null }) writer.WriteBoolean(OwnText, true);
    }

    /// <summary>Null where the rule is not known here, or where what it speaks of has been taken off the map.</summary>
    private static string? Sentence(Gap gap, Workshop w) =>
        w.Playbook.Checks.FirstOrDefault(check => check.Id == gap.Check) is { } check && gap.Place is { } place && Layout.Standing(place, w.Map) is { } standing
            ? Speech.Say(check.Says(w.Map, standing), Speech.Culture("en")) : null;
}

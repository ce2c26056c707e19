using System.Text.Json;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports;

/// <summary>How a feeling stands in the export: whose, where, and for wanted and actual the word, the middle score and the number of votes, without voters.</summary>
internal static class FeelingForm
{
    public const string Persona = "persona", Stage = "stage", Touchpoint = "touchpoint", Wanted = "wanted", Actual = "actual";

    /// <summary>What a feeling may have beside its ref.</summary>
    public static readonly string[] Names = [Persona, Stage, Touchpoint, Wanted, Actual];

    public static void Write(Utf8JsonWriter writer, Entry entry, JourneyMap map)
    {
        var feeling = (Feeling)entry.Item;
        var place = feeling.Place is { } at ? Layout.Standing(at, map) : null;
        var stage = Layout.PlaceOf(entry, map);
        if (feeling.Persona is { } persona && Layout.Standing(persona, map) is { } whose) writer.WriteString(Persona, whose.ToString());
        if (!stage.IsNone) writer.WriteString(Stage, stage.ToString());
        if (place is { } name && name != stage) writer.WriteString(Touchpoint, name.ToString());
        Write(writer, Wanted, feeling.Wanted);
        Write(writer, Actual, feeling.Actual);
    }

    private static void Write(Utf8JsonWriter writer, string name, Tally tally)
    {
        if (tally.IsEmpty) return;
        var ballots = tally.All.Select(vote => vote.Mood).OrderBy(mood => mood.Word, StringComparer.Ordinal).ThenBy(mood => mood.Score).ToList();
        writer.WriteStartObject(name);
        writer.WriteString("word", Word(ballots));
        writer.WritePropertyName("score");
        Json.Number(writer, tally.Median);
        writer.WriteNumber("votes", tally.Votes);
        if (ballots.Count > 1) WriteBallots(writer, ballots);
        writer.WriteEndObject();
    }

    private static void WriteBallots(Utf8JsonWriter writer, List<Mood> ballots)
    {
        writer.WriteStartArray("ballots");
        foreach (var mood in ballots)
        {
            writer.WriteStartObject();
            writer.WriteString("word", mood.Word);
            writer.WriteNumber("score", mood.Score);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    // Not Tally.Word: how that one is written, "Confused" or "confused", hangs on who voted first, which no file should tell.
    private static string Word(List<Mood> ballots) =>
        ballots.GroupBy(mood => mood.Word, StringComparer.OrdinalIgnoreCase).OrderByDescending(same => same.Count()).ThenBy(same => same.First().Word, StringComparer.Ordinal).First().First().Word;
}

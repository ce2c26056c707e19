using System.Text.Json;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>Votes of a feeling: typed one at a time as <c>confused 2</c> and cast by their own command, stored vote by vote as they were cast.</summary>
public sealed class TallyShape : Shape<Tally>
{
    private const int MaxWord = 40, MaxWords = 3;

    public override string Name => "mood";

    public override bool Grows => true;

    public override Tally Nothing => Tally.Empty;

    // A vote is somebody's own; all of them together are never typed.
    public override string Again(Tally value) => "";

    public override bool IsEmpty(Tally value) => value.IsEmpty;

    public override Parsed<Tally> Read(string text, Reading reading) => Phrase.Of("feelings-are-votes");

    /// <summary>The grammar's mood: one to three words and a score from 1 to 5.</summary>
    public static Parsed<Mood> ReadMood(string text)
    {
        var split = text.TrimEnd().LastIndexOf(' ');
        if (split <= 0 || !Num.Read(text[(split + 1)..].Trim()).Ok) return Phrase.Of("mood-form", text);
        // One spelling of a word, so that "Lost" and "lost" are counted together.
        var (word, score) = (text[..split].Trim().ToLowerInvariant(), Num.Read(text[(split + 1)..].Trim()).Value);
        if (score is < 1 or > 5 || score != decimal.Truncate(score)) return Phrase.Of("score-range", 1, 5);
        return word.Split(' ').Length > MaxWords || word.Length > MaxWord ? Phrase.Of("mood-form", text) : new Mood(word, (int)score);
    }

    public override void Write(Utf8JsonWriter writer, Tally value)
    {
        writer.WriteStartArray();
        foreach (var (voter, mood) in value.InOrder)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(voter);
            writer.WriteStringValue(mood.Word);
            writer.WriteNumberValue(mood.Score);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    public override Tally Load(JsonElement stored) =>
        stored.EnumerateArray().Aggregate(Tally.Empty, (tally, vote) => tally.With(vote[0].GetString()!, new Mood(vote[1].GetString()!, vote[2].GetInt32())));

    public override Arg Show(Tally value) => value.IsEmpty ? "" : Phrase.Of("mood", value.Scored, value.Median, value.Votes);
}

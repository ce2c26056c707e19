using System.Globalization;
using System.Text.Json;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports;

/// <summary>Casts the votes of a feeling again, for voters of whom only the number is known.</summary>
internal static class BallotReader
{
    public static IEnumerable<WorkshopEvent> Votes(Found found) =>
        [.. Votes(found, FeelingForm.Wanted, wanted: true), .. Votes(found, FeelingForm.Actual, wanted: false)];

    private static IEnumerable<WorkshopEvent> Votes(Found found, string name, bool wanted)
    {
        if (found.Element.Get(name) is not { } tally) return [];
        var where = $"{found.Name} {name}";
        tally.Whole(where).Only(where, "word", "score", "votes", "ballots");
        var votes = (tally.Get("votes") ?? throw new ImportFaultException($"{where} needs its votes.")).Count(1, Limits.People, $"{where} votes");
        // Without ballots all said the same.
        List<Mood> moods = tally.Get("ballots") is { } ballots
            ? [.. ballots.Row(where).Select(ballot => Read(ballot.Whole(where), where, only: true))]
            : [.. Enumerable.Repeat(Read(tally, where), votes)];
        if (moods.Count != votes) throw new ImportFaultException($"{where} has {moods.Count} ballots for {votes} votes.");
        return moods.Select((mood, index) => new WorkshopEvent.Felt(found.Name, wanted, string.Create(CultureInfo.InvariantCulture, $"import:{index + 1}"), mood));
    }

    private static Mood Read(JsonElement element, string where, bool only = false)
    {
        if (only) element.Only(where, "word", "score");
        var word = (element.Get("word") ?? throw new ImportFaultException($"{where} needs its word.")).Words(where);
        var score = (element.Get("score") ?? throw new ImportFaultException($"{where} needs its score.")).Count(1, 5, $"{where} score");
        return TallyShape.ReadMood(string.Create(CultureInfo.InvariantCulture, $"{word} {score}")) is { Ok: true, Value: var mood }
            ? mood with { Word = word } : throw new ImportFaultException($"{where} is not one to three words.");
    }
}

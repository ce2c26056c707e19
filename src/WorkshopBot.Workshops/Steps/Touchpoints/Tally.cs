using System.Collections.Immutable;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>One vote a person, counted as it grows: median, spread and commonest word never walk over the votes.</summary>
public sealed record Tally
{
    public static readonly Tally Empty = new();

    /// <summary>Words that are said of one feeling.</summary>
    private const int MostWords = 3;

    private ImmutableDictionary<string, Mood> Ballots { get; init; } = ImmutableDictionary.Create<string, Mood>(StringComparer.Ordinal);

    /// <summary>How many gave each score, 1 first.</summary>
    private ImmutableArray<int> Scores { get; init; } = [0, 0, 0, 0, 0];

    /// <summary>How many used each word, and the sum of the scores they gave with it.</summary>
    private ImmutableDictionary<string, (int Count, int Sum)> Words { get; init; } = ImmutableDictionary.Create<string, (int, int)>(StringComparer.Ordinal);

    /// <summary>When each vote was cast, counted up.</summary>
    private ImmutableDictionary<string, int> Cast { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    private int Last { get; init; }

    public int Votes => Ballots.Count;

    public bool IsEmpty => Votes == 0;

    /// <summary>The middle score; halves for an even number of votes. 0 without votes.</summary>
    public decimal Median => Votes == 0 ? 0 : (At((Votes - 1) / 2) + At(Votes / 2)) / 2m;

    /// <summary>Highest minus lowest score.</summary>
    public int Spread => Votes == 0 ? 0 : At(Votes - 1) - At(0);

    /// <summary>The word most people used; where as many used another one, each of them, from low to high, so that nobody's is lost and every host says the same.</summary>
    public string Word => string.Join(", ", Commonest());

    /// <summary>The same before the median: several words are parted from a score that is none of theirs.</summary>
    public string Scored => Commonest().Count > 1 ? $"{Word} ·" : Word;

    public Mood? Of(string voter) => Ballots.GetValueOrDefault(voter);

    /// <summary>In order of voter key.</summary>
    public IEnumerable<(string Voter, Mood Mood)> All => Ballots.OrderBy(ballot => ballot.Key, StringComparer.Ordinal).Select(ballot => (ballot.Key, ballot.Value));

    /// <summary>In the order in which they were cast.</summary>
    public IEnumerable<(string Voter, Mood Mood)> InOrder => Cast.OrderBy(one => one.Value).Select(one => (one.Key, Ballots[one.Key]));

    /// <summary>Two voters become one; of two votes the later one stays.</summary>
    public Tally Unite(string voter, string other) =>
        Of(other) is not { } mood ? this : Of(voter) is null || Cast[other] > Cast[voter] ? With(other, null).With(voter, mood) : With(other, null);

    /// <summary>The same person's second vote replaces the first; null takes it back.</summary>
    public Tally With(string voter, Mood? mood)
    {
        var (scores, words) = (Scores, Words);
        if (Of(voter) is { } before) (scores, words) = (scores.SetItem(before.Score - 1, scores[before.Score - 1] - 1), Count(words, before, -1));
        if (mood is not null) (scores, words) = (scores.SetItem(mood.Score - 1, scores[mood.Score - 1] + 1), Count(words, mood, +1));
        return new()
        {
            Ballots = mood is null ? Ballots.Remove(voter) : Ballots.SetItem(voter, mood), Scores = scores, Words = words,
            Cast = mood is null ? Cast.Remove(voter) : Cast.SetItem(voter, Last + 1), Last = mood is null ? Last : Last + 1,
        };
    }

    private int At(int position)
    {
        var score = 0;
        for (var seen = Scores[0]; seen <= position; seen += Scores[score]) score++;
        return score + 1;
    }

    private List<string> Commonest()
    {
        if (Words.IsEmpty) return [];
        var most = Words.Max(word => word.Value.Count);
        List<string> equal = [.. Words.Where(word => word.Value.Count == most).OrderBy(word => (decimal)word.Value.Sum / word.Value.Count).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key)];
        // Of many the ends say most.
        return equal.Count <= MostWords ? equal : [equal[0], "…", equal[^1]];
    }

    private static ImmutableDictionary<string, (int Count, int Sum)> Count(ImmutableDictionary<string, (int Count, int Sum)> words, Mood mood, int sign)
    {
        var (count, sum) = words.GetValueOrDefault(mood.Word);
        return count + sign == 0 ? words.Remove(mood.Word) : words.SetItem(mood.Word, (count + sign, sum + sign * mood.Score));
    }
}

using System.Collections.Immutable;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>One vote a person, counted as it grows: median, spread and commonest word never walk over the votes.</summary>
public sealed record Tally
{
    public static readonly Tally Empty = new();

    private ImmutableDictionary<string, Mood> Ballots { get; init; } = ImmutableDictionary.Create<string, Mood>(StringComparer.Ordinal);

    /// <summary>How many gave each score, 1 first.</summary>
    private ImmutableArray<int> Scores { get; init; } = [0, 0, 0, 0, 0];

    private ImmutableDictionary<string, int> Words { get; init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    public int Votes => Ballots.Count;

    public bool IsEmpty => Votes == 0;

    /// <summary>The middle score; halves for an even number of votes. 0 without votes.</summary>
    public decimal Median => Votes == 0 ? 0 : (At((Votes - 1) / 2) + At(Votes / 2)) / 2m;

    /// <summary>Highest minus lowest score.</summary>
    public int Spread => Votes == 0 ? 0 : At(Votes - 1) - At(0);

    /// <summary>The word most people used; of equals the first in the alphabet, so that every host says the same.</summary>
    public string Word => Words.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key).FirstOrDefault("");

    public Mood? Of(string voter) => Ballots.GetValueOrDefault(voter);

    /// <summary>In order of voter key.</summary>
    public IEnumerable<(string Voter, Mood Mood)> All => Ballots.OrderBy(ballot => ballot.Key, StringComparer.Ordinal).Select(ballot => (ballot.Key, ballot.Value));

    /// <summary>The same person's second vote replaces the first; null takes it back.</summary>
    public Tally With(string voter, Mood? mood)
    {
        var (scores, words) = (Scores, Words);
        if (Of(voter) is { } before) (scores, words) = (scores.SetItem(before.Score - 1, scores[before.Score - 1] - 1), Count(words, before.Word, -1));
        if (mood is not null) (scores, words) = (scores.SetItem(mood.Score - 1, scores[mood.Score - 1] + 1), Count(words, mood.Word, +1));
        return new() { Ballots = mood is null ? Ballots.Remove(voter) : Ballots.SetItem(voter, mood), Scores = scores, Words = words };
    }

    private int At(int position)
    {
        var score = 0;
        for (var seen = Scores[0]; seen <= position; seen += Scores[score]) score++;
        return score + 1;
    }

    private static ImmutableDictionary<string, int> Count(ImmutableDictionary<string, int> words, string word, int sign)
    {
        var count = words.GetValueOrDefault(word) + sign;
        return count == 0 ? words.Remove(word) : words.SetItem(word, count);
    }
}

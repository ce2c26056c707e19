namespace WorkshopBot.Workshops.Values;

/// <summary>A feeling as a person gives it (S2-39, S2-40): one to three words and a score from 1 (bad) to 5 (good).</summary>
public sealed record Mood(string Word, int Score);

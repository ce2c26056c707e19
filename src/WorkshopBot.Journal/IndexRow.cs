namespace WorkshopBot.Journal;

/// <summary>The workshop a room or thread speaks of, as it is stored.</summary>
sealed record IndexRow(string Workshop);

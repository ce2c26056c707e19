namespace WorkshopBot.Journal;

/// <summary>A seat on a list, as it is stored.</summary>
sealed record SeatListRow(string Room, string Person);

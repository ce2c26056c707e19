namespace WorkshopBot.Journal;

/// <summary>A turn that has been heard in a seat; with a workshop when what it led to is in that one's journal.</summary>
public sealed record SeatTurn(string Turn, string? Workshop);

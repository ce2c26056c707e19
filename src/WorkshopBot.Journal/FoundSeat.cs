namespace WorkshopBot.Journal;

/// <summary>A seat as it was found, with the ETag to save it under.</summary>
public sealed record FoundSeat(Seat Seat, string ETag);

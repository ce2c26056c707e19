namespace WorkshopBot.Journal;

/// <summary>A seat that holds something of a workshop, as it was found on its list.</summary>
/// <param name="Room">The room the seat is in.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Key">Where on the list it stands; the list goes on after it.</param>
/// <param name="WrittenAt">When the storage, by its own clock, last put it on the list.</param>
/// <param name="ETag">To take this state of it off the list.</param>
public sealed record ListedSeat(string Room, string Person, string Key, DateTimeOffset WrittenAt, string ETag);

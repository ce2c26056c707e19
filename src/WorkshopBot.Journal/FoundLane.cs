namespace WorkshopBot.Journal;

/// <summary>A lane as it was found, with the ETag that is the fence around its room's message rows.</summary>
public sealed record FoundLane(LaneRow Lane, string ETag);

namespace WorkshopBot.Journal.Checking;

/// <summary>Something that is not as it should be, and where. The words name no content of a row.</summary>
/// <param name="Partition">Where it is.</param>
/// <param name="Key">The row; null for the partition as a whole.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="IsTrouble">False: only worth knowing, nothing is lost.</param>
public sealed record Finding(string Partition, string? Key, string What, bool IsTrouble = true);

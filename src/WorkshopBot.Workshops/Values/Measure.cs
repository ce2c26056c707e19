namespace WorkshopBot.Workshops.Values;

/// <summary>A number with the unit somebody wrote beside it, or none.</summary>
public sealed record Measure(decimal Number, string? Unit);

namespace WorkshopBot.Workshops.Values;

/// <summary>An amount in one currency (ISO 4217). Amounts of different currencies are never added.</summary>
public sealed record Money(decimal Amount, string Currency);

/// <summary>What something costs, and per what: person, contact, month, year, once; null where nobody said.</summary>
public sealed record Cost(decimal Amount, string Currency, string? Per);

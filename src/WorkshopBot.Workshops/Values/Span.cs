namespace WorkshopBot.Workshops.Values;

/// <summary>How long something lasts for the customer (S0-28, S1-48): typical, a range, or all three, in one unit, and how we know.</summary>
public sealed record Span(decimal? Min, decimal? Typical, decimal? Max, string Unit, Source? Source = null)
{
    /// <summary>The units of the grammar, shortest first.</summary>
    public static readonly string[] Units = ["minutes", "hours", "days", "weeks", "months", "years"];
}

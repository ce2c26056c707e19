namespace WorkshopBot.Tests;

/// <summary>Tests that measure, or load the whole machine: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

namespace WorkshopBot.Journal.Tests;

/// <summary>Tests that measure time or start processes, and so have the machine to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

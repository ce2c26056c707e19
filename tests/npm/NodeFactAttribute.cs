namespace WorkshopBot.Npm;

/// <summary>A fact that asks the npm packages; where they or Node are missing it is skipped, and says so.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Reference.Missing;
}

/// <summary>A theory that asks the npm packages; where they or Node are missing it is skipped, and says so.</summary>
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = Reference.Missing;
}

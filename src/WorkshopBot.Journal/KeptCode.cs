namespace WorkshopBot.Journal;

/// <summary>What a code is good for, as it is stored; the code itself is not.</summary>
/// <param name="Workshop">The workshop it is of.</param>
/// <param name="Name">Names the code where the code itself must not stand.</param>
/// <param name="Until">When it is over.</param>
public sealed record KeptCode(string Workshop, string Name, DateTimeOffset Until)
{
    /// <summary>The person it was shown to, for whom it speaks; null for a code that a room asks with.</summary>
    public string? Person { get; init; }

    /// <summary>The room or person that used it; null while nobody has.</summary>
    public string? UsedBy { get; init; }
}

/// <summary>A code as it was found, with the ETag to write over it.</summary>
public sealed record FoundCode(KeptCode Code, string ETag);

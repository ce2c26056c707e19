namespace WorkshopBot.Workshops.Views;

/// <summary>An item in a list: its ref and its text.</summary>
public sealed record ItemLine(string Ref, string Text);

/// <summary>A name and what it amounts to.</summary>
public sealed record FactLine(string Title, string Value);

/// <summary>Lines under a heading; what is left out is counted.</summary>
public sealed record LineGroup(string Heading, IReadOnlyList<ItemLine> Lines, string More, bool HasMore);

/// <summary>Plain lines under a heading; a group without one goes on from the group before.</summary>
public sealed record TextGroup(string Heading, bool HasHeading, IReadOnlyList<string> Lines, string More, bool HasMore);

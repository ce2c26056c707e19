namespace WorkshopBot.Workshops.Values;

/// <summary>A person an item names: the platform key (empty for somebody who came with an import) and the name at that time.</summary>
public sealed record PersonRef(string Key, string Name);

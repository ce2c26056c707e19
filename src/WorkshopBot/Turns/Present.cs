using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>A workshop as it stood at one version of its journal; both belong together. Version 0: nothing is in the journal yet.</summary>
public sealed record Present(Workshop State, long Version);

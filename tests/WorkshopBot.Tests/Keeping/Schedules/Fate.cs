namespace WorkshopBot.Tests.Keeping.Schedules;

/// <summary>What becomes of one call.</summary>
enum Fate { Goes, LosesAnswer, LosesRequest, Later }

/// <summary>A part that is taken out of the keeper, to see that the test would notice.</summary>
enum Breaking { Nothing, Intent, Fence, Repair, Doubt, OnlyEdits }

/// <summary>One set of circumstances, in which schedules are drawn by seed.</summary>
/// <param name="Finds">The chat can look for posts.</param>
/// <param name="Late">Nodes stand still between the decision to edit and the edit, for as long as they like; nothing else goes wrong.</param>
/// <param name="Calm">Nothing goes wrong, and nothing takes long.</param>
/// <param name="Breaking">The part that is missing.</param>
sealed record Circumstances(bool Finds, bool Late = false, bool Calm = false, Breaking Breaking = Breaking.Nothing);

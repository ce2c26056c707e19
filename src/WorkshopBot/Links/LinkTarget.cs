namespace WorkshopBot.Links;

/// <summary>What a link leads to. Whether it still does is for the workshop to say: its links may have been revoked since.</summary>
/// <param name="Workshop">The workshop's id.</param>
/// <param name="Epoch">How often its links had been revoked when this one was made.</param>
/// <param name="Until">When it stops being good.</param>
public sealed record LinkTarget(string Workshop, int Epoch, DateTimeOffset Until);

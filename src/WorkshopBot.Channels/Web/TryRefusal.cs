namespace WorkshopBot.Channels.Web;

/// <summary>Why a request was not let in, or not understood; not to be mistaken for a line the workshop refuses.</summary>
public sealed record TryRefusal(int Status, string Error);

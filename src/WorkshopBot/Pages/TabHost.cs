namespace WorkshopBot.Pages;

/// <summary>The chat client that shows our pages in a frame of its own.</summary>
/// <param name="Platform">What the keys of its people begin with.</param>
/// <param name="Ancestors">Who may show our pages in a frame, as a policy lists it.</param>
/// <param name="SignIn">Whose token that is; null for nobody's, whatever is wrong with it.</param>
/// <param name="Chat">A link to the private chat with the bot; null where nobody knows one.</param>
public sealed record TabHost(string Platform, string Ancestors, Func<string, CancellationToken, Task<(string Tenant, string User, string Name)?>> SignIn, string? Chat = null);

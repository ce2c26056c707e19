namespace WorkshopBot.Channels.Web;

/// <summary>What the try-it page is answered: a status, a text, and a file where one was asked for.</summary>
public sealed record TryAnswer(int Status, string Text, TryFile? File = null);

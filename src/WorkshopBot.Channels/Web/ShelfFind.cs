namespace WorkshopBot.Channels.Web;

/// <summary>What a look for one message found.</summary>
/// <param name="Told">False: nobody can tell now.</param>
/// <param name="Message">Null: it is not there.</param>
public readonly record struct ShelfFind(bool Told, WebMessage? Message);

namespace WorkshopBot.Channels.Teams;

/// <summary>What our cards say to our door beside what the core put on a button.</summary>
static class TeamsVerbs
{
    /// <summary>Asks for a kept message as this person sees it.</summary>
    public const string Refresh = "refresh";

    /// <summary>Name in a button's data: the key of the kept message it stands on.</summary>
    public const string Kept = ActionData.Kept;

    /// <summary>Name in a button's data: its press shows something new.</summary>
    public const string Opens = "opens";

    /// <summary>Names in a button's data that the core put there and the door reads.</summary>
    public const string Workshop = "w";

    /// <summary>Puts a chat message on the map.</summary>
    public const string Put = "put";
}

namespace WorkshopBot.Channels.Slack;

/// <summary>What our cards and shortcuts say to our door: names in a button's data that the core or the cards put there.</summary>
static class SlackVerbs
{
    /// <summary>Name in a button's data: the key of the kept message it stands on.</summary>
    public const string Kept = ActionData.Kept;

    /// <summary>Name in a button's data: its press shows something new.</summary>
    public const string Opens = "opens";

    /// <summary>Name in a button's data: it stands on a message that says only that nothing came of something, and goes when something does.</summary>
    public const string Retries = "retries";

    /// <summary>Name in a button's data: the workshop it was made for.</summary>
    public const string Workshop = "w";

    /// <summary>Name in what is asked of choices: the input they are for.</summary>
    public const string Field = "field";

    /// <summary>Asks for a form, and the name of the form in its data.</summary>
    public const string Form = "form", Of = "of";

    /// <summary>Asks for a form with nothing in it, in place of one that was begun.</summary>
    public const string Afresh = "afresh";

    /// <summary>The form that opens a workshop; its room is chosen in it where it was asked for in none.</summary>
    public const string Start = "start";

    /// <summary>Puts a chat message on the map.</summary>
    public const string Put = "put";
}

using WorkshopBot.Channels.Slack.Inbound;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>Whom an answer is for, and where they did what it answers.</summary>
/// <param name="Place">Who and where, by Slack's ids; the conversation a form was opened in, for what was done in a form.</param>
/// <param name="Person">The person.</param>
/// <param name="Room">The room; the person's own chat where <paramref name="IsPrivate"/>.</param>
/// <param name="IsPrivate">Nobody else is there.</param>
sealed record Listener(SlackPlace Place, Person Person, Room Room, bool IsPrivate)
{
    /// <summary>The message it is said under.</summary>
    public string? Thread { get; init; }

    /// <summary>The address that came with what they did; null for none.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>It was done on the bot's home, where nothing is written: what there is to see is shown in a modal.</summary>
    public bool AtHome { get; init; }

    /// <summary>It was done in a chat with somebody else, where the bot cannot write but in answer to it.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>A modal is where they are shown something new.</summary>
    public bool HasModals => AtHome || !IsPrivate;

    /// <summary>Under this name they are told what there is to tell, in its order.</summary>
    public string Hears => $"{Room.Key} {Person.Key}";

    /// <summary>Under this name they are shown what they have pressed for, in its order too. It does not wait for what they are told, which may take long where many are told much: a trigger is good for three seconds.</summary>
    public string Sees => $"shown {Hears}";

    /// <summary>The answer takes the place of the message they pressed something on.</summary>
    public bool Replaces { get; init; }

    /// <summary>That message says only that nothing came of something.</summary>
    public bool Retries { get; init; }
}

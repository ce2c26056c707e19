using System.Collections.Immutable;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>What came in from Slack, by whichever door, read and checked; what nobody did for us to hear is none of these.</summary>
abstract record SlackInput
{
    private SlackInput(SlackPlace place) => Place = place;

    public SlackPlace Place { get; init; }

    /// <summary>Names what was done: the same on every delivery.</summary>
    public string TurnId { get; init; } = "";

    // What people wrote, and where answers may be put, would stand in any log line it is put in.
    public sealed override string ToString() => $"Slack {GetType().Name}";

    /// <summary>A message, or what became of one.</summary>
    /// <param name="Place">Who and where.</param>
    /// <param name="Text">Plain text; the mention of the bot is cut.</param>
    /// <param name="Ts">Slack's id of the message.</param>
    public sealed record Typed(SlackPlace Place, string Text, string Ts) : SlackInput(Place)
    {
        /// <summary>The message it stands under; null at the top.</summary>
        public string? Thread { get; init; }

        /// <summary>It names the bot.</summary>
        public bool Mentions { get; init; }

        /// <summary>It came because it names the bot; it comes once more as any other message.</summary>
        public bool IsMention { get; init; }

        /// <summary>Who else is named: as it stands in the text, and the user's id.</summary>
        public ImmutableArray<KeyValuePair<string, string>> Others { get; init; } = [];

        /// <summary>What was done with an earlier message; null for a new one.</summary>
        public TurnChangeKind? Change { get; init; }

        /// <summary>Id of the turn that the message was when it was new; null for a new one.</summary>
        public string? Of { get; init; }

        /// <summary>Links to the files that came with it.</summary>
        public ImmutableArray<string> Files { get; init; } = [];
    }

    /// <summary>A slash command; it can stand in no thread.</summary>
    public sealed record Command(SlackPlace Place, string Text, string Trigger, string ResponseUrl) : SlackInput(Place)
    {
        /// <summary>Who is named in it, as it stands in the text, and the user's id.</summary>
        public ImmutableArray<KeyValuePair<string, string>> Others { get; init; } = [];
    }

    /// <summary>A button that was pressed, or a choice that was made, on a message or in a view.</summary>
    public sealed record Pressed(SlackPlace Place, string Verb, ImmutableSortedDictionary<string, string> Data, string Trigger) : SlackInput(Place)
    {
        /// <summary>What the button itself carries, without what stands in inputs.</summary>
        public ImmutableSortedDictionary<string, string> Carried { get; init; } = ActionData.None;

        /// <summary>Id of the message; null in a view.</summary>
        public string? Message { get; init; }

        /// <summary>The message the message stands under.</summary>
        public string? Thread { get; init; }

        /// <summary>Only the person sees the message.</summary>
        public bool IsEphemeral { get; init; }

        /// <summary>Where an answer may be put in the message's place, or beside it.</summary>
        public string? ResponseUrl { get; init; }

        /// <summary>The view it was pressed in; null on a message.</summary>
        public SlackViewRef? View { get; init; }
    }

    /// <summary>A form that was sent.</summary>
    public sealed record Submitted(SlackPlace Place, SlackViewRef View, string Verb, ImmutableSortedDictionary<string, string> Data) : SlackInput(Place)
    {
        /// <summary>The input's block by its name, for what is said of one field.</summary>
        public ImmutableSortedDictionary<string, string> Blocks { get; init; } = ActionData.None;
    }

    /// <summary>A form that was closed unsent.</summary>
    /// <param name="Place">Who.</param>
    /// <param name="View">The form.</param>
    /// <param name="Values">What stood in its inputs, as far as Slack tells.</param>
    public sealed record Closed(SlackPlace Place, SlackViewRef View, ImmutableSortedDictionary<string, string> Values) : SlackInput(Place);

    /// <summary>The choices of a field that hold a text are asked for.</summary>
    public sealed record Suggest(SlackPlace Place, string Field, string Text, ModalContext Context) : SlackInput(Place);

    /// <summary>A shortcut: of a message, or of none.</summary>
    public sealed record Shortcut(SlackPlace Place, string Name, string Trigger) : SlackInput(Place)
    {
        /// <summary>The message it was used on, as it would have been heard.</summary>
        public Typed? Message { get; init; }

        /// <summary>Name of who wrote the message; empty where it is not told. Their id is in the message's place.</summary>
        public string Author { get; init; } = "";

        /// <summary>Where an answer may be put beside the message; null where it was used on none.</summary>
        public string? ResponseUrl { get; init; }
    }

    /// <summary>Somebody looks at the bot's home.</summary>
    public sealed record HomeOpened(SlackPlace Place) : SlackInput(Place);

    /// <summary>Something happened to a room, to who is in it, or to the install.</summary>
    public sealed record Happened(SlackPlace Place, SlackHappening What) : SlackInput(Place)
    {
        /// <summary>What there is to it: another id, who invited, an organisation, workspaces.</summary>
        public string Detail { get; init; } = "";

        /// <summary>When it happened to the install, where Slack says it: it may be told long after.</summary>
        public DateTimeOffset? At { get; init; }
    }
}

/// <summary>A view as Slack names it.</summary>
/// <param name="Id">Slack's id.</param>
/// <param name="Hash">Its state: an update that names an older one is refused.</param>
/// <param name="Context">What we put into it, as it came back.</param>
/// <param name="IsHome">It is the bot's home.</param>
sealed record SlackViewRef(string Id, string Hash, ModalContext Context, bool IsHome);

/// <summary>What can happen beside what people say.</summary>
enum SlackHappening { BotInvited, BotRemoved, MemberLeft, ChannelRenamed, ChannelArchived, ChannelUnarchived, ChannelDeleted, ChannelMoved, ChannelConverted, Uninstalled, TokensRevoked, MigrationStarted, MigrationFinished, AccessGranted, RateLimited }

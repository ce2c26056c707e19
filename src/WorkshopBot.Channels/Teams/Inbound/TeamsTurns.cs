using System.Text.Json;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Channels.Teams.Protocol;

namespace WorkshopBot.Channels.Teams.Inbound;

/// <summary>What somebody did in Teams as a turn. Pure; who they are and whether the service says so was checked before.</summary>
/// <param name="place">Who and where.</param>
/// <param name="person">The person, as the house knows people.</param>
/// <param name="room">The room, as the house knows rooms.</param>
/// <param name="answersAlone">In a shared room too there is an answer that only the person sees.</param>
sealed class TeamsTurns(TeamsPlace place, Person person, Room room, bool answersAlone)
{
    // What the service adds to a button's data, and what our own cards keep for themselves.
    static readonly string[] Own = ["msteams", "type", TeamsVerbs.Kept];

    /// <summary>A typed message, or a card sent as one. Null: it says nothing.</summary>
    public Turn? Message(Activity activity)
    {
        var (text, addressed, others) = TeamsText.Of(activity);
        if (activity.Value is { ValueKind: JsonValueKind.Object } value && text.Length == 0)
            return Pressed(activity, value, null) is { } pressed ? pressed with { Shared = IsShared } : null;
        return text.Length == 0 && !addressed ? null : Typed(activity, text, addressed, others);
    }

    /// <summary>A message that was edited, deleted or brought back. Null: another kind of change.</summary>
    public Turn? Changed(Activity activity)
    {
        MessageChangeKind? kind = (activity.Type, activity.ChannelData?.EventType) switch
        {
            ("messageUpdate", "editMessage") => MessageChangeKind.Edited,
            ("messageUpdate", "undeleteMessage") => MessageChangeKind.Restored,
            ("messageDelete", "softDeleteMessage") => MessageChangeKind.Deleted,
            _ => null,
        };
        var (text, addressed, others) = TeamsText.Of(activity);
        return kind is null ? null : Typed(activity, text, addressed, others) with { Change = new(Name(activity, "message"), kind.Value) };
    }

    /// <summary>A button that was pressed or a form that was sent; the answer goes to the person alone. Null: it is none of ours.</summary>
    public Turn? Pressed(Activity activity, JsonElement data, string? verb)
    {
        if (data.ValueKind != JsonValueKind.Object || ActionData.Read(data, out _, Own) is not { } carried)
            return null;
        var said = carried.GetValueOrDefault("verb") ?? verb ?? "";
        return ActionData.IsVerb(said) ? Made(activity, "") with { Action = new(said, carried) } : null;
    }

    /// <summary>What somebody asked for with an action of our own making.</summary>
    public Turn Asked(Activity activity, ChatAction action) => Made(activity, "") with { Action = action };

    Turn Typed(Activity activity, string text, bool addressed, IEnumerable<(string Name, string Id)> others) => Made(activity, text) with
    {
        Addressed = addressed, Shared = IsShared, Root = place.Thread, Mentions = [.. others.Select(other => KeyValuePair.Create(other.Name, other.Id))],
    };

    Turn Made(Activity activity, string text) => new(Name(activity, activity.Type), person, room, text, place.IsPersonal);

    bool IsShared => !place.IsPersonal && !answersAlone;

    // Edits of one message share its id, so they are told apart by when they came.
    static string Name(Activity activity, string type)
    {
        var name = $"{TeamsKey.Platform}|{activity.Conversation!.Id}|{activity.Id}|{type}";
        return type is "messageUpdate" or "messageDelete" ? $"{name}|{activity.ChannelData?.EventType}|{activity.Timestamp}" : name;
    }
}

namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>What is known of a conversation from the activities that came from it. Null where none has said it yet.</summary>
/// <param name="Service">The host of the Connector it was last heard from.</param>
/// <param name="Type">personal, groupChat or channel.</param>
/// <param name="Team">Id of its team.</param>
/// <param name="TeamName">What the team is called.</param>
/// <param name="Name">What the channel is called.</param>
/// <param name="ChannelType">standard, private or shared.</param>
/// <param name="Outside">People of other tenants have been seen in it.</param>
/// <param name="Looked">Everybody in it was looked at; who came later was looked at then.</param>
public sealed record RoomNote(
    string? Service = null, string? Type = null, string? Team = null, string? TeamName = null, string? Name = null, string? ChannelType = null, bool? Outside = null, bool? Looked = null)
{
    /// <summary>What is known after something newer: it wins where it says anything.</summary>
    public RoomNote With(RoomNote newer) => new(
        newer.Service ?? Service, newer.Type ?? Type, newer.Team ?? Team, newer.TeamName ?? TeamName, newer.Name ?? Name, newer.ChannelType ?? ChannelType, newer.Outside ?? Outside, newer.Looked ?? Looked);
}

/// <summary>What is known of a person. Null where nothing has said it yet.</summary>
/// <param name="Id">The id by which this bot writes to them ("29:…").</param>
/// <param name="Chat">Id of their own chat with the bot.</param>
/// <param name="Service">The host of the Connector they were last heard from.</param>
/// <param name="Name">Display name.</param>
/// <param name="Role">user or guest.</param>
/// <param name="Welcomed">The bot has said who it is.</param>
/// <param name="Out">Ids of teams and group chats they were taken out of, with blanks between.</param>
public sealed record PersonNote(string? Id = null, string? Chat = null, string? Service = null, string? Name = null, string? Role = null, bool? Welcomed = null, string? Out = null)
{
    /// <inheritdoc cref="RoomNote.With"/>
    public PersonNote With(PersonNote newer) => new(
        newer.Id ?? Id, newer.Chat ?? Chat, newer.Service ?? Service, newer.Name ?? Name, newer.Role ?? Role, newer.Welcomed ?? Welcomed, newer.Out ?? Out);
}

using WorkshopBot.Channels.Teams.Inbound;
using WorkshopBot.Channels.Teams.Protocol;

namespace WorkshopBot.Channels.Teams.Answers;

/// <summary>What somebody typed, as an answer needs to know it: where, who, and which message it was.</summary>
sealed record Heard(TeamsPlace Place, Person Person, Activity Activity);

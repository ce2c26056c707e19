namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>What reading the settings gave: settings, or none because nothing is set, or what is wrong with them.</summary>
public sealed record TeamsSettingsRead(TeamsSettings? Settings, IReadOnlyList<SettingFault> Faults);

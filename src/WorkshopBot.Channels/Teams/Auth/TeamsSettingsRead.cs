namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>What reading the settings gave: settings, or none because nothing is set, or what is wrong with them.</summary>
public sealed record TeamsSettingsRead(TeamsSettings? Settings, IReadOnlyList<SettingFault> Faults);

/// <summary>A setting that the bot cannot start with, and why, in words that go after its name; what was set is not repeated.</summary>
public sealed record SettingFault(string Key, string Why);

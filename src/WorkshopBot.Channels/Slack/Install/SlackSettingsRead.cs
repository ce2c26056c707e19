namespace WorkshopBot.Channels.Slack.Install;

/// <summary>What reading the settings gave: settings, or none because nothing is set, or what is wrong with them.</summary>
public sealed record SlackSettingsRead(SlackSettings? Settings, IReadOnlyList<SettingFault> Faults);

namespace WorkshopBot.Channels;

/// <summary>A setting that the bot cannot start with, and why, in words that go after its name; what was set is not repeated.</summary>
public sealed record SettingFault(string Key, string Why);

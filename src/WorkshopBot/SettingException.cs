namespace WorkshopBot;

/// <summary>A setting the program cannot start with; the message names it.</summary>
public sealed class SettingException(string setting, string reason) : Exception($"{setting} {reason}");

using Microsoft.Extensions.Configuration;

namespace WorkshopBot.Channels.Teams.Auth;

/// <summary>The settings as they were written, and what was found wrong with them so far.</summary>
sealed class ToldSettings(IConfiguration all)
{
    readonly IConfigurationSection _teams = all.GetSection("Teams");
    readonly List<SettingFault> _faults = [];

    public IReadOnlyList<SettingFault> Faults => _faults;

    public bool Has(string key) => _teams[key] is { Length: > 0 };

    /// <summary>Null where nothing is set.</summary>
    public string? Text(string key) => _teams[key] is { Length: > 0 } value ? value : null;

    /// <summary>False where nothing is set.</summary>
    public bool Flag(string key)
    {
        if (bool.TryParse(Text(key), out var on))
            return on;
        if (Has(key))
            Fault(key, "must be true or false.");
        return false;
    }

    /// <summary>In small letters; null where nothing, or no GUID, is set.</summary>
    public string? Id(string key)
    {
        if (Text(key) is not { } value)
            return null;
        if (Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty)
            return id.ToString("D");
        Fault(key, "must be a GUID like 00001111-aaaa-2222-bbbb-3333cccc4444.");
        return null;
    }

    /// <summary>Either numbered entries, or one with commas.</summary>
    public IReadOnlyList<string> List(string key) =>
        _teams[key] is { } line ? line.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) : [.. _teams.GetSection(key).GetChildren().Select(child => child.Value).OfType<string>()];

    /// <summary>What the surroundings of the process say, not what is set under Teams.</summary>
    public string? Around(string name) => all[name] is { Length: > 0 } value ? value : null;

    /// <summary>Notes it, once for each key; null is no fault.</summary>
    public void Fault(string key, string? why)
    {
        if (why is not null && !_faults.Exists(fault => fault.Key == "Teams:" + key))
            _faults.Add(new("Teams:" + key, why));
    }
}

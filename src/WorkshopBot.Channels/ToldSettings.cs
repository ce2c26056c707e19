using Microsoft.Extensions.Configuration;

namespace WorkshopBot.Channels;

/// <summary>The settings of a chat as they were written, and what was found wrong with them so far.</summary>
/// <param name="all">Everything that is set.</param>
/// <param name="chat">What the names of the chat's settings begin with.</param>
sealed class ToldSettings(IConfiguration all, string chat)
{
    readonly IConfigurationSection _own = all.GetSection(chat);
    readonly List<SettingFault> _faults = [];

    public IReadOnlyList<SettingFault> Faults => _faults;

    public bool Has(string key) => _own[key] is { Length: > 0 };

    /// <summary>Null where nothing is set.</summary>
    public string? Text(string key) => _own[key] is { Length: > 0 } value ? value : null;

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
        _own[key] is { } line ? line.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) : [.. _own.GetSection(key).GetChildren().Select(child => child.Value).OfType<string>()];

    /// <summary>What is set beside the chat, or in the surroundings of the process.</summary>
    public string? Around(string name) => all[name] is { Length: > 0 } value ? value : null;

    /// <summary>Notes it, once for each key; null is no fault.</summary>
    public void Fault(string key, string? why)
    {
        if (why is not null && !_faults.Exists(fault => fault.Key == $"{chat}:{key}"))
            _faults.Add(new($"{chat}:{key}", why));
    }
}

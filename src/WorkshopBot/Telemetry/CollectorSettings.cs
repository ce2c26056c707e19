using System.Globalization;

namespace WorkshopBot.Telemetry;

/// <summary>Where measures and traces go, as the operator has set it.</summary>
/// <param name="Endpoint">The collector's address, without a slash at its end.</param>
/// <param name="Headers">What it wants to be told with each request, as name=value,name=value; a secret.</param>
/// <param name="Every">How often measures are sent.</param>
/// <param name="Share">The share of turns that are traced, 0 to 1.</param>
sealed record CollectorSettings(string Endpoint, string? Headers, TimeSpan Every, double Share)
{
    const int MostSeconds = 3600;

    /// <summary>Null: nothing is collected. Throws <see cref="SettingException"/>.</summary>
    public static CollectorSettings? Read(IConfiguration configuration)
    {
        if (configuration["Telemetry:Endpoint"] is not { Length: > 0 } endpoint)
            return null;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address is not { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" })
            throw new SettingException("Telemetry:Endpoint", "must be an address like http://127.0.0.1:4318, without a name or a password in it.");
        var seconds = Number(configuration, "Telemetry:Seconds", 60);
        if (seconds is < 1 or > MostSeconds)
            throw new SettingException("Telemetry:Seconds", FormattableString.Invariant($"must be 1 to {MostSeconds}."));
        var share = Number(configuration, "Telemetry:Share", 1);
        if (share is not (>= 0 and <= 1))
            throw new SettingException("Telemetry:Share", "must be 0 to 1.");
        var headers = configuration["Telemetry:Headers"] is { Length: > 0 } told ? told : null;
        // What is wrong with them is not repeated: they are a secret.
        if (headers?.Split(',').All(one => one.IndexOf('=', StringComparison.Ordinal) is var end and > 0 && !string.IsNullOrWhiteSpace(one[..end])) == false)
            throw new SettingException("Telemetry:Headers", "must be name=value, or name=value,name=value.");
        return new(address.AbsoluteUri.TrimEnd('/'), headers, TimeSpan.FromSeconds(seconds), share);
    }

    static double Number(IConfiguration configuration, string key, double otherwise) => configuration[key] is not { Length: > 0 } told ? otherwise
        : double.TryParse(told, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new SettingException(key, $"'{told}' is not a number.");
}

using System.Globalization;
using System.Text.RegularExpressions;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>How Slack names things: the same for the same words, so that a test that fails fails again.</summary>
static partial class SlackIds
{
    public static string Of(char kind, string what) => $"{kind}0{Ids.Opaque(kind + what)[..9].ToUpperInvariant()}";

    public static string Secret(string what, int length = 32) => Ids.Opaque("secret " + what)[..length];

    public static bool IsTs(string text) => Ts().IsMatch(text);

    public static string Unix(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{10}\.\d{6}$")]
    private static partial Regex Ts();
}

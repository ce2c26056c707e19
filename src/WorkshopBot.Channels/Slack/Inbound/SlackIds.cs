using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Says whether ids are such as Slack gives: they become parts of keys, of turn ids and of lists.</summary>
static partial class SlackIds
{
    const int MostOfName = 200;

    /// <summary>Of a workspace, a conversation, a user or a view.</summary>
    public static bool IsId([NotNullWhen(true)] string? id) => id is { Length: > 0 and <= 50 } && id.All(char.IsAsciiLetterOrDigit);

    /// <summary>The id, where it is one.</summary>
    public static string? Known(string? id) => IsId(id) ? id : null;

    /// <summary>Of a message; it looks like a number and is none.</summary>
    public static bool IsTs([NotNullWhen(true)] string? ts) => ts is { Length: > 0 and <= 40 } && ts.All(c => char.IsAsciiDigit(c) || c == '.');

    /// <summary>Of something that was done, by which a form can be opened for a moment.</summary>
    public static bool IsTrigger([NotNullWhen(true)] string? trigger) => trigger is { Length: > 0 and <= 200 } && trigger.All(c => c is > ' ' and <= '~' and not '|');

    /// <summary>Names what was done, by its parts.</summary>
    public static string Turn(params ReadOnlySpan<string> parts) => $"{SlackKey.Platform}|{string.Join('|', parts)}";

    /// <summary>A name on one line; empty where there is none.</summary>
    public static string Name(string? name) => name is { Length: <= MostOfName } ? Unfit().Replace(name, " ").Trim() : "";

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Unfit();
}

namespace WorkshopBot.Workshops.Lines.Commands;

/// <summary>
/// Commands of the reference that are not there yet: typed early they are refused with "not available yet" (settled: "Not yet there") and are
/// not listed in help. Each says only how a line of it looks, so that ordinary text is not taken for one.
/// </summary>
public static class LaterCommands
{
    public static readonly IReadOnlyList<CommandWord> All =
    [
        Later("vote", Who.Anyone, OnItem),
        Later("rate", Who.Anyone, OnItem),
        Later("estimate", Who.Anyone, OnItem),
        Later("reveal", Who.Leads, Alone),
        Later("revote", Who.Leads, Alone),
        Later("restore snapshot", Who.Leads, rest => rest.Length > 0),
        Later("snapshot", Who.Leads, rest => rest.Length > 0),
        Later("pause", Who.Leads, Alone),
        Later("resume", Who.Leads, Alone),
        Later("extend", Who.Leads, rest => rest.Length > 0 && char.IsAsciiDigit(rest[0])),
        Later("nudge", Who.Leads, Alone),
        Later("mode", Who.Leads, rest => rest.ToUpperInvariant() is "QUICK" or "LIVE" or "ASYNC"),
        Later("window", Who.Leads, rest => Steps.Playbook.Standard.Called(rest.Split(' ')[0]) is not null),
        Later("settings", Who.Leads, Alone),
        Later("status", Who.Leads, Alone),
        Later("handover", Who.Facilitator, Person),
        Later("deputy", Who.Facilitator, Person),
        Later("takeover", Who.Anyone, Alone),
        Later("ready", Who.Anyone, Alone),
        Later("digest", Who.Anyone, Alone),
        Later("mute", Who.Anyone, rest => Alone(rest) || Starts(rest, "until ")),
        Later("unmute", Who.Anyone, Alone),
        Later("away", Who.Anyone, rest => Starts(rest, "until ")),
        Later("show noise", Who.Anyone, Alone),
        Later("forget me", Who.Anyone, Alone),
        Later("export", Who.Anyone, rest => rest.ToUpperInvariant() is "CSV" or "MD" or "MERMAID" or "SVG" or "PDF" or "PNG" or "BACKLOG" or "TEMPLATE"),
    ];

    private static CommandWord Later(string words, Who who, Func<string, bool> looks) => new(words, words, who, "", null) { Later = looks };

    private static bool Alone(string rest) => rest.Length == 0;

    private static bool OnItem(string rest) => Known.Leading(rest) is not null;

    private static bool Person(string rest) => rest.StartsWith('@');

    private static bool Starts(string text, string words) => text.StartsWith(words, StringComparison.OrdinalIgnoreCase);
}

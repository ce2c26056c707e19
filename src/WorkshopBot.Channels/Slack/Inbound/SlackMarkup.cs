using System.Text.RegularExpressions;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Reads text as Slack writes it down: names, links and the like stand between angle brackets, and such signs of the text itself are escaped.</summary>
static partial class SlackMarkup
{
    public static void Read(string text, SlackWords words)
    {
        var at = 0;
        foreach (Match token in Token().Matches(text))
        {
            words.Say(Plain(text[at..token.Index]));
            Say(token.Value[1..^1], token.Value, words);
            at = token.Index + token.Length;
        }
        words.Say(Plain(text[at..]));
    }

    /// <summary>What channels and groups are called, by what names them: only the text tells.</summary>
    public static IReadOnlyDictionary<string, string> Labels(string text)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match token in Token().Matches(text))
            if (Parted(token.Value[1..^1]) is (['#' or '!', ..] what, { Length: > 0 } label))
                labels[what] = Plain(label);
        return labels;
    }

    static void Say(string inside, string whole, SlackWords words)
    {
        var (what, label) = Parted(inside);
        if (what is ['@', 'U' or 'W', ..] && SlackIds.IsId(what[1..]))
            words.Name(what[1..]);
        else
            words.Say(what switch
            {
                ['#', .. var channel] => $"#{(label is { Length: > 0 } ? Plain(label) : channel)}",
                "!here" or "!channel" or "!everyone" => $"@{what[1..]}",
                ['!', .. var other] when other.StartsWith("subteam^", StringComparison.Ordinal) => label is { Length: > 0 } ? Plain(label) : $"@{other["subteam^".Length..]}",
                ['!', ..] => Plain(label ?? ""),
                _ when IsAddress().IsMatch(what) => Address(Plain(what), label is null ? null : Plain(label)),
                _ => Plain(whole),
            });
    }

    /// <summary>A link is its address; an e-mail address or a telephone number is what stands there.</summary>
    public static string Address(string address, string? label) =>
        Spoken().Match(address) is { Success: true } scheme ? (label is { Length: > 0 } ? label : address[scheme.Length..]) : address;

    static (string What, string? Label) Parted(string inside) => inside.IndexOf('|', StringComparison.Ordinal) is >= 0 and var bar ? (inside[..bar], inside[(bar + 1)..]) : (inside, null);

    // Once only: what comes out is not read again.
    static string Plain(string text) => Escaped().Replace(text, sign => sign.Value switch
    {
        "&lt;" => "<",
        "&gt;" => ">",
        _ => "&",
    });

    [GeneratedRegex(@"<[^<>\n]+>")]
    private static partial Regex Token();

    [GeneratedRegex("&(lt|gt|amp);")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:\S+\z")]
    private static partial Regex IsAddress();

    [GeneratedRegex("^(mailto|tel):")]
    private static partial Regex Spoken();
}

using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using WorkshopBot.Channels.Teams.Protocol;

namespace WorkshopBot.Channels.Teams.Inbound;

/// <summary>What somebody typed, as they see it: without the mention of the bot, with the names of the other people who were mentioned.</summary>
static partial class TeamsText
{
    const int MostMentions = 100;
    const int MostOfMention = 1_000;
    const string Opening = "<at";

    /// <summary>The text, whether the bot was mentioned in it, and who else was: their names with the ids they have here.</summary>
    public static (string Text, bool Addressed, ImmutableArray<(string Name, string Id)> Others) Of(Activity activity)
    {
        var (text, own) = (activity.Text ?? "", activity.Recipient?.Id);
        var mentions = (activity.Entities ?? []).Select(Mention).OfType<Mentioned>().Take(MostMentions).ToList();
        var addressed = mentions.Exists(mention => mention.Id == own);
        // A message that was brought back may come without what its mentions mean.
        if (own is not null && activity is { Type: "messageUpdate", Recipient.Name: { Length: > 0 } bot })
            mentions.Add(new($"<at>{bot}</at>", own, bot));
        var (shown, left) = (new StringBuilder(text.Length), mentions.ToList());
        // Once from its beginning to its end: what a name puts in is not read again.
        for (var at = 0; at < text.Length;)
        {
            var next = text.IndexOf(Opening, at, StringComparison.Ordinal) is >= 0 and var found ? found : text.Length;
            shown.Append(text, at, next - at);
            at = next;
            // Of several who are called the same each is meant once, in their order.
            if ((Begins(left, text, at) ?? Begins(mentions, text, at)) is { } mention)
            {
                left.Remove(mention);
                shown.Append(mention.Id == own ? " " : mention.Shown);
                at += mention.Said.Length;
            }
            else if (at < text.Length)
                shown.Append(text[at++]);
        }
        return (Tidied(shown.ToString()), addressed, [.. mentions.Where(mention => mention.Id != own).Select(mention => (mention.Name, mention.Id))]);
    }

    static Mentioned? Begins(List<Mentioned> mentions, string text, int at) => mentions.Find(mention => text.AsSpan(at).StartsWith(mention.Said, StringComparison.Ordinal));

    /// <summary>The beginning of a text, cut where no character is halved.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>HTML of a message as plain text.</summary>
    public static string OfHtml(string html) => Tidied(WebUtility.HtmlDecode(Tag().Replace(Break().Replace(html, "\n"), "")));

    static Mentioned? Mention(JsonElement entity) =>
        Text(entity, "type") == "mention" && Text(entity, "text") is { Length: > 7 and <= MostOfMention } said && said.StartsWith(Opening, StringComparison.Ordinal)
            && entity.TryGetProperty("mentioned", out var who) && Text(who, "id") is { Length: > 0 } id
            ? new(said, id, InALine(Text(who, "name") is { Length: > 0 and <= MostOfMention } name ? name : WebUtility.HtmlDecode(Tag().Replace(said, "")))) : null;

    // As it can stand between quotes in one piece of a line.
    static string InALine(string name) => Unfit().Replace(name.Replace('"', '\'').Replace('|', '/'), " ").Trim();

    public static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static string Tidied(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var line in text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00a0', ' ').ReplaceLineEndings("\n").Split('\n'))
            if (line.Trim() is { Length: > 0 } said)
                tidy.Append(tidy.Length > 0 ? "\n" : "").Append(said);
        return tidy.ToString();
    }

    [GeneratedRegex(@"^[\p{L}\p{M}\p{N} .'_-]+\z")]
    private static partial Regex PlainName();

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Unfit();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<br\s*/?>|</(p|div|li|h[1-6]|tr|blockquote)>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    sealed record Mentioned(string Said, string Id, string Name)
    {
        // A name with other signs than these would not be read as one name.
        public string Shown { get; } = PlainName().IsMatch(Name) ? $"@{Name}" : $"@\"{Name}\"";
    }
}

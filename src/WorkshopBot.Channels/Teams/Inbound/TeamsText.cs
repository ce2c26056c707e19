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
    // Each is looked for in the text, and each person in the storage.
    const int MostEntities = 100;

    /// <summary>The text, whether the bot was mentioned in it, and who else was: their names with the ids they have here.</summary>
    public static (string Text, bool Addressed, ImmutableArray<(string Name, string Id)> Others) Of(Activity activity)
    {
        var (text, addressed, others) = (activity.Text ?? "", false, ImmutableArray.CreateBuilder<(string, string)>());
        foreach (var entity in (activity.Entities ?? []).Take(MostEntities))
            if (Mention(entity) is var (said, id, name))
            {
                var own = id == activity.Recipient?.Id;
                addressed |= own;
                // A name with other signs than these would not be read as one name.
                var shown = PlainName().IsMatch(name) ? $"@{name}" : $"@\"{name}\"";
                text = text.Replace(said, own ? " " : shown, StringComparison.Ordinal);
                if (!own)
                    others.Add((name, id));
            }
        return (Tidied(text), addressed, others.ToImmutable());
    }

    /// <summary>The beginning of a text, without half of a character at its end.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>HTML of a message as plain text.</summary>
    public static string OfHtml(string html) => Tidied(WebUtility.HtmlDecode(Tag().Replace(Break().Replace(html, "\n"), "")));

    static (string Said, string Id, string Name)? Mention(JsonElement entity) =>
        entity.ValueKind == JsonValueKind.Object && Text(entity, "type") == "mention" && Text(entity, "text") is { Length: > 0 } said
            && entity.TryGetProperty("mentioned", out var who) && who.ValueKind == JsonValueKind.Object && Text(who, "id") is { Length: > 0 } id
            ? (said, id, InALine(Text(who, "name") ?? WebUtility.HtmlDecode(Tag().Replace(said, "")))) : null;

    // As it can stand between quotes in one piece of a line.
    static string InALine(string name) => Unfit().Replace(name.Replace('"', '\'').Replace('|', '/'), " ");

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
}

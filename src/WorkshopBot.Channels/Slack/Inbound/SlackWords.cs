using System.Collections.Immutable;
using System.Text;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Puts together what somebody typed from its parts, as plain text: the mention of the bot is cut, other people stand there by their ids.</summary>
/// <param name="bot">Id of the bot's own user; null where it is not known.</param>
sealed class SlackWords(string? bot)
{
    const int MostOthers = 100;

    readonly StringBuilder _text = new();
    readonly List<string> _others = [];
    bool _afterName;

    public bool Mentions { get; private set; }

    public ImmutableArray<KeyValuePair<string, string>> Others => [.. _others.Select(id => KeyValuePair.Create(id, id))];

    public void Say(string text)
    {
        // An id ends where the next word begins.
        if (_afterName && text is [var next, ..] && char.IsLetterOrDigit(next))
            _text.Append(' ');
        _afterName &= text.Length == 0;
        _text.Append(text);
    }

    public void Name(string user)
    {
        if (user == bot)
        {
            Mentions = true;
            Say(" ");
            return;
        }
        if (_text.Length > 0 && char.IsLetterOrDigit(_text[^1]))
            _text.Append(' ');
        _text.Append('@').Append(user);
        _afterName = true;
        if (_others.Count < MostOthers && !_others.Contains(user))
            _others.Add(user);
    }

    public override string ToString()
    {
        var tidy = new StringBuilder(_text.Length);
        foreach (var line in _text.ToString().Replace('\u00a0', ' ').ReplaceLineEndings("\n").Split('\n'))
            if (line.Trim() is { Length: > 0 } said)
                tidy.Append(tidy.Length > 0 ? "\n" : "").Append(said);
        return tidy.ToString();
    }
}

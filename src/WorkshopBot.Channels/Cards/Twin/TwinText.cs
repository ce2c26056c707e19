using System.Buffers;
using System.Text;

namespace WorkshopBot.Channels.Cards.Twin;

/// <summary>Plain text that grows line by line, in paragraphs. What somebody wrote is always within one line: nothing in it can begin another.</summary>
sealed class TwinText
{
    /// <summary>What ends a line or moves the caret somewhere; C1 has no printable character either.</summary>
    internal static readonly SearchValues<char> Breaking = SearchValues.Create([.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7f, 0x21)).Append(0x2028).Append(0x2029).Select(code => (char)code)]);

    readonly StringBuilder _text = new();
    bool _gap;

    public int Lines { get; private set; }

    /// <summary>What comes next begins a new paragraph.</summary>
    public void Gap() => _gap = true;

    public void Line(string text)
    {
        text = Whole(text);
        if (text.Length == 0)
            return;
        if (_text.Length > 0)
            _text.Append(_gap ? "\n\n" : "\n");
        _text.Append(text);
        _gap = false;
        Lines++;
    }

    public void Append(TwinText other)
    {
        if (other._text.Length == 0)
            return;
        if (_text.Length > 0)
            _text.Append(_gap ? "\n\n" : "\n");
        _text.Append(other._text);
        _gap = false;
        Lines += other.Lines;
    }

    public override string ToString() => _text.ToString();

    /// <summary>The text with every run of breaks made one space.</summary>
    public static string Whole(string text) =>
        text.AsSpan().ContainsAny(Breaking) ? string.Join(' ', text.Split([.. text.Where(Breaking.Contains).Distinct()], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : text.Trim();
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace WorkshopBot.Pages;

/// <summary>Writes HTML: names of elements and attributes are ours, everything else is encoded, wherever it comes from.</summary>
sealed class Html
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly StringBuilder _text = new(16 * 1024);

    public Html Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
            _text.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');
        _text.Append('>');
        return this;
    }

    public Html Close(string element)
    {
        _text.Append("</").Append(element).Append('>');
        return this;
    }

    public Html Text(string text)
    {
        _text.Append(Encoder.Encode(text));
        return this;
    }

    public Html Space()
    {
        _text.Append(' ');
        return this;
    }

    /// <summary>An element with nothing but text in it.</summary>
    public Html Element(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes) => Open(element, attributes).Text(text).Close(element);

    /// <summary>As <see cref="Element"/>, for what people wrote: it runs in its own direction and cannot turn what stands around it.</summary>
    public Html Said(string element, string text, string style) => Element(element, text, ("class", style), ("dir", "auto"));

    public byte[] Bytes() => Encoding.UTF8.GetBytes("<!doctype html>\n" + _text + "\n");
}

using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>
/// The arguments of a call as a form on the wire. The framework's own content escapes by way of strings, several for each argument; a message is thousands of characters of JSON, of which
/// most are escaped, so they are written here as bytes at once.
/// </summary>
static class FormBody
{
    static readonly MediaTypeHeaderValue Type = new("application/x-www-form-urlencoded");

    static readonly SearchValues<byte> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"u8);

    public static HttpContent Of(SlackCall call)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        foreach (var (name, value) in call)
        {
            if (body.WrittenCount > 0)
                body.Write("&"u8);
            Write(name, body);
            body.Write("="u8);
            Write(value, body);
        }
        var content = new ReadOnlyMemoryContent(body.WrittenMemory);
        content.Headers.ContentType = Type;
        return content;
    }

    static void Write(string text, ArrayBufferWriter<byte> to)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var left = utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8));
        // As long as it can become.
        var space = to.GetSpan(Math.Max(1, left.Length * 3));
        var written = 0;
        while (!left.IsEmpty)
        {
            var plain = left.IndexOfAnyExcept(Plain) is var end and >= 0 ? end : left.Length;
            left[..plain].CopyTo(space[written..]);
            written += plain;
            left = left[plain..];
            for (; !left.IsEmpty && !Plain.Contains(left[0]); left = left[1..])
            {
                if (left[0] == (byte)' ')
                {
                    space[written++] = (byte)'+';
                    continue;
                }
                space[written] = (byte)'%';
                space[written + 1] = Digit(left[0] >> 4);
                space[written + 2] = Digit(left[0] & 15);
                written += 3;
            }
        }
        to.Advance(written);
        ArrayPool<byte>.Shared.Return(utf8);
    }

    static byte Digit(int of) => (byte)(of < 10 ? '0' + of : 'A' + of - 10);
}

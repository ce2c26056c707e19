using System.Text;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>Reads the fields of a form; what stands in them has to be whole characters.</summary>
static class SlackForm
{
    const int MostFields = 100;

    static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Null: it is no form, or one that nobody would fill in. Of fields of one name the first counts.</summary>
    public static IReadOnlyDictionary<string, string>? Read(ReadOnlySpan<byte> form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var range in form.Split((byte)'&'))
        {
            var field = form[range];
            if (field.IsEmpty)
                continue;
            var end = field.IndexOf((byte)'=') is >= 0 and var sign ? sign : field.Length;
            if (fields.Count == MostFields || Text(field[..end]) is not { } name || Text(field[Math.Min(end + 1, field.Length)..]) is not { } value)
                return null;
            fields.TryAdd(name, value);
        }
        return fields;
    }

    /// <summary>A form by which Slack only looks whether the door can be reached. It need not be signed, and nothing else of it is read.</summary>
    public static bool IsProbe(ReadOnlySpan<byte> form)
    {
        foreach (var range in form.Split((byte)'&'))
            if (form[range].SequenceEqual("ssl_check=1"u8))
                return true;
        return false;
    }

    static string? Text(ReadOnlySpan<byte> written)
    {
        var (bytes, length) = (new byte[written.Length], 0);
        for (var at = 0; at < written.Length; at++)
        {
            var one = written[at];
            if (one == '%')
            {
                if (at + 2 >= written.Length || !char.IsAsciiHexDigit((char)written[at + 1]) || !char.IsAsciiHexDigit((char)written[at + 2]))
                    return null;
                one = Convert.FromHexString(Encoding.ASCII.GetString(written.Slice(at + 1, 2)))[0];
                at += 2;
            }
            else if (one == '+')
                one = (byte)' ';
            bytes[length++] = one;
        }
        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

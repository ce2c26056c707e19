namespace WorkshopBot.Channels;

/// <summary>Reads the body of an answer, up to a bound: what goes beyond is no answer of the platform's and is taken for none.</summary>
static class BoundedBody
{
    public static async ValueTask<ReadOnlyMemory<byte>> Read(HttpContent content, int most, CancellationToken ct)
    {
        if (content.Headers.ContentLength > most)
            return default;
        var stream = await content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        var (body, length) = (new byte[Math.Min(most, 1024)], 0);
        for (; ; )
        {
            var read = await stream.ReadAsync(body.AsMemory(length), ct).ConfigureAwait(false);
            length += read;
            if (read == 0)
                return body.AsMemory(0, length);
            if (length == most)
                return default;
            if (length == body.Length)
                Array.Resize(ref body, Math.Min(most, body.Length * 2));
        }
    }
}

using Microsoft.AspNetCore.Http;

namespace WorkshopBot.Channels;

/// <summary>Reads the body of a request, as far as it may go.</summary>
static class RequestBody
{
    /// <summary>Null: it has more than so many bytes. The server's own limit is not relied on.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> Read(HttpRequest request, int most, CancellationToken ct)
    {
        if (request.ContentLength > most)
            return null;
        var body = new MemoryStream((int)(request.ContentLength ?? 1024));
        var part = new byte[Math.Min(request.ContentLength + 1 ?? 16 * 1024, 16 * 1024)];
        while (await request.Body.ReadAsync(part, ct).ConfigureAwait(false) is var read and > 0)
        {
            if (body.Length + read > most)
                return null;
            body.Write(part, 0, read);
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}

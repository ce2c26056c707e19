using System.Globalization;
using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Slack.Rooms;

/// <summary>Puts a file into a conversation: asks where it goes, brings it there, and says where it is to be seen.</summary>
/// <param name="api">Asks and says.</param>
/// <param name="http">Brings it; follows no redirects.</param>
/// <param name="allowLoopback">It may go to this machine.</param>
/// <param name="time">The clock.</param>
sealed class SlackFiles(SlackApi api, HttpClient http, bool allowLoopback, TimeProvider time)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Done: it is on its way into the conversation. What failed before the last call has left nothing to be seen.</summary>
    public async ValueTask<SlackReply> Upload(InstallId install, string channel, string name, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (bytes.IsEmpty)
            return new SlackReply.Refused("empty");
        var asked = await api.Call(install, new SlackCall(SlackMethods.BeginUpload) { { "filename", name }, { "length", bytes.Length.ToString(CultureInfo.InvariantCulture) } }, CallRank.Person, ct).ConfigureAwait(false);
        if (asked is not SlackReply.Done place)
            return asked;
        if (!Uri.TryCreate(place.Text("upload_url"), UriKind.Absolute, out var target) || !SlackHost.IsFiles(target, allowLoopback) || place.Text("file_id") is not { Length: > 0 } id)
            return new SlackReply.Refused("not-allowed");
        if (await Bring(target, bytes, ct).ConfigureAwait(false) is { } fault)
            return fault;
        return await api.Call(install, new SlackCall(SlackMethods.EndUpload) { { "files", ArgumentJson.Write(new UploadedFile[] { new(id, name) }) }, { "channel_id", channel } }, CallRank.Person, ct).ConfigureAwait(false);
    }

    // The address itself is the proof: no token goes there.
    async ValueTask<SlackReply?> Bring(Uri target, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        using var end = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, end.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ReadOnlyMemoryContent(bytes) };
            request.Content.Headers.ContentType = new("application/octet-stream");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? null
                : (int)response.StatusCode is 408 or 429 or >= 500 ? new SlackReply.Later(Backoff.Of(response.Headers.RetryAfter, 0, time.GetUtcNow(), 1)) : new SlackReply.Refused($"http-{(int)response.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return new SlackReply.Later(Backoff.Of(0, 1));
        }
    }
}

using System.Buffers;
using System.Net.WebSockets;

namespace WorkshopBot.Channels.Slack.Socket;

/// <summary>Whole messages of a web socket, one after the other in both directions, and none too big.</summary>
/// <param name="socket">The connection.</param>
/// <param name="most">So many bytes and no more.</param>
sealed class SocketFrames(WebSocket socket, int most) : IDisposable
{
    const int Part = 8 * 1024;

    readonly SemaphoreSlim _sending = new(1, 1);

    /// <summary>Null: the other side closes, or the message is too big for anything of Slack's.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> Next(CancellationToken ct)
    {
        var message = new ArrayBufferWriter<byte>();
        for (; ; )
        {
            var part = await socket.ReceiveAsync(message.GetMemory(Part)[..Part], ct).ConfigureAwait(false);
            message.Advance(part.Count);
            if (part.MessageType == WebSocketMessageType.Close || message.WrittenCount > most)
                return null;
            if (part.EndOfMessage)
                return message.WrittenMemory;
        }
    }

    public async Task Send(ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        await _sending.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, true, ct).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Dispose() => _sending.Dispose();
}

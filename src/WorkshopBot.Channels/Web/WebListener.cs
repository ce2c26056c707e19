using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;

namespace WorkshopBot.Channels.Web;

/// <summary>One open page: what it still has to be told, a few messages long.</summary>
sealed class WebListener(string room, string own, TimeProvider time)
{
    /// <summary>Sent first: from here on nothing is missed, so this is the time to look.</summary>
    public const string Open = "open-room";

    /// <summary>A message was posted or edited.</summary>
    public const string Message = "message";

    /// <summary>Nothing happened; the connection lives.</summary>
    public const string Beat = "beat";

    /// <summary>More happened than could be told: look again.</summary>
    public const string Reload = "reload";

    public const int MostWaiting = 64;

    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    readonly Channel<MessageBody> _waiting = Channel.CreateBounded<MessageBody>(MostWaiting);

    /// <summary>Key of the room it looks at.</summary>
    public string Room => room;

    /// <summary>Key of the person's own chat.</summary>
    public string Own => own;

    /// <summary>What other nodes do is asked for on its behalf.</summary>
    public bool Follows { get; set; }

    public void Tell(MessageBody message)
    {
        if (!_waiting.Writer.TryWrite(message))
            _waiting.Writer.TryComplete();      // it has fallen behind
    }

    /// <summary>The events, until the listener has fallen behind or the token says so; that is no fault.</summary>
    public async IAsyncEnumerable<SseItem<string>> Events([EnumeratorCancellation] CancellationToken ct)
    {
        yield return new("", Open);
        var next = Next(ct);
        while (await Came(next, ct).ConfigureAwait(false) is { } came)
        {
            if (!came)
            {
                yield return new("", Beat);
                continue;
            }
            while (_waiting.Reader.TryRead(out var message))
                yield return new(JsonSerializer.Serialize(message, TryJson.Default.MessageBody), Message);
            if (_waiting.Reader.Completion.IsCompleted)
            {
                yield return new("", Reload);
                yield break;
            }
            next = Next(ct);
        }
    }

    Task<bool> Next(CancellationToken ct) => _waiting.Reader.WaitToReadAsync(ct).AsTask();

    // Null: it is over. False: nothing for a while.
    async ValueTask<bool?> Came(Task<bool> next, CancellationToken ct)
    {
        try
        {
            await next.WaitAsync(Every, time, ct).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}

using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Protocol;

namespace WorkshopBot.Channels.Slack.Socket;

/// <summary>What came over a web socket, read and served as if it had come over HTTP, and the acknowledgement that goes back.</summary>
/// <param name="reader">Reads what came.</param>
/// <param name="serve">Serves it, within the time Slack gives.</param>
/// <param name="log">What could not be read or served.</param>
sealed class SocketServing(SlackReader reader, Func<SlackInput, CancellationToken, Task<SlackAck>> serve, ILogger log)
{
    const string Events = "events_api";

    /// <summary>The acknowledgement; null for none, and then an event is delivered again.</summary>
    public async Task<ReadOnlyMemory<byte>?> Answer(SocketEnvelope envelope, CancellationToken ct)
    {
        try
        {
            var read = await Read(envelope, ct).ConfigureAwait(false);
            if (read == SlackRead.Malformed)
                log.LogWarning("Something of Slack was refused: {Code}", "malformed");
            if (read is not SlackRead.Heard heard)
                return Ack(envelope, SlackAck.NoAnswer);
            var ack = await serve(heard.Input, ct).ConfigureAwait(false);
            // What somebody did is not delivered again; what is to be said of that is in the body.
            return ack.Kind == SlackAckKind.Again && envelope.Type == Events ? SlackAck.NoAnswer : Ack(envelope, ack.Body ?? (heard.Input is SlackInput.Suggest ? SlackAck.NoOptions : SlackAck.NoAnswer));
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // Its message may hold what people wrote.
            log.LogError("Something of Slack was not served: {Fault} {Where}", e.GetType().Name, e.StackTrace);
            return envelope.Type == Events ? SlackAck.NoAnswer : Ack(envelope, SlackAck.NoAnswer);
        }
    }

    async ValueTask<SlackRead> Read(SocketEnvelope envelope, CancellationToken ct) => (envelope.Type, envelope.Payload) switch
    {
        (Events, { } happened) => await reader.Event(happened, ct).ConfigureAwait(false),
        ("interactive", { } act) => await reader.Interaction(act, ct).ConfigureAwait(false),
        ("slash_commands", { ValueKind: JsonValueKind.Object } command) => await reader.Command(Fields(command), ct).ConfigureAwait(false),
        (Events or "interactive" or "slash_commands", _) => SlackRead.Malformed,
        _ => SlackRead.Nothing,
    };

    // Over a web socket a command is no form.
    static Dictionary<string, string> Fields(JsonElement command)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in command.EnumerateObject())
            if (field.Value.ValueKind == JsonValueKind.String)
                fields[field.Name] = field.Value.GetString()!;
        return fields;
    }

    static ReadOnlyMemory<byte> Ack(SocketEnvelope envelope, ReadOnlyMemory<byte>? body)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("envelope_id", envelope.EnvelopeId);
            if (body is { } payload && envelope.AcceptsResponsePayload == true)
            {
                json.WritePropertyName("payload");
                json.WriteRawValue(payload.Span);
            }
            json.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }
}

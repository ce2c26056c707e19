using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace WorkshopBot.Journal.Tables;

/// <summary>A transaction as it travels: a multipart body with one change set, and in it a request an operation. Every line ends in CR LF, and a blank line parts headers from content.</summary>
sealed class TransactionBody
{
    const int WrappingBytes = 768;

    readonly ArrayBufferWriter<byte> _body;

    TransactionBody(int size) => _body = new(size);

    /// <param name="id">Any, in letters and digits; it parts the parts.</param>
    /// <param name="table">The table's address.</param>
    /// <param name="actions">What to do, in this order.</param>
    public static ReadOnlyMemory<byte> Write(string id, string table, IReadOnlyList<TableTransactionAction> actions)
    {
        var body = new TransactionBody(actions.Sum(action => EntityJson.Size(action.Entity) + WrappingBytes));
        var part = Encoding.ASCII.GetBytes($"--changeset_{id}");
        body.Line($"--batch_{id}");
        body.Line($"Content-Type: multipart/mixed; boundary=changeset_{id}");
        body.Line(""u8);
        using var json = new Utf8JsonWriter(body._body);
        for (var i = 0; i < actions.Count; i++)
        {
            body.Line(part);
            body.Line("Content-Type: application/http"u8);
            body.Line("Content-Transfer-Encoding: binary"u8);
            body.Line(string.Create(CultureInfo.InvariantCulture, $"Content-ID: {i}"));
            body.Line(""u8);
            body.Operation(actions[i], table, json);
        }
        body.Line($"--changeset_{id}--");
        body.Line($"--batch_{id}--");
        return body._body.WrittenMemory;
    }

    void Operation(TableTransactionAction action, string table, Utf8JsonWriter json)
    {
        var (type, entity) = (action.ActionType, action.Entity);
        var verb = type switch { TableTransactionActionType.Add => "POST", TableTransactionActionType.Delete => "DELETE", _ => "PUT" };
        Line(type == TableTransactionActionType.Add ? $"{verb} {table} HTTP/1.1" : $"{verb} {table}{TableKeys.Path(entity.PartitionKey, entity.RowKey)} HTTP/1.1");
        Line("Accept: application/json;odata=minimalmetadata"u8);
        Line("DataServiceVersion: 3.0"u8);
        if (type is TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
            Line($"If-Match: {action.ETag}");
        if (type == TableTransactionActionType.Add)
            Line("Prefer: return-no-content"u8);
        if (type != TableTransactionActionType.Delete)
        {
            Line("Content-Type: application/json"u8);
            Line(""u8);
            json.Reset();
            EntityJson.Write(json, entity);
        }
        else
            Line(""u8);
        Line(""u8);
    }

    void Line(string text)
    {
        Encoding.ASCII.GetBytes(text, _body);
        _body.Write("\r\n"u8);
    }

    void Line(ReadOnlySpan<byte> text)
    {
        _body.Write(text);
        _body.Write("\r\n"u8);
    }
}

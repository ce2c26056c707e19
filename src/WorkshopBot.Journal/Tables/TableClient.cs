using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace WorkshopBot.Journal.Tables;

/// <summary>
/// One table of Azure Table storage, or of what speaks like it, over its REST protocol: as much of Azure's own client as we use, under the same names.
/// Throws <see cref="RequestFailedException"/> with the service's code when it refuses, <see cref="InvalidDataException"/> when what answers is no table service.
/// </summary>
public sealed class TableClient
{
    /// <summary>Of a transaction as it travels: what the narrowest service takes.</summary>
    public const int MostTransactionBytes = 2 * 1024 * 1024;

    const int MostPerPage = 1000;
    const string Version = "2019-02-02";
    const string Answer = "application/json;odata=minimalmetadata";
    const string Json = "application/json";

    readonly HttpPipeline _pipeline;
    readonly string _service, _table, _name, _sas;

    /// <param name="address">Where the service is.</param>
    /// <param name="tableName">Letters and digits, at most 63.</param>
    /// <param name="clock">Dates the requests, and learns the time from the answers.</param>
    /// <param name="credential">Gives tokens where the address holds no proof of its own.</param>
    /// <param name="options">The usual ones when null.</param>
    public TableClient(TableAddress address, string tableName, StorageClock clock, TokenCredential? credential = null, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!TableKeys.IsTable(tableName))
            throw new ArgumentException("A table's name is made of 3 to 63 letters and digits, a letter first.", nameof(tableName));
        options ??= new();
        options.RetryPolicy = new TriesPolicy(clock, options.Times);
        options.AddPolicy(new AnswerPolicy(clock, numbers: !address.IsCosmos), HttpPipelinePosition.BeforeTransport);
        _pipeline = HttpPipelineBuilder.Build(options, [], address switch
        {
            { Key: { } key } => [new SharedKeyLitePolicy(key, clock)],
            { Sas: not null } => [],
            _ => [new BearerTokenAuthenticationPolicy(credential ?? throw new ArgumentNullException(nameof(credential)), address.Scope)],
        }, null);
        _name = tableName;
        _service = address.Endpoint.AbsoluteUri.TrimEnd('/') + "/";
        _table = _service + tableName;
        _sas = address.Sas is { } sas ? sas.Signature : "";
    }

    /// <summary>Makes the table; one that is there is left as it is.</summary>
    public async ValueTask CreateIfNotExistsAsync(CancellationToken ct = default)
    {
        using var message = Message(RequestMethod.Post, _service + "Tables");
        message.Request.Headers.Add("Prefer", "return-no-content");
        Content(message, Encoding.ASCII.GetBytes($$"""{"TableName":"{{_name}}"}"""), Json);
        var response = await Send(message, ct).ConfigureAwait(false);
        if (response.Status != 204 && TableError.CodeOf(response) != TableErrorCode.TableAlreadyExists)
            throw TableError.Of(response);
    }

    /// <summary>Writes an entity that must not be there yet.</summary>
    public ValueTask<ETag> AddEntityAsync(TableEntity entity, CancellationToken ct = default)
    {
        var message = Message(RequestMethod.Post, _table);
        message.Request.Headers.Add("Prefer", "return-no-content");
        return Write(message, entity, ct);
    }

    /// <summary>Replaces the state of the entity that the ETag names.</summary>
    public ValueTask<ETag> UpdateEntityAsync(TableEntity entity, ETag ifMatch, CancellationToken ct = default)
    {
        var message = Message(RequestMethod.Put, _table + TableKeys.Path(entity.PartitionKey, entity.RowKey));
        message.Request.Headers.Add("If-Match", Checked(ifMatch));
        return Write(message, entity, ct);
    }

    /// <summary>Writes an entity whatever is there.</summary>
    public ValueTask<ETag> UpsertEntityAsync(TableEntity entity, CancellationToken ct = default) =>
        Write(Message(RequestMethod.Put, _table + TableKeys.Path(entity.PartitionKey, entity.RowKey)), entity, ct);

    /// <summary>Removes the state of the entity that the ETag names.</summary>
    public async ValueTask DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch, CancellationToken ct = default)
    {
        using var message = Message(RequestMethod.Delete, _table + TableKeys.Path(partitionKey, rowKey));
        message.Request.Headers.Add("If-Match", Checked(ifMatch));
        // A request without content the framework sends again by itself when a connection that was good before closes; ours are written once.
        message.Request.Content = RequestContent.Create(ReadOnlyMemory<byte>.Empty);
        var response = await Send(message, ct).ConfigureAwait(false);
        if (response.Status != 204)
            throw TableError.Of(response);
    }

    /// <summary>The entity, or null.</summary>
    public async ValueTask<TableEntity?> GetEntityIfExistsAsync(string partitionKey, string rowKey, CancellationToken ct = default)
    {
        using var message = Message(RequestMethod.Get, _table + TableKeys.Path(partitionKey, rowKey));
        var response = await Send(message, ct).ConfigureAwait(false);
        return response.Status switch
        {
            200 => EntityJson.Read(response.Content.ToMemory().Span),
            404 when TableError.CodeOf(response) == TableErrorCode.ResourceNotFound => null,
            _ => throw TableError.Of(response),
        };
    }

    /// <summary>The entities a filter lets through, page by page. A page may be short, or empty, and not be the last.</summary>
    /// <param name="filter">In the service's language; null for all.</param>
    /// <param name="maxPerPage">How many a page holds at most.</param>
    /// <param name="keysOnly">Leaves the bytes away.</param>
    /// <param name="ct">Ends it.</param>
    public async IAsyncEnumerable<IReadOnlyList<TableEntity>> QueryAsync(string? filter, int maxPerPage = MostPerPage, bool keysOnly = false, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"{_table}()?$top={Math.Min(maxPerPage, MostPerPage)}")
            + (filter is null ? "" : "&$filter=" + Uri.EscapeDataString(filter)) + (keysOnly ? "&$select=PartitionKey,RowKey" : "");
        for (var next = ""; ;)
        {
            using var message = Message(RequestMethod.Get, query + next);
            var response = await Send(message, ct).ConfigureAwait(false);
            if (response.Status != 200)
                throw TableError.Of(response);
            yield return EntityJson.ReadPage(response.Content.ToMemory().Span);
            if (!response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition))
                break;
            next = "&NextPartitionKey=" + Uri.EscapeDataString(partition) + (response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) ? "&NextRowKey=" + Uri.EscapeDataString(row) : "");
        }
    }

    /// <summary>Does all of it or nothing, in one partition; one ETag an operation, null for a deletion. Throws <see cref="TableTransactionFailedException"/> when one of them is refused.</summary>
    public async ValueTask<IReadOnlyList<ETag?>> SubmitTransactionAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken ct = default)
    {
        TableKeys.Check(actions);
        foreach (var action in actions)
            if (action.ActionType is TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
                Checked(action.ETag);
        using var message = Message(RequestMethod.Post, _service + "$batch");
        // The address within has no signature: only the request around it is asked for one.
        var id = Guid.NewGuid().ToString("N");
        var body = TransactionBody.Write(id, _table, actions);
        if (body.Length > MostTransactionBytes)
            throw new ArgumentException($"A transaction takes at most {MostTransactionBytes} bytes, this one {body.Length}.", nameof(actions));
        Content(message, body, "multipart/mixed; boundary=batch_" + id);
        var response = await Send(message, ct).ConfigureAwait(false);
        if (response.Status != 202)
            throw TableError.Of(response);
        if (IsAnothers(response, id))
            throw new InvalidDataException("The table service answers another transaction than this one.");
        return TransactionAnswer.Read(response.Content.ToMemory(), actions);
    }

    // The emulator does not say whose answer to a transaction it is, but makes the mark that parts its parts from the request's. The service makes one of its own, in another form.
    static bool IsAnothers(Response response, string id) =>
        response.Headers.ContentType?.Split("boundary=batchresponse_") is [_, var mark] && Guid.TryParseExact(mark, "N", out _) && mark != id;

    async ValueTask<ETag> Write(HttpMessage message, TableEntity entity, CancellationToken ct)
    {
        using var _ = message;
        TableKeys.Check(entity);
        var body = new ArrayBufferWriter<byte>(EntityJson.Size(entity));
        using (var json = new Utf8JsonWriter(body))
            EntityJson.Write(json, entity);
        Content(message, body.WrittenMemory, Json);
        var response = await Send(message, ct).ConfigureAwait(false);
        if (response.Status != 204)
            throw TableError.Of(response);
        return response.Headers.TryGetValue("ETag", out var etag) ? new(etag) : throw new InvalidDataException("The table service answers a write without an ETag.");
    }

    HttpMessage Message(RequestMethod method, string uri)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new(_sas.Length == 0 ? uri : uri + (uri.Contains('?', StringComparison.Ordinal) ? '&' : '?') + _sas));
        request.Headers.Add("x-ms-version", Version);
        request.Headers.Add("DataServiceVersion", "3.0");
        request.Headers.Add("Accept", Answer);
        return message;
    }

    static void Content(HttpMessage message, ReadOnlyMemory<byte> body, string type)
    {
        message.Request.Headers.Add("Content-Type", type);
        message.Request.Content = RequestContent.Create(body);
    }

    async ValueTask<Response> Send(HttpMessage message, CancellationToken ct)
    {
        await _pipeline.SendAsync(message, ct).ConfigureAwait(false);
        return message.Response;
    }

    // It becomes a line of a request.
    static string Checked(ETag etag) => etag.ToString() is { Length: > 0 } text && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text : throw new ArgumentException("An ETag is a line of printable ASCII.", nameof(etag));
}

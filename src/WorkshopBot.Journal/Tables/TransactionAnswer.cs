using System.Buffers.Text;
using System.Text;
using Azure;

namespace WorkshopBot.Journal.Tables;

/// <summary>
/// Reads the answer to a transaction. Its own status is the same whether it was carried out or not: then it holds an answer an operation, otherwise only the one that made it fail.
/// </summary>
static class TransactionAnswer
{
    const int Refused = 400;

    /// <summary>One ETag an operation, null for a deletion. Throws <see cref="TableTransactionFailedException"/>, and <see cref="InvalidDataException"/> for what is no answer to these operations.</summary>
    public static IReadOnlyList<ETag?> Read(ReadOnlyMemory<byte> body, IReadOnlyList<TableTransactionAction> operations)
    {
        var etags = new List<ETag?>(operations.Count);
        for (var rest = body; rest.Span.IndexOf("\r\nHTTP/1.1 "u8) is var at and >= 0;)
        {
            var answer = rest[(at + "\r\nHTTP/1.1 ".Length)..];
            var end = answer.Span.IndexOf("\r\n--"u8);
            // Without the line that closes it, what is there may be cut off anywhere.
            if (end < 0 || !Utf8Parser.TryParse(answer.Span, out int status, out var digits) || digits != 3)
                throw Garbage();
            (answer, rest) = (answer[..end], answer[end..]);
            if (status >= Refused)
                throw Failure(status, answer);
            if (etags.Count == operations.Count)
                throw Garbage();
            etags.Add(operations[etags.Count].ActionType == TableTransactionActionType.Delete ? null : new(ETagOf(answer.Span) ?? throw Garbage()));
        }
        return etags.Count == operations.Count ? etags : throw Garbage();
    }

    static TableTransactionFailedException Failure(int status, ReadOnlyMemory<byte> answer)
    {
        var blank = answer.Span.IndexOf("\r\n\r\n"u8);
        var (code, index) = blank < 0 ? default : TableError.Read(answer[(blank + 4)..]);
        return new(status, code, index);
    }

    static string? ETagOf(ReadOnlySpan<byte> answer)
    {
        for (var rest = answer; rest.IndexOf("\r\n"u8) is var end and >= 0;)
        {
            rest = rest[(end + 2)..];
            var line = rest.IndexOf("\r\n"u8) is var next and >= 0 ? rest[..next] : rest;
            if (line.IsEmpty)
                return null;
            if (line.Length > 5 && Ascii.EqualsIgnoreCase(line[..5], "ETag:"u8))
                return Encoding.ASCII.GetString(line[5..]).Trim();
        }
        return null;
    }

    static InvalidDataException Garbage() => new("The table service gives back what is no answer to a transaction.");
}

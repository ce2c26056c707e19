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
        for (var rest = body; rest.Span.IndexOf("\nHTTP/1.1 "u8) is var at and >= 0;)
        {
            var answer = rest[(at + "\nHTTP/1.1 ".Length)..];
            var end = answer.Span.IndexOf("\n--"u8);
            // Without the line that closes it, what is there may be cut off anywhere.
            if (end < 0 || !Utf8Parser.TryParse(answer.Span, out int status, out var digits) || digits != 3)
                throw Garbage();
            (answer, rest) = (answer[..end], answer[end..]);
            if (status >= Refused)
                throw Failure(status, answer);
            if (etags.Count == operations.Count)
                throw Garbage();
            etags.Add(operations[etags.Count].ActionType == TableTransactionActionType.Delete ? null : new(ETagOf(answer) ?? throw Garbage()));
        }
        return etags.Count == operations.Count ? etags : throw Garbage();
    }

    static TableTransactionFailedException Failure(int status, ReadOnlyMemory<byte> answer)
    {
        while (!answer.IsEmpty && !Line(ref answer).IsEmpty)
        {
        }
        var (code, index) = TableError.Read(answer);
        return new(status, code, index);
    }

    static string? ETagOf(ReadOnlyMemory<byte> answer)
    {
        for (_ = Line(ref answer); !answer.IsEmpty;)
        {
            var line = Line(ref answer).Span;
            if (line.IsEmpty)
                return null;
            if (line.Length > 5 && Ascii.EqualsIgnoreCase(line[..5], "ETag:"u8))
                return Encoding.ASCII.GetString(line[5..]).Trim();
        }
        return null;
    }

    // The next line, without its end: one service ends some of them in \r\n and others in \n alone.
    static ReadOnlyMemory<byte> Line(ref ReadOnlyMemory<byte> rest)
    {
        var end = rest.Span.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return line.Span is [.., (byte)'\r'] ? line[..^1] : line;
    }

    static InvalidDataException Garbage() => new("The table service gives back what is no answer to a transaction.");
}

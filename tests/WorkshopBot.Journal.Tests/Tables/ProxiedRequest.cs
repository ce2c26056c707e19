using System.Globalization;
using System.Text;

namespace WorkshopBot.Journal.Tests.Tables;

/// <summary>A request as it came through the <see cref="FaultProxy"/>.</summary>
public sealed record ProxiedRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    public bool IsWrite => Method != "GET";

    public string? Header(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Null: there is none any more.</summary>
    public static async Task<ProxiedRequest?> Read(Stream stream, CancellationToken ct)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 4 || !Encoding.ASCII.GetString([.. head[^4..]]).Equals("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, ct) == 0)
                return null;
            head.Add(one[0]);
        }
        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var first = lines[0].Split(' ');
        var headers = lines[1..].Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts.Length > 1 ? parts[1] : "")).ToList();
        var length = headers.FirstOrDefault(header => header.Item1.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Item2;
        var body = new byte[length is null ? 0 : int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, ct);
        return new(first[0], first[1], headers, body);
    }

    /// <summary>The same request to a port of this machine.</summary>
    public HttpRequestMessage Message(int port)
    {
        var message = new HttpRequestMessage(new(Method), new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{Target}")));
        if (IsWrite)
            message.Content = new ByteArrayContent(Body);
        foreach (var (name, value) in Headers)
            if (name is not ("Host" or "Content-Length" or "Connection") && !message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}

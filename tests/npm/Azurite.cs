using System.Diagnostics;
using System.Globalization;

namespace WorkshopBot.Npm;

/// <summary>An emulator of the table service of one's own, on a free port of this machine, with its rows in memory. It ends with whoever started it, also when that one is killed.</summary>
public sealed class Azurite : IDisposable
{
    const string Account = "devstoreaccount1";

    // The emulator's own, the same everywhere and no secret.
    static readonly string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6" + "IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    static readonly Lazy<Azurite> One = new(() => new());
    static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    readonly Process _node;

    public Azurite()
    {
        if (Missing is { } why)
            throw new InvalidOperationException($"Azurite {why}.");
        _node = Process.Start(new ProcessStartInfo("node",
            [Path.Combine(Reference.Folder, "azurite.cjs"), "--tableHost", "127.0.0.1", "--tablePort", "0", "--tableKeepAliveTimeout", "600", "--inMemoryPersistence", "--disableTelemetry", "--silent"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        })!;
        var port = new TaskCompletionSource<int>();
        _node.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                port.TrySetException(new InvalidOperationException("Azurite has ended."));
            else if (line.Data.StartsWith("port ", StringComparison.Ordinal))
                port.TrySetResult(int.Parse(line.Data[5..], CultureInfo.InvariantCulture));
        };
        _node.ErrorDataReceived += (_, _) => { };
        _node.BeginOutputReadLine();
        _node.BeginErrorReadLine();
        Port = port.Task.WaitAsync(Bound).GetAwaiter().GetResult();
    }

    /// <summary>Why there is none; null when there is.</summary>
    public static string? Missing => Reference.Missing;

    /// <summary>The one that all tests of a run share, each with tables of its own.</summary>
    public static Azurite Shared => One.Value;

    public int Port { get; }

    /// <summary>As it would stand in the settings; <paramref name="port"/> leads there by another way.</summary>
    public string Connection(int? port = null) => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint={Endpoint(port)}";

    /// <summary>Its address, without a proof.</summary>
    public string Endpoint(int? port = null) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port ?? Port}/{Account}");

    /// <summary>A name no other table has.</summary>
    public static string NewTable() => "t" + Guid.NewGuid().ToString("N");

    public void Dispose()
    {
        if (!_node.HasExited)
            _node.Kill();
        _node.WaitForExit();
        _node.Dispose();
    }
}

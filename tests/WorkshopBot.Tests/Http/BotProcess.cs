using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace WorkshopBot.Tests.Http;

/// <summary>The real program, started as people start it; killed with the test if it still runs.</summary>
sealed class BotProcess : IDisposable
{
    const string Listens = "WorkshopBot listens on ";

    readonly Process _process;
    readonly Thread[] _readers;
    readonly ConcurrentQueue<string> _output = [];
    readonly ConcurrentQueue<string> _errors = [];

    public BotProcess(string folder, params string[] args) : this(folder, "WorkshopBot.dll", args)
    {
    }

    BotProcess(string folder, string program, string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. args])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        _process = new Process { StartInfo = start };
        _process.Start();
        _readers = [Keep(_process.StandardOutput, _output), Keep(_process.StandardError, _errors)];
    }

    /// <summary>The same on a machine whose clock is wrong.</summary>
    public static BotProcess WithClock(TimeSpan wrong, string folder, params string[] args) =>
        new(folder, "WorkshopBot.Replica.dll", [wrong.TotalSeconds.ToString(CultureInfo.InvariantCulture), .. args]);

    public IReadOnlyCollection<string> Output => _output;

    public IReadOnlyCollection<string> Errors => _errors;

    public bool HasExited => _process.HasExited;

    /// <summary>Where it listens, once it says so.</summary>
    public async Task<Uri> Address()
    {
        await Until.True(() => _process.HasExited || _output.Any(line => line.StartsWith(Listens, StringComparison.Ordinal)), seconds: 30);
        var line = _output.FirstOrDefault(line => line.StartsWith(Listens, StringComparison.Ordinal));
        Assert.True(line is not null, string.Join('\n', _errors));
        return new Uri(line[Listens.Length..].Split(' ')[0]);
    }

    /// <summary>kill -9, of this process and no other.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<int> Exit()
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await _process.WaitForExitAsync(bound.Token);
        // What it said last may still be in the pipe.
        Assert.All(_readers, reader => Assert.True(reader.Join(TimeSpan.FromSeconds(10))));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    // Threads of its own: reading a pipe holds one, and the pool of a small machine has no two to spare while turns are being timed.
    static Thread Keep(StreamReader reader, ConcurrentQueue<string> lines)
    {
        var thread = new Thread(() =>
        {
            while (reader.ReadLine() is { } line)
                lines.Enqueue(line);
        }) { IsBackground = true };
        thread.Start();
        return thread;
    }
}

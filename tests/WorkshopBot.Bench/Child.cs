using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace WorkshopBot.Bench;

/// <summary>A process that is measured: started here, ended here by its id.</summary>
sealed class Child : IDisposable
{
    readonly Process _process;
    readonly List<string> _errors = [];

    Child(Process process, Uri url)
    {
        (_process, Url) = (process, url);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } said && _errors.Count < 20)
                lock (_errors)
                    _errors.Add(said);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Url { get; }

    /// <summary>Processor time of all its threads so far, in the kernel too.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double RssMiB => Status("VmRSS:");

    /// <summary>The part of it that is no file's.</summary>
    public double AnonymousMiB => Status("RssAnon:");

    public double PeakMiB => Status("VmHWM:");

    /// <summary>Starts a program on a free port, with a database of its own in a folder; returns at once.</summary>
    /// <param name="program">What is run.</param>
    /// <param name="folder">Where.</param>
    /// <param name="chat">Where it posts.</param>
    /// <param name="args">With what.</param>
    /// <param name="team">The one workspace it is installed in; null for one that is installed by OAuth.</param>
    /// <param name="sets">More of its environment, as NAME=value,NAME=value.</param>
    public static Child Start(string program, string folder, string chat, string[]? args = null, string? team = null, string? sets = null)
    {
        var url = new Uri(FormattableString.Invariant($"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo(program.EndsWith(".dll", StringComparison.Ordinal) ? Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet" : program)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        if (program.EndsWith(".dll", StringComparison.Ordinal))
            start.ArgumentList.Add(program);
        foreach (var arg in args ?? [])
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in new (string, string)[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("DOTNET_ENVIRONMENT", "Development"), ("Urls", url.ToString()), ("Journal__Path", Path.Combine(folder, "bench.db")), ("Web__TryIt", "false"),
            ("Slack__ApiUrl", chat), ("Slack__SigningSecret", SlackWire.Secret), ("Web__PublicUrl", url.ToString().TrimEnd('/')),
        })
            start.Environment[name] = value;
        foreach (var (name, value) in team is not null ? [("Slack__BotToken", FakeChat.TokenFront + team)] : new[] { ("Slack__ClientId", "1.2"), ("Slack__ClientSecret", SlackWire.Secret) })
            start.Environment[name] = value;
        foreach (var set in sets?.Split(',') ?? [])
            start.Environment[set.Split('=')[0]] = set.Split('=')[1];
        return new(Process.Start(start)!, url);
    }

    /// <summary>Waits until it listens.</summary>
    public async Task Listens()
    {
        for (var start = Stopwatch.GetTimestamp(); ;)
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(30))
                throw new InvalidOperationException($"It does not listen: {string.Join(' ', _errors)}");
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Url.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(2);
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        lock (_errors)
            foreach (var line in _errors.Take(5))
                Console.Error.WriteLine($"    said: {line}");
        _process.Dispose();
    }

    double Status(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), NumberStyles.None, CultureInfo.InvariantCulture) / 1024.0;
    }

    static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

using Microsoft.Extensions.Logging;

namespace WorkshopBot.Channels.Tests.Slack.Install;

/// <summary>A log whose lines can be read.</summary>
sealed class Lines : ILogger
{
    readonly Lock _lock = new();
    readonly List<string> _all = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
                return [.. _all];
        }
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lock)
            if (logLevel >= LogLevel.Warning)
                _all.Add(formatter(state, exception));
    }
}

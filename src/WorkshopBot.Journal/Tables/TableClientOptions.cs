using Azure.Core;

namespace WorkshopBot.Journal.Tables;

/// <summary>What a client goes by beside its address.</summary>
public sealed class TableClientOptions : ClientOptions
{
    public TableClientOptions() : base(null)
    {
        // Requests hold what people wrote, and addresses may hold a signature: nothing of them is logged.
        Diagnostics.IsLoggingEnabled = false;
        Diagnostics.IsTelemetryEnabled = false;
        Diagnostics.IsDistributedTracingEnabled = false;
    }

    public TableTimes Times { get; init; } = new();
}

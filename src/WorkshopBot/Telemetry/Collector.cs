using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace WorkshopBot.Telemetry;

/// <summary>Sends measures and traces to an OpenTelemetry collector, by OTLP over HTTP, for as long as it is open. What is still to be sent goes out when it is closed.</summary>
sealed class Collector : IDisposable
{
    const int PatienceMilliseconds = 2_000;

    // How long an ending process waits for a collector that does not answer.
    const int EndMilliseconds = 1_000;

    // The framework's own, which name routes, hosts and statuses, and no paths.
    static readonly string[] Framework = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];

    readonly MeterProvider _meters;
    readonly TracerProvider _traces;

    public Collector(CollectorSettings settings, string version, string instance)
    {
        // A trace begins with us: an id that a stranger sends would tie their trace to ours.
        var resource = ResourceBuilder.CreateEmpty().AddService("workshopbot", serviceVersion: version, serviceInstanceId: instance);
        _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter([Measures.Name, Channels.CallMeasures.Name, .. Framework])
            .AddOtlpExporter((to, reader) =>
            {
                Aim(to, settings, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Every.TotalMilliseconds;
            }).Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Measures.Name).SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.Share)))
            .AddOtlpExporter(to => Aim(to, settings, "v1/traces")).Build();
    }

    public void Dispose()
    {
        Parallel.Invoke(() => _traces.Shutdown(EndMilliseconds), () => _meters.Shutdown(EndMilliseconds));
        _traces.Dispose();
        _meters.Dispose();
    }

    static void Aim(OtlpExporterOptions to, CollectorSettings settings, string path)
    {
        (to.Protocol, to.Endpoint, to.TimeoutMilliseconds) = (OtlpExportProtocol.HttpProtobuf, new Uri($"{settings.Endpoint}/{path}"), PatienceMilliseconds);
        if (settings.Headers is { } headers)
            to.Headers = headers;
    }
}

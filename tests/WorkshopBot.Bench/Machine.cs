using System.Diagnostics;
using System.Globalization;

namespace WorkshopBot.Bench;

/// <summary>What else the machine does: figures are only as good as it is quiet.</summary>
static class Machine
{
    public static string Load => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    /// <summary>Processor time of all processes so far, in seconds.</summary>
    public static double Busy
    {
        get
        {
            // user, nice, system, idle, iowait, irq, softirq, steal; in hundredths of a second.
            var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(ticked => long.Parse(ticked, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
            return (ticks[..8].Sum() - ticks[3] - ticks[4]) / 100.0;
        }
    }

    /// <summary>Of this process.</summary>
    public static double Own => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}

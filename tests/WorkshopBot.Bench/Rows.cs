using System.Globalization;

namespace WorkshopBot.Bench;

/// <summary>How often a turn goes to the storage, and how much it allocates: counted inside a bot of this program under the same load.</summary>
static class Rows
{
    public static async Task Measure(Asked asked, Ground ground)
    {
        await using var chat = await FakeChat.Start();
        using var http = new HttpClient();
        foreach (var mode in (string[])["floor", "counted"])
        {
            using var child = Child.Start(Ground.Self, ground.Folder(), chat.Url, [mode]);
            await child.Listens();
            using var wire = new SlackWire(child.Url);
            var load = new DialogLoad(wire, chat, "CT" + mode[0].ToString().ToUpperInvariant(), asked.Number("people", 2_400) / 2);
            await (mode == "floor" ? load.Gather() : load.Prepare(asked.AtOnce));
            await load.Run(asked.AtOnce, asked.WarmUp);
            var (bytes, before) = (await Bytes(child), mode == "floor" ? "" : await http.GetStringAsync(new Uri(child.Url, "/rows")));
            var turns = await load.Run(asked.AtOnce, asked.Run);
            Console.WriteLine(FormattableString.Invariant($"| bytes allocated a turn: {(mode == "floor" ? "floor" : "bot")} | {(await Bytes(child) - bytes) / turns:N0} |"));
            if (mode == "floor")
                continue;
            var (was, now) = (Read(before), Read(await http.GetStringAsync(new Uri(child.Url, "/rows"))));
            foreach (var (name, count) in now)
                if (count - was.GetValueOrDefault(name) is var more and > 0)
                    Console.WriteLine(FormattableString.Invariant($"| storage operations a turn: {name} | {more / (double)turns:F3} |"));
            foreach (var what in (string[])["get", "range", "write"])
                Console.WriteLine(FormattableString.Invariant($"| storage operations a turn, all: {what} | {now.Where(one => one.Key.StartsWith(what, StringComparison.Ordinal)).Sum(one => one.Value - was.GetValueOrDefault(one.Key)) / (double)turns:F3} |"));
        }

        async Task<long> Bytes(Child child) => long.Parse(await http.GetStringAsync(new Uri(child.Url, "/bytes")), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    static Dictionary<string, long> Read(string counts) =>
        counts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).ToDictionary(one => one[0], one => long.Parse(one[1], NumberStyles.None, CultureInfo.InvariantCulture), StringComparer.Ordinal);
}

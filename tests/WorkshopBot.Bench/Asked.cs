using System.Globalization;

namespace WorkshopBot.Bench;

/// <summary>What is to be measured, as it was typed.</summary>
sealed class Asked
{
    readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    public Asked(IEnumerable<string> args)
    {
        string? name = null;
        foreach (var arg in args)
            if (arg.StartsWith("--", StringComparison.Ordinal))
                _said[name = arg[2..]] = "";
            else if (name is not null)
                (_said[name], name) = (arg, null);
            else
                Parts.Add(arg);
    }

    /// <summary>Which measurements; none means all.</summary>
    public List<string> Parts { get; } = [];

    /// <summary>How often each figure is taken.</summary>
    public int Runs => Number("runs", 5);

    /// <summary>How long one run is.</summary>
    public TimeSpan Run => TimeSpan.FromSeconds(Number("seconds", 10));

    public TimeSpan WarmUp => TimeSpan.FromSeconds(Number("warm-up", 20));

    /// <summary>Turns that are under way at once.</summary>
    public int AtOnce => Number("at-once", 32);

    public bool Wants(string part) => Parts.Count == 0 || Parts.Contains(part);

    public string? Text(string name) => _said.GetValueOrDefault(name);

    public int Number(string name, int usual) => Text(name) is { } said ? int.Parse(said, NumberStyles.None, CultureInfo.InvariantCulture) : usual;
}

using WorkshopBot.Exports;
using WorkshopBot.Workshops;

namespace WorkshopBot.Turns;

/// <summary>The exports there are, found by what people call them.</summary>
public sealed class Handing(IReadOnlyList<IExport> exports)
{
    /// <summary>What may be asked for, in the order they were given.</summary>
    public IEnumerable<string> Formats => exports.Select(export => export.Format);

    /// <summary>The map as a file; null for a format there is not.</summary>
    public ExportedFile? Write(string format, Workshop workshop) =>
        exports.FirstOrDefault(export => string.Equals(export.Format, format, StringComparison.OrdinalIgnoreCase))?.Write(workshop);
}

using WorkshopBot.Workshops;

namespace WorkshopBot.Exports;

/// <summary>A format a map is handed over in: one class, found by the word people type after <c>export</c>.</summary>
public interface IExport
{
    /// <summary>The word for it, such as <c>json</c>.</summary>
    string Format { get; }

    /// <summary>The same workshop gives the same bytes, on every host and in every culture.</summary>
    ExportedFile Write(Workshop workshop);
}

using System.Collections.Immutable;

namespace WorkshopBot.Workshops.Views;

/// <summary>What a receipt remarks on what was just done, with what can be done about it. A newcomer is a file and a line.</summary>
internal static class ReceiptHints
{
    private static readonly ImmutableArray<Func<Workshop, string, Act, Reader, PointLine?>> All = [];

    public static IReadOnlyList<PointLine> Of(Workshop w, string person, string turn, Reader reader) =>
        ReceiptView.Last(w, person, turn) is { } act ? [.. All.Select(hint => hint(w, person, act, reader)).OfType<PointLine>()] : [];
}

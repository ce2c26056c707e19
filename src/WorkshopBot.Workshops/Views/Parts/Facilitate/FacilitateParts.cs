using System.Collections.Immutable;

namespace WorkshopBot.Workshops.Views;

/// <summary>What who leads is shown, part by part, in this order: what waits for a decision first, then what the step lacks, then who takes part and what did not arrive. A newcomer is a file and a line.</summary>
internal static class FacilitateParts
{
    private static readonly ImmutableArray<Func<Workshop, Reader, FacilitatePart?>> All =
    [
        RoomsAskingPart.Of,
        HardPart.Of,
        LeftPart.Of,
        SoftPart.Of,
        AwaitedPart.Of,
        RoomsPart.Of,
        TwinsPart.Of,
        UnsurePart.Of,
        UnreachedPart.Of,
    ];

    public static IReadOnlyList<FacilitatePart> Of(Workshop w, Reader reader) => [.. All.Select(part => part(w, reader)).OfType<FacilitatePart>()];
}

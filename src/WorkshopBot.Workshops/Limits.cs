namespace WorkshopBot.Workshops;

/// <summary>How much of what there may be (settled: "Limits"). Over a limit a line is refused whole, with the number.</summary>
public static class Limits
{
    public const int Title = 120, Name = 80, Text = 500;

    public const int MessageLines = 50, MessageBytes = 16 * 1024;

    public const int ShownItems = 2_000, StoredItems = 10_000, People = 500, Personas = 20, Stages = 12;

    /// <summary>Rooms beside the first that take part in one workshop, and rooms that ask at once.</summary>
    public const int Rooms = 20, Asks = 10;

    /// <summary>How many open points a sentence names; of the others it says how many.</summary>
    public const int NamedPoints = 4;

    /// <summary>How long a link to the map page is good.</summary>
    public const int LinkDays = 30;

    /// <summary>How many of my last lines can be taken back, one after the other, and for how long.</summary>
    public const int Undos = 10;

    public static readonly TimeSpan UndoWindow = TimeSpan.FromHours(24);

    /// <summary>Under this share of items with evidence every output says HYPOTHESIS (L18).</summary>
    public const decimal EvidenceShare = 0.30m;
}

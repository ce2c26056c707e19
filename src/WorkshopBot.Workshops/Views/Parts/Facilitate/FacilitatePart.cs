using System.Text.Json.Serialization;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Something for who leads to look at or to decide on, under a heading of its own: one of the parts of <see cref="FacilitateView"/>. A part that says nothing is not there.</summary>
/// <param name="Title">The heading, in our own words; empty for a remark, which has only <paramref name="More"/>.</param>
/// <param name="Lines">Point by point: first those without buttons, as a list.</param>
/// <param name="More">What is left out, or a remark, in our own words; empty for none.</param>
public sealed record FacilitatePart(string Title, IReadOnlyList<PointLine> Lines, string More)
{
    /// <summary>Lines of a list; what is left out is counted.</summary>
    public const int Most = 6;

    public bool HasTitle => Title.Length > 0;

    /// <summary>What is said in one piece, above the lines; empty for nothing.</summary>
    public string Text { get; init; } = "";

    public bool HasText => Text.Length > 0;

    public bool HasMore => More.Length > 0;

    /// <summary>Its lines are said also where all would be too long.</summary>
    [JsonIgnore]
    public bool IsBrief { get; init; }

    /// <summary>The first few of a list, and how many more there are; null where it is empty.</summary>
    internal static FacilitatePart? Of(Phrase title, IReadOnlyList<Phrase> points, Reader reader, int most = Most) =>
        points.Count == 0 ? null : new(reader.Say(title), [.. points.Take(most).Select(point => PointLine.Of(point, reader))], reader.More(points.Count - most));

    /// <summary>The first few of what can be decided on, and how many more there are; null where there is nothing.</summary>
    internal static FacilitatePart? Of(Phrase title, IReadOnlyList<PointLine> points, Reader reader, int most) =>
        points.Count == 0 ? null : new(reader.Say(title), [.. points.Take(most)], reader.More(points.Count - most));
}

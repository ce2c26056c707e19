using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The hand-over of a file somebody asked for. The file itself goes beside it.</summary>
public sealed record ExportView(string Title, string Said) : View
{
    public override string Card => "export";

    public override string Brief => Said;

    public static ExportView Of(string said, Workshop w) => new(w.Title, said);

    /// <summary>The phrase an export is answered with.</summary>
    public static bool IsHandover(Phrase line) => line.Code == "exported";
}

namespace WorkshopBot.Workshops.Views;

/// <summary>The board, which is there from the start and which all else in a room hangs on.</summary>
internal sealed class BoardFamily : Family
{
    public const string Name = "board";

    public override IReadOnlyList<string> Names { get; } = [Name];

    public override IEnumerable<string> Keys(Workshop w) => [Name];

    public override Kept Show(KeptKey key, Workshop w, Reader reader) => new(key.Text, null, Must: true, InThread: false, () => [BoardView.Of(w, reader)]) { Returns = true };

    public override View? Personal(KeptKey key, Workshop w, string person, Reader reader) => key.Text == Name ? BoardView.Of(w, reader, person) : null;

    /// <summary>In a room that takes part no more only the board says so; the rest stays as it is.</summary>
    public static Kept? Out(string key, Workshop w, Reader reader) => key == Name ? new(key, null, Must: true, InThread: false, () => [AskingViews.Out(w, reader)]) { OnlyEdits = true } : null;
}

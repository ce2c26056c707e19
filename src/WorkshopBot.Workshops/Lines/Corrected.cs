using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>The line somebody probably meant, where a refusal knows the name that is near. Only offered: nothing is corrected unasked.</summary>
public static class Corrected
{
    /// <summary>The line with the near name in place of the mistyped one; null where there is none, or the line would still not be understood.</summary>
    public static string? Of(Typed typed, Phrase refusal)
    {
        if (Near(refusal) is not { Args: [Arg.Text { Value: { Length: > 0 } wrong }, Arg.Text { Value: var right }, ..] }) return null;
        var at = typed.Text.IndexOf(wrong, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var line = string.Concat(typed.Text.AsSpan(0, at), right, typed.Text.AsSpan(at + wrong.Length));
        return LineReader.Read(typed with { Text = line }) is Line.No ? null : line;
    }

    private static Phrase? Near(Phrase refusal) => refusal.Code is "no-such-place.near" or "no-such-label" ? refusal : refusal.Args.OfType<Arg.Inner>().Select(inner => Near(inner.Value)).FirstOrDefault(near => near is not null);
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>
/// Text that looks like a customer's personal data is warned of before it is saved (L29): the line is not taken until the same person sends it
/// again. It errs on the side of asking; it never proves that a text is free of personal data.
/// </summary>
public static partial class PersonalData
{
    /// <summary>The warning for a set of answers; null when there is nothing to warn of, or the person has been warned.</summary>
    public static Phrase? Warns(ImmutableArray<Answer> answers, Actor actor) =>
        actor.Confirmed ? null : answers.Where(answer => answer.Field.Shape is "text" or "texts").Select(answer => In(answer.Text)).FirstOrDefault(what => what is not null) is { } what
            ? Phrase.Of("personal-data", Phrase.Of(what)) : null;

    public static Phrase? Warns(string text, Actor actor) => actor.Confirmed || In(text) is not { } what ? null : Phrase.Of("personal-data", Phrase.Of(what));

    /// <summary>What a text looks like, as a code; null for an ordinary text.</summary>
    public static string? In(string text) =>
        Mail().IsMatch(text) ? "personal.mail"
        : Account().IsMatch(text) ? "personal.account"
        : Phone().IsMatch(text) ? "personal.phone"
        : Named().IsMatch(text) ? "personal.name"
        : null;

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    /// <summary>Two letters, two digits and at least ten more: an IBAN; or a card number in fours.</summary>
    [GeneratedRegex(@"\b[A-Z]{2}\d{2}( ?[A-Z0-9]{4}){3,}|\b\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{3,4}\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Account();

    [GeneratedRegex(@"\+\d[\d /()-]{7,}\d|\b0\d{2,5}[ /-]\d{3,}[\d -]*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    /// <summary>A title with a name: "Mrs Miller", "Herr Schmidt".</summary>
    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss|Dr|Herr|Frau|Mme|Sig)\.? \p{Lu}\p{Ll}+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}

using System.Collections.Immutable;
using System.Globalization;
using WorkshopBot.Channels;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>Makes the texts of answers: those of the workshop, and the few the loop gives itself.</summary>
static class Wording
{
    static readonly Phrasebook Texts = new("WorkshopBot.Turns.Texts", typeof(Wording).Assembly);

    /// <summary>The language a person is answered in: the one they chose, their chat's, or the workshop's.</summary>
    public static CultureInfo Culture(Workshop workshop, Person person) => Speech.Culture(workshop.LanguageOf(person.Key, person.Language));

    public static string Of(ImmutableArray<Phrase> phrases, CultureInfo culture, Zone? zone = null) =>
        phrases.Length == 1 ? Speech.Say(phrases[0], culture, zone) : string.Join('\n', phrases.Select(phrase => Speech.Say(phrase, culture, zone)));

    /// <summary>A text of the hall's own, in a language that is always named.</summary>
    public static string Own(string code, string language, params ReadOnlySpan<object?> args) => Own(code, Speech.Culture(language), args);

    public static string Own(string code, CultureInfo culture, params ReadOnlySpan<object?> args) => string.Format(culture, Texts.Text(code, culture), args);
}

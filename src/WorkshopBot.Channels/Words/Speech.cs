using System.Globalization;
using System.Resources;

namespace WorkshopBot.Channels.Words;

/// <summary>The few words of the chats themselves, in a language that is always named and never ambient. What is said of a workshop comes with the data of a card.</summary>
static class Speech
{
    static readonly ResourceManager Texts = new("WorkshopBot.Channels.Words.Texts", typeof(Speech).Assembly);

    /// <summary>Says a text in a language; in English where there is none in that.</summary>
    public static string Say(string code, string language, params ReadOnlySpan<object> args)
    {
        var culture = Culture(language);
        return string.Format(culture, Texts.GetString(code, culture) ?? throw new InvalidOperationException($"There is no text '{code}'."), args);
    }

    // The tag came with a message and says nothing certain; a pseudo-locale is no culture everywhere.
    static CultureInfo Culture(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }
}

using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Dialogs;

/// <summary>What can be said to a dialog beside an answer.</summary>
internal enum DialogWord { Back, Skip, Cancel, Done, Help, Yes, No }

/// <summary>The words of a dialog: English always, and those of every language there is.</summary>
internal static class DialogWords
{
    private static readonly Dictionary<string, DialogWord> Known = Read();

    public static DialogWord? In(string text) => Known.TryGetValue(Tidy.Fold(text.Trim().TrimEnd('.', '!')), out var word) ? word : null;

    private static Dictionary<string, DialogWord> Read()
    {
        var words = new Dictionary<string, DialogWord>(StringComparer.Ordinal);
        foreach (var (word, phrase) in new (DialogWord, Phrase)[]
        {
            (DialogWord.Back, Phrase.Of("dialog.back")), (DialogWord.Skip, Phrase.Of("dialog.skip")), (DialogWord.Cancel, Phrase.Of("dialog.cancel")), (DialogWord.Done, Phrase.Of("dialog.done")),
            (DialogWord.Help, Phrase.Of("dialog.help")), (DialogWord.Yes, Phrase.Of("dialog.yes")), (DialogWord.No, Phrase.Of("dialog.no")),
        })
            foreach (var language in Speech.Languages) words[Tidy.Fold(Speech.Say(phrase, Speech.Culture(language)))] = word;
        return words;
    }
}

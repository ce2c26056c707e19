using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What a person added, newest first, to edit or take back.</summary>
public sealed record MineView(string Title, string Nothing, bool IsEmpty, IReadOnlyList<MineLine> Items, string More, bool HasMore) : View
{
    private const int Most = 10;

    public override string Card => "mine";

    public override string Brief => $"{Title}\n{Nothing}{More}";

    public static MineView Of(Workshop w, string person, Reader reader)
    {
        var mine = w.Map.Kinds.All.SelectMany(kind => w.Map.LiveOn(kind.Letter)).Where(entry => entry.By == person).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Name).ToList();
        var more = reader.More(mine.Count - Most);
        return new(
            reader.Say(Phrase.Of("mine.title", mine.Count)), mine.Count == 0 ? reader.Say(Phrase.Of("mine-nothing")) : "", mine.Count == 0,
            [.. mine.Take(Most).Select(entry => new MineLine(entry.Name.ToString(), StepView.Line(w, entry, reader).Text, reader.Say(entry.Kind.Word), w.Phase == Phase.Running,
                [.. ItemView.Own(entry, w, reader)]))], more, more.Length > 0);
    }
}

/// <summary>One item of mine.</summary>
public sealed record MineLine(string Ref, string Text, string Kind, bool HasButtons, IReadOnlyList<Button> Buttons);

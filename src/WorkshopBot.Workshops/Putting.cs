using System.Globalization;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops;

/// <summary>Puts a message of a chat on the map as evidence: the form with what it says, where it stands, and a guess at what it is evidence for.</summary>
internal static class Putting
{
    /// <summary>Letters of a message that are compared with the map, and of a word that says something.</summary>
    private const int MostCompared = 4_000, Telling = 4;

    /// <summary>The sign of a cut is three dots once it is read again.</summary>
    private const int Cut = 2;

    public static Parsed<Form> Open(Press press, string id, Workshop w, Actor actor)
    {
        var text = Tidy.Value(press.Find(Press.Text) is { } said ? said[..Math.Min(said.Length, Limits.MessageBytes)] : "");
        var filled = new List<KeyValuePair<string, string>> { new("text", Wording.Short(text, Limits.Text - Cut)) };
        if (press.Find(Press.Link) is { Length: <= Limits.MessageBytes } link && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps) filled.Add(new("permalink", link));
        if (press.Find(Press.From) is { } from && Tidy.Value(from) is { Length: > 0 } name) filled.Add(new("source", Wording.Short(name, Limits.Name - Cut)));
        if (DateTimeOffset.TryParse(press.Find(Press.At), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            filled.Add(new("collectedOn", actor.Zone.Day(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        if (w.Phase == Phase.Running && Place(text, w) is { } place) filled.Add(new("on", place.ToString()));
        return Filling.Open(Evidence.Kind.Id, null, filled, id, w, actor, whole: true);
    }

    /// <summary>What a message is probably about: what it calls by name, else what it has most words in common with, else where the team was last.</summary>
    private static Ref? Place(string text, Workshop w)
    {
        var words = Search.Words(text[..Math.Min(text.Length, MostCompared)]);
        var said = $" {string.Join(' ', words)} ";
        var telling = words.Where(word => word.Length >= Telling).ToHashSet(StringComparer.Ordinal);
        var (on, fits) = (Evidence.Kind.Home!, Choosing.Fits(Evidence.Kind, Evidence.Kind.Home!));
        var places = w.Map.Kinds.All.Where(kind => on.Accepts(new Ref(kind.Letter, 1))).SelectMany(kind => kind.Letter == JourneyMap.Stage ? w.Map.Stages : w.Map.LiveOn(kind.Letter)).Where(fits).ToList();
        (Ref? Name, int Weight) named = (null, 0), alike = (null, 1);
        foreach (var entry in places)
        {
            var own = Search.Words(entry.Kind.Main.Again(entry.Item));
            if (own.Length == 0) continue;
            var name = string.Join(' ', own);
            if (name.Length > named.Weight && said.Contains($" {name} ", StringComparison.Ordinal)) named = (entry.Name, name.Length);
            if (own.Where(telling.Contains).Distinct(StringComparer.Ordinal).Count() is var common && common > alike.Weight) alike = (entry.Name, common);
        }
        return named.Name ?? alike.Name ?? Last(places, w);
    }

    /// <summary>The stage of the newest item of the open step; the first stage where there is none.</summary>
    private static Ref? Last(List<Entry> places, Workshop w) =>
        w.Step.Kinds.SelectMany(kind => w.Map.Newest(kind.Letter).Where(entry => entry.IsLive).Take(1)).OrderByDescending(entry => entry.At)
            .Select(entry => entry.Name.Letter == JourneyMap.Stage ? entry.Name : w.Map.StageOf(entry.Kind, entry.Item)).FirstOrDefault(stage => stage is not null)
        ?? places.FirstOrDefault(entry => entry.Name.Letter == JourneyMap.Stage)?.Name;
}

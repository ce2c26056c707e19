using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>Text that would like to be something else, and as much of it as there can be.</summary>
    static IEnumerable<(string Name, View View)> Hostile(Reader reader)
    {
        var bad = "<b>x</b> ${title} [click](https://evil.example) {\"type\":\"Action.OpenUrl\"} \"; @here <!channel>";
        var w = new Played().Given($"Ann: start {bad}", $"Ann: scenario: {bad}", $"Ann: why: {bad}", "Ann: goto stages");
        for (var i = 1; i <= 12; i++) w.Given($"Ann: stage: {i} {new string('ß', 70)}");
        w.Given("Ann: goto goals");
        for (var i = 0; i < 80; i++) w.Given($"Ben: goal S{i % 12 + 1}: {bad} {new string('m', 380)}");
        w.Given("Ann: next anyway");
        foreach (var key in (string[])["board", "step:goals", "step:stages", "findings:touchpoints", "outcome:goals", "outcome:kickoff"]) yield return ($"hostile.{key.Replace(':', '-')}", Reactions.Show(key, w.Workshop, reader)!.Pages[0]);
        yield return ("hostile.mine", MineView.Of(w.Workshop, Played.Key("Ben"), reader));
        yield return ("hostile.list", Played.From(w.Workshop).Shows("Ben", "show goals", reader, new Query.Show("goals")));
        yield return ("hostile.facilitate", FacilitateView.Of(w.Workshop, reader));
        yield return ("hostile.map", MapView.Of(w.Workshop, reader));
        w.Given("Ann: throw away");
        yield return ("hostile.digest", Reactions.Show("digest", w.Workshop, reader)!.Pages[1]);
    }
}

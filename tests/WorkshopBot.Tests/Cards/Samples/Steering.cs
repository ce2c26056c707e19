using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>What who leads is shown.</summary>
    static IEnumerable<(string Name, View View)> Steering(Reader reader)
    {
        foreach (var step in (string[])["kickoff", "touchpoints", "close"]) yield return ($"facilitate.{step}", FacilitateView.Of(step == "close" ? In("teams").Given("Ann: next").Workshop : Bike[step], reader));
        yield return ("facilitate.held", FacilitateView.Of(Played.From(Bike["goals"]).Given("Ann: next", "Eva: pass").Workshop, reader));
        yield return ("facilitate.unsure", FacilitateView.Of(Bike["teams"], reader with { Unsure = ["outcome:kickoff", "outcome:stages", "outcome:goals", "digest", "outcome:teams", "outcome:touchpoints", "outcome:data"] }));
        yield return ("facilitate.unreached", FacilitateView.Of(Bike["teams"], reader with { Unreached = [new(Played.Key("Ben"), "blocked"), new(null, "archived"), new("web:local:nobody", "gone"), new(Played.Key("Eva"), "strange"), .. ((string[])["disabled", "not-in-roster", "no-permission", "writes-blocked", "unknown"]).Select(code => new Unreached(Played.Key("Cleo"), code))] }));
        yield return ("facilitate.closed", FacilitateView.Of(Bike["closed"], reader));
    }
}

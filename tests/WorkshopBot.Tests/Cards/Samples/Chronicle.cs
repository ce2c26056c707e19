using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>What came of steps and of the whole.</summary>
    static IEnumerable<(string Name, View View)> Chronicle(Reader reader)
    {
        View One(string key, Workshop w, int page = 0) => Page(key, w, reader, page);
        foreach (var step in Playbook.Standard.Steps.SkipLast(1)) yield return ($"outcome.{step.Id}", One($"outcome:{step.Id}", Bike["closed"]));
        yield return ("outcome.nothing", One("outcome:kickoff", new Played().Given("Ann: start Bikes", "Ann: next anyway").Workshop));
        yield return ("outcome.open", One("outcome:touchpoints", Quick["teams"]));
        for (var page = 0; page < 3; page++) yield return ($"digest.bike-{page + 1}", One("digest", Bike["closed"], page));
        yield return ("digest.quick", One("digest", Quick["closed"]));
        yield return ("digest.goes-on", One("digest", Played.From(Bike["closed"]).Given("Ann: reopen data").Workshop));
        yield return ("outcome.again", One("outcome:data", Played.From(Bike["closed"]).Given("Ann: reopen data").Workshop));
        yield return ("outcome.to-come", One("outcome:data", Played.From(Quick["goals"]).Given("Ann: goto data", "Ann: goto goals").Workshop));
        yield return ("digest.open", One("digest", new Played().Given("Ann: start Bikes", "Ann: owner @Ann", "Ann: review in 3 months", "Ann: goto stages", "Ann: Research, Choose, Purchase, Use", "Ann: goto data", "Ann: close").Workshop));
        yield return ("digest.thrown", One("digest", new Played().Given("Ann: start Bikes", "Ann: throw away").Workshop));
    }
}

using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>What people get in answer to a line.</summary>
    static IEnumerable<(string Name, View View)> Answers(Reader reader)
    {
        yield return ("welcome.bare", WelcomeView.Of("", reader));
        yield return ("welcome.said", new Played().Shows("Ann", "Research: compare", reader));
        yield return ("receipt.goal", In("goals").Shows("Ben", "Research: see it on the road", reader));
        yield return ("receipt.touchpoint", In("touchpoints").Shows("Ben", "Research: a film of the hill | web | before | serves G3 (survey, n=40, May)", reader));
        yield return ("receipt.passed", In("goals").Shows("Dev", "pass", reader));
        yield return ("receipt.moved", In("goals").Shows("Ann", "next", reader));
        yield return ("receipt.part", In("goals").Shows("Dev", "Research: see it on the road\nReserch: compare", reader));
        yield return ("receipt.hint", (ReceiptView)In("goals").Shows("Ben", "Research: see it on the road", reader) with { Hints = [new("G3: see it on the street", [reader.Help()]), new("G4 is there, too", [])] });
        yield return ("refusal.near", In("goals").Shows("Dev", "Reserch: compare", reader));
        yield return ("refusal.plain", In("goals").Shows("Dev", "what is this", reader));
        yield return ("refusal.hard", In("touchpoints").Shows("Dev", "next", reader));
        yield return ("refusal.held", Played.From(Bike["goals"]).Given("Ann: next").Shows("Ann", "next", reader));
        yield return ("mine.many", In("touchpoints").Shows("Ben", "mine", reader, new Query.Mine()));
        yield return ("mine.nothing", In("touchpoints").Shows("Zoe", "mine", reader, new Query.Mine()));
        yield return ("mine.noted", (MineView)In("touchpoints").Shows("Zoe", "mine", reader, new Query.Mine()) with { Notes = ["Away until 8 May", "Not written to until 12 May"], Buttons = [reader.Help()] });
        foreach (var name in (string[])["T3", "P1", "X2", "V2", "T13", "C1"]) yield return ($"item.{name}", In("teams").Shows("Ann", $"show {name}", reader, new Query.ShowItem(Ref.Read(name)!.Value)));
        yield return ("item.X1-open", In("touchpoints").Shows("Ann", "show X12", reader, new Query.ShowItem(new('X', 12))));
        foreach (var what in (string[])["", "personas", "touchpoints", "gaps", "teams"]) yield return ($"list.{(what.Length == 0 ? "where" : what)}", In("teams").Shows("Dev", $"show {what}".Trim(), reader, new Query.Show(what.Length == 0 ? null : what)));
        yield return ("list.found", In("teams").Shows("Dev", "find price", reader, new Query.Find("price")));
        yield return ("list.who", In("teams").Shows("Dev", "who can see this", reader, new Query.WhoSees()));
        yield return ("list.how", In("goals").Shows("Dev", "add goal", reader, new Query.HowToAdd(Bike["goals"].Playbook.Kinds.Called("goal")!)));
        yield return ("help.step", In("goals").Shows("Dev", "help", reader, new Query.Help(null)));
        yield return ("help.mention", In("goals").Shows("Dev", "help", reader with { Mention = "@Ann" }, new Query.Help(null)));
        yield return ("help.before", new Played().Shows("Dev", "help", reader, new Query.Help(null)));
        yield return ("help.word", In("goals").Shows("Dev", "help gap", reader, new Query.Help("gap")));
        yield return ("export.json", In("teams").Shows("Dev", "export json", reader));
        yield return ("home.nothing", HomeView.Of([], Played.Key("Zoe"), reader));
        yield return ("home.two", HomeView.Of([(Bike["touchpoints"], reader), (Played.From(Bike["goals"]).Given("Dev: pass").Workshop, reader with { MapId = "m-2" })], Played.Key("Ann"), reader));
        yield return ("home.noted", HomeView.Of([(Bike["touchpoints"], reader)], Played.Key("Ann"), reader) is var home ? home with { Workshops = [home.Workshops[0] with { Notes = ["Away until 8 May"] }] } : home);
        yield return ("home.many", HomeView.Of([.. Enumerable.Range(1, 12).Select(i => (i % 3 == 0 ? Bike["closed"] : Bike["teams"], reader with { MapId = $"m-{i}" }))], Played.Key("Dev"), reader));
        yield return ("which.two", WhichView.Of([("m-1", "Getting a family e-bike"), ("m-2", "Booking a dentist")], true, reader));
        yield return ("which.many", WhichView.Of([.. Enumerable.Range(1, 8).Select(i => ($"m-{i}", i % 2 == 0 ? "Getting a family e-bike" : $"Bikes {i}"))], false, reader));
        yield return ("map.bike", In("close").Shows("Dev", "show map", reader, new Query.Show("map")));
        yield return ("map.empty", new Played().Given("Ann: start Bikes").Shows("Ann", "show map", reader, new Query.Show("map")));
    }
}

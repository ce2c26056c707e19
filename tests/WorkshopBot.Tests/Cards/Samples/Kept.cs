using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>What stays in a room and is kept true: boards, steps, findings.</summary>
    static IEnumerable<(string Name, View View)> Kept(Reader reader)
    {
        View One(string key, Workshop w, string? mention = null) => Page(key, w, reader with { Mention = mention });
        var started = new Played().Given("Ann: start Getting a family e-bike").Workshop;
        yield return ("board.started", One("board", started));
        yield return ("board.goals", One("board", Bike["goals"]));
        yield return ("board.closed", One("board", Bike["closed"]));
        yield return ("board.to-be", One("board", new Played().Given("Ann: start to-be Booking a dentist", "Ann: window: one day, until 17:00").Workshop));
        foreach (var person in (string[])["Ann", "Ben", "Zoe"]) yield return ($"board.of-{person}", Reactions.Personal("board", Bike["goals"], Played.Key(person), reader)!);
        yield return ("board.passed", Reactions.Personal("board", Played.From(Bike["goals"]).Given("Zoe: pass").Workshop, Played.Key("Zoe"), reader)!);
        yield return ("board.guest", Reactions.Personal("board", Bike["closed"], Played.Key("Ben"), reader with { Guest = true })!);
        yield return ("board.mention", One("board", Bike["goals"], mention: "@Ann"));
        yield return ("step.mention", One("step:goals", Bike["goals"], mention: "@Ann"));
        yield return ("step.kickoff-empty", One("step:kickoff", started));
        foreach (var step in Playbook.Standard.Steps) yield return ($"step.{step.Id}", One($"step:{step.Id}", Bike[step.Id == "close" ? "teams" : step.Id] is var w && step.Id == "close" ? Played.From(w).Given("Ann: next", "Ben: overall 4: good start", "Eva: object: nobody asked the shops").Workshop : w));
        yield return ("step.over", One("step:goals", Bike["teams"]));
        yield return ("findings.few", One("findings:touchpoints", Bike["touchpoints"]));
        yield return ("findings.many", One("findings:touchpoints", Played.From(Bike["goals"]).Given("Ann: next").Workshop));
        yield return ("findings.none", One("findings:touchpoints", Played.From(Played.From(Quick["goals"]).Given("Ann: next").Workshop).Given("Ann: drop X1 no", "Ann: drop X2 no", "Ann: drop X3 no", "Ann: drop X4 no", "Ann: drop X5 no").Workshop));
        yield return ("findings.closed", One("findings:touchpoints", Played.From(Played.From(Bike["goals"]).Given("Ann: next").Workshop).Given("Ann: throw away").Workshop));
        yield return ("step.closed", One("step:goals", Bike["closed"]));
        yield return ("step.kickoff-plain", One("step:kickoff", new Played().Given("Ann: start Bikes", "Ann: scenario: Maya tells her friends").Workshop));
    }
}

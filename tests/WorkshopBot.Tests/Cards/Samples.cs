using System.Collections.Immutable;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.Cards;

/// <summary>What cards are held against: every screen, rich and nearly empty, from workshops that were played, in both languages.</summary>
static class Samples
{
    static readonly Dictionary<string, Workshop> Bike = Played.Ends("e-bike.txt"), Quick = Played.Ends("quick.txt");

    /// <summary>Under a name each, which golden files and pictures are called by.</summary>
    public static IReadOnlyDictionary<string, View> Named { get; } = Speech.Languages.SelectMany(language => Of(Played.Reader(language)).Select(sample => ($"{sample.Name}.{language}", sample.View))).ToDictionary();

    public static IReadOnlyList<View> All { get; } = [.. Named.Values];

    /// <summary>Every screen, in any language there is.</summary>
    public static IEnumerable<(string Name, View View)> Of(Reader reader) => [.. Kept(reader), .. Answers(reader), .. Asked(reader), .. Hostile(reader)];

    static IEnumerable<(string Name, View View)> Kept(Reader reader)
    {
        View One(string key, Workshop w, int page = 0, string? mention = null) => Reactions.Show(key, w, reader with { Mention = mention })!.Pages[page];
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
        foreach (var step in Playbook.Standard.Steps.SkipLast(1)) yield return ($"outcome.{step.Id}", One($"outcome:{step.Id}", Bike["closed"]));
        yield return ("outcome.nothing", One("outcome:kickoff", new Played().Given("Ann: start Bikes", "Ann: next anyway").Workshop));
        yield return ("outcome.open", One("outcome:touchpoints", Quick["teams"]));
        for (var page = 0; page < 3; page++) yield return ($"digest.bike-{page + 1}", One("digest", Bike["closed"], page));
        yield return ("digest.quick", One("digest", Quick["closed"]));
        yield return ("digest.goes-on", One("digest", Played.From(Bike["closed"]).Given("Ann: reopen data").Workshop));
        yield return ("outcome.again", One("outcome:data", Played.From(Bike["closed"]).Given("Ann: reopen data").Workshop));
        yield return ("outcome.to-come", One("outcome:data", Played.From(Quick["goals"]).Given("Ann: goto data", "Ann: goto goals").Workshop));
        yield return ("step.closed", One("step:goals", Bike["closed"]));
        yield return ("step.kickoff-plain", One("step:kickoff", new Played().Given("Ann: start Bikes", "Ann: scenario: Maya tells her friends").Workshop));
        yield return ("digest.open", One("digest", new Played().Given("Ann: start Bikes", "Ann: owner @Ann", "Ann: review in 3 months", "Ann: goto stages", "Ann: Research, Choose, Purchase, Use", "Ann: goto data", "Ann: close").Workshop));
        yield return ("digest.thrown", One("digest", new Played().Given("Ann: start Bikes", "Ann: throw away").Workshop));
        var asked = new Played().Given("Ann: start Bikes", "Ben: park a bell", "Cleo: park a lamp", "Ann: mode: async", "Ann: goto stages", "Ann: Research, Choose", "Ann: goto goals").Workshop;
        string Invite(string person) => $"invite:goals:{Played.Key(person)}";
        yield return ("invite.asking", One(Invite("Ben"), asked));
        yield return ("invite.answered", One(Invite("Ben"), Played.From(asked).Given("Ben: Research: compare", "Ben: Choose: be sure").Workshop));
        yield return ("invite.passed", One(Invite("Ben"), Played.From(asked).Given("Ben: pass").Workshop));
        yield return ("invite.over", One(Invite("Ben"), Played.From(asked).Given("Ann: goto touchpoints").Workshop));
        yield return ("invite.over-thanks", One(Invite("Ben"), Played.From(asked).Given("Ben: Research: compare", "Ann: goto touchpoints").Workshop));
        var far = new RoomRef("slack:T0FAR:C1", "journey-far");
        Workshop With(params WorkshopEvent[] events) => Conversation.Fold(asked, events, "", asked.At, "rooms");
        WorkshopEvent.RoomAsked ask = new(far, "slack:T0FAR:U1", "Fay", "c1", true), other = new(new("slack:T0FAR:C2", "sales"), "slack:T0FAR:U2", "Gus", "c2", false);
        yield return ("invite.room-asks", One($"ask:1:{Played.Key("Ann")}", With(ask)));
        yield return ("invite.room-admitted", One($"ask:1:{Played.Key("Ann")}", With(ask, new WorkshopEvent.RoomAdmitted(far))));
        yield return ("invite.room-taken", One("answer:1:slack:T0FAR:U1", With(ask, new WorkshopEvent.RoomAdmitted(far), new WorkshopEvent.RoomLeft(far.Key, true))));
        yield return ("invite.room-refused", One("answer:1:slack:T0FAR:U1", With(ask, new WorkshopEvent.RoomRefused(far.Key))));
        yield return ("invite.board-left", Reactions.Show("board", With(ask, new WorkshopEvent.RoomAdmitted(far), new WorkshopEvent.RoomLeft(far.Key)), reader with { Room = far.Key })!.Pages[0]);
        yield return ("facilitate.rooms", FacilitateView.Of(With(ask, new WorkshopEvent.RoomAdmitted(far), other), reader));
        yield return ("invite.many", One(Invite("Ben"), Played.From(asked).Given([.. Enumerable.Range(1, 8).Select(i => $"Ben: Research: compare {i}")]).Workshop));
    }

    static IEnumerable<(string Name, View View)> Answers(Reader reader)
    {
        Played In(string step) => Played.From(Bike[step]);
        yield return ("welcome.bare", WelcomeView.Of("", reader));
        yield return ("welcome.said", new Played().Shows("Ann", "Research: compare", reader));
        yield return ("receipt.goal", In("goals").Shows("Ben", "Research: see it on the road", reader));
        yield return ("receipt.touchpoint", In("touchpoints").Shows("Ben", "Research: a film of the hill | web | before | serves G3 (survey, n=40, May)", reader));
        yield return ("receipt.passed", In("goals").Shows("Dev", "pass", reader));
        yield return ("receipt.moved", In("goals").Shows("Ann", "next", reader));
        yield return ("receipt.part", In("goals").Shows("Dev", "Research: see it on the road\nReserch: compare", reader));
        yield return ("refusal.near", In("goals").Shows("Dev", "Reserch: compare", reader));
        yield return ("refusal.plain", In("goals").Shows("Dev", "what is this", reader));
        yield return ("refusal.hard", In("touchpoints").Shows("Dev", "next", reader));
        yield return ("refusal.held", Played.From(Bike["goals"]).Given("Ann: next").Shows("Ann", "next", reader));
        foreach (var step in (string[])["kickoff", "touchpoints", "close"]) yield return ($"facilitate.{step}", FacilitateView.Of(step == "close" ? In("teams").Given("Ann: next").Workshop : Bike[step], reader));
        yield return ("facilitate.held", FacilitateView.Of(Played.From(Bike["goals"]).Given("Ann: next", "Eva: pass").Workshop, reader));
        yield return ("facilitate.unsure", FacilitateView.Of(Bike["teams"], reader with { Unsure = ["outcome:kickoff", "outcome:stages", "outcome:goals", "digest", "outcome:teams", "outcome:touchpoints", "outcome:data"] }));
        yield return ("facilitate.unreached", FacilitateView.Of(Bike["teams"], reader with { Unreached = [new(Played.Key("Ben"), "blocked"), new(null, "archived"), new("web:local:nobody", "gone"), new(Played.Key("Eva"), "strange"), .. ((string[])["disabled", "not-in-roster", "no-permission", "writes-blocked", "unknown"]).Select(code => new Unreached(Played.Key("Cleo"), code))] }));
        yield return ("facilitate.closed", FacilitateView.Of(Bike["closed"], reader));
        yield return ("mine.many", In("touchpoints").Shows("Ben", "mine", reader, new Query.Mine()));
        yield return ("mine.nothing", In("touchpoints").Shows("Zoe", "mine", reader, new Query.Mine()));
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
        yield return ("home.many", HomeView.Of([.. Enumerable.Range(1, 12).Select(i => (i % 3 == 0 ? Bike["closed"] : Bike["teams"], reader with { MapId = $"m-{i}" }))], Played.Key("Dev"), reader));
        yield return ("which.two", WhichView.Of([("m-1", "Getting a family e-bike"), ("m-2", "Booking a dentist")], true, reader));
        yield return ("which.many", WhichView.Of([.. Enumerable.Range(1, 8).Select(i => ($"m-{i}", i % 2 == 0 ? "Getting a family e-bike" : $"Bikes {i}"))], false, reader));
        yield return ("map.bike", In("close").Shows("Dev", "show map", reader, new Query.Show("map")));
        yield return ("map.empty", new Played().Given("Ann: start Bikes").Shows("Ann", "show map", reader, new Query.Show("map")));
    }

    static IEnumerable<(string Name, View View)> Asked(Reader reader)
    {
        FormField Text(string id, string label, string value = "", bool required = false, Phrase? fault = null) => new(id, label, "In the customer's words.", "compare the true monthly cost", FormInput.Text, required, 500, [], value, fault);
        ImmutableArray<FormChoice> stages = [new("S1", "Discover"), new("S2", "Research"), new("S3", "Explore"), new("S4", "Choose"), new("S5", "Purchase"), new("S6", "Advocate")];
        ImmutableArray<FormChoice> types = [new("functional", "functional"), new("emotional", "emotional")];
        FormField[] fields =
        [
            new("stage", "Stage", null, null, FormInput.OneOf, true, 0, stages, "S2", null), Text("text", "Goal", required: true), new("type", "Kind of goal", null, null, FormInput.OneOf, true, 0, types, "", null),
            new("serves", "Serves", "Pick any.", null, FormInput.AnyOf, false, 0, types, "emotional", null), new("importance", "Importance", "1-5", "4", FormInput.Number, false, 0, [], "", null),
            new("share", "Share", null, "31 %", FormInput.Number, false, 0, [], "40", null), new("due", "By", null, "12 June", FormInput.Date, false, 0, [], "2026-06-12", null), new("day", "Day", null, null, FormInput.Date, false, 0, [], "12/6", Phrase.Of("date-ambiguous", "12 June")),
            new("notes", "Notes", null, null, FormInput.LongText, false, 2000, [], "one\ntwo", null), new("agreed", "Agreed", null, null, FormInput.Toggle, false, 0, [], "true", null),
        ];
        Form goal = new("f-1", "goal", null, null, "Goal", "What is the customer trying to get done at each stage?", null, [fields[0], fields[1]], false);
        yield return ("form.goal", FormView.Of(goal, "", reader));
        yield return ("form.whole", FormView.Of(goal with { Fields = [.. fields], Whole = true, Item = new('G', 3), Was = "3:abc" }, "", reader));
        yield return ("form.faults", FormView.Of(goal with
        {
            Notice = Phrase.Of("personal-data", Phrase.Of("personal.mail")),
            Fields = [fields[0] with { Fault = Phrase.Of("no-such-ref", "S2") }, Text("text", "Goal", "", true, Phrase.Of("too-long", 500, 512)), fields[4] with { Value = "many", Fault = Phrase.Of("score-range", 1, 5) }],
        }, "", reader));
        yield return ("form.started", FormView.Of(goal with { Of = "kickoff", Title = "Kick-off", Fields = [Text("scenario", "Scenario")] }, reader.Culture.Name == "de" ? "Eröffnet." : "Getting a bike is open, and you facilitate it.", reader));
        yield return ("form.restores", FormView.Of(goal with { Item = new('G', 3), Was = "3:abc", Restores = true, Notice = Phrase.Of("form.withdrawn", "G3") }, "", reader));
        yield return ("offer.form", OfferView.Of(new Query.FillIn("goal", null), [Phrase.Of("offer.form", Bike["goals"].Playbook.Kinds.Called("goal")!.Word)], reader));
        yield return ("offer.own", OfferView.Of(new Query.Mine(), [Phrase.Of("offer.own")], reader));
        yield return ("offer.started", OfferView.Of(new Query.FillIn("kickoff", null), [Phrase.Of("started", "Getting a bike"), Phrase.Of("next-thing", Phrase.Of("form.start.title"))], reader));
        yield return ("offer.facilitate", OfferView.Of(new Query.Facilitate(), [Phrase.Of("offer.own")], reader));
        yield return ("question.first", QuestionView.Of(new("d-1", "Getting a family e-bike", "Goal", 1, 5, fields[0], null), reader));
        yield return ("question.alone", QuestionView.Of(new("d-1", "", Phrase.Of("form.start"), 1, 2, Text("title", "What is mapped", required: true), null), reader));
        yield return ("question.again", QuestionView.Of(new("d-1", "Getting a family e-bike", "Goal", 2, 5, Text("text", "Goal", "x", true, Phrase.Of("too-long", 500, 512)), null), reader));
        yield return ("question.noted", QuestionView.Of(new("d-1", "Getting a family e-bike", "Goal", 5, 5, fields[8], Phrase.Of("undone")) { CanFinish = true }, reader));
    }

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

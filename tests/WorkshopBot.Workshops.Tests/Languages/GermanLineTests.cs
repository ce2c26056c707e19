using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Languages;

/// <summary>In a German room people type German, and English works beside it; what people have named wins over both.</summary>
public sealed class GermanLineTests
{
    private static readonly Dictionary<string, Workshop> Made = Make();

    public static TheoryData<string> Kinds => [.. Playbook.Standard.Kinds.All.Select(kind => kind.Id)];

    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (var step in Playbook.Standard.Steps.Where(step => step.Id != "personas"))
                foreach (var line in step.Samples.Prepend(step.Sample)) examples.Add(step.Id, German(line));
            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_is_added_as_its_german_example_says(string id)
    {
        var kind = Playbook.Standard.Kinds.WithId(id)!;
        var line = German(kind.Sample).Replace("X2:", "X1:", StringComparison.Ordinal);
        var answer = Hear("teams", line);

        Assert.True(answer.After.Map.Count(kind.Letter) == Made["teams"].Map.Count(kind.Letter) + 1 || answer.Lines.Any(said => said.Code is "name-taken"), $"{line}: {Said(answer)}");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_step_shows_german_examples_that_work_in_it(string step, string line)
    {
        var answer = Hear(step, line.Replace("@Name", "@Ben", StringComparison.Ordinal));
        Assert.False(answer.Refused, $"{line}: {Said(answer)}");
        Assert.NotEmpty(answer.Events);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_german_label_fills_the_field_it_names(string id)
    {
        var kind = Playbook.Standard.Kinds.WithId(id)!;
        foreach (var field in kind.Fields.Where(field => !field.Hidden && field.Shape is not ("mood" or "readings")))
        {
            // A name that is taken, a place that is none of its kind: refused for what it says, and not for its label.
            var example = German(kind.ExampleOf(field));
            if (field.Shape is "item" or "items" or "person" || example.Length == 0) continue;
            var read = Workshops.Lines.Segments.Read(kind, [$"{German(kind.LabelOf(field))}: {example}"], Made["teams"].Reading(Ann), adding: false);
            Assert.Equal(field.Id, Assert.Single(read.Value).Field.Id);
            Assert.Null(field.Fill(kind.Blank, read.Value[0].Text, Made["teams"].Reading(Ann)).Fault);
        }
    }

    [Theory]
    [InlineData("goals", "weiter", "step-incomplete")]
    [InlineData("goals", "Weiter.", "step-incomplete")]
    [InlineData("goals", "trotzdem weiter", "step-opened")]
    [InlineData("goals", "weiter trotzdem", "step-opened")]
    [InlineData("goals", "zurück", "step-opened")]
    [InlineData("goals", "gehe zu Daten", "step-opened")]
    [InlineData("goals", "öffne Phasen", "step-opened")]
    [InlineData("goals", "zeige Karte", "show.as-is")]
    [InlineData("goals", "zeige Lücken", "show.gaps")]
    [InlineData("goals", "zeige Ziele", "show.heading")]
    [InlineData("goals", "zeige Recherche", "show.entry")]
    [InlineData("goals", "finde Preis", "found-nothing")]
    [InlineData("goals", "meine", "show.item")]
    [InlineData("goals", "hilfe", "help.step")]
    [InlineData("goals", "hilfe Ziel", "how-to-add")]
    [InlineData("goals", "hilfe weiter", "help.command")]
    [InlineData("goals", "neu Ziel", "how-to-add")]
    [InlineData("goals", "ändere P1 Mia", "edited")]
    [InlineData("goals", "umbenennen Kauf Bezahlen", "edited")]
    [InlineData("goals", "verschiebe Kauf vor Auswahl", "moved.before")]
    [InlineData("goals", "teile Auswahl in Vergleichen, Entscheiden", "split")]
    [InlineData("goals", "rückgängig", "undone")]
    [InlineData("goals", "auslassen", "passed")]
    [InlineData("goals", "passe", "passed")]
    [InlineData("goals", "neu Zeiten", "form.fill")]
    [InlineData("goals", "neu Abschluss", "form.fill")]
    [InlineData("goals", "neu Kick-off", "form.fill")]
    [InlineData("goals", "Bedarf Recherche: ein Preis ohne Konto", "added.at")]
    [InlineData("touchpoints", "Schmerz Recherche: volle Kosten erst an der Kasse", "added.at")]
    [InlineData("goals", "parke Bonuskarte", "added")]
    [InlineData("goals", "sprache Deutsch", "language-chosen")]
    [InlineData("goals", "sprache en", "language-chosen")]
    [InlineData("goals", "ich spreche für Vertrieb", "speaks")]
    [InlineData("goals", "hauptpersona Maya", "leads")]
    [InlineData("goals", "exportiere json", "exported")]
    [InlineData("goals", "wer sieht das?", "who-sees")]
    [InlineData("goals", "verantwortlich: @Ben", "framed")]
    [InlineData("goals", "Überprüfung in 3 Monaten", "framed")]
    [InlineData("goals", "Recherche dauert 2 bis 4 Wochen", "changed")]
    [InlineData("goals", "Recherche kostet 2,00 EUR pro Person", "changed")]
    [InlineData("goals", "Recherche -> Kauf unbekannt", "routed")]
    [InlineData("goals", "Entwerfen, Kaufen", "not-understood")]
    [InlineData("stages", "Finde ein Rad, Kaufen", "list-or-command")]
    [InlineData("touchpoints", "Recherche: Preisseite | Kanal: Telefon | während | Freude", "added.at")]
    [InlineData("touchpoints", "T1 scheitert wenn der Chat zu ist", "added.at")]
    [InlineData("goals", "next", "step-incomplete")]
    [InlineData("goals", "show map", "show.as-is")]
    [InlineData("goals", "goal Recherche: vergleichen", "added.at")]
    public void A_line_is_understood(string step, string line, string code) => Assert.Contains(code, Hear(step, line).Lines.Select(said => said.Code));

    [Theory]
    [InlineData("Weiter: mit dem Rad", "added.at")]
    [InlineData("Ziel: ankommen", "required")]
    [InlineData("Weiter fühlt sich gut 4", "felt.actual")]
    public void What_people_have_named_wins_where_it_wins_over_english(string line, string code)
    {
        var team = Germans().Until("stages").Given("Ann: Phase: Weiter", "Ann: trotzdem weiter", "Ann: Phase: Ziel");
        Assert.Contains(code, team.Says("Ann", line).Lines.Select(said => said.Code));
    }

    [Theory]
    [InlineData("weiter")]
    [InlineData("Ziel Research: vergleichen")]
    [InlineData("Research dauert 3 Tage")]
    public void An_english_room_takes_no_german_keyword(string line)
    {
        var team = Team.Started().Until("data");
        var answer = team.Says("Ann", line);
        Assert.True(answer.Refused, Team.Text(answer));
        Assert.Empty(answer.Events);
    }

    private static Actor Ann => new("test:local:ann", "Ann", new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero), Zone.Utc, "t", "t/1");

    private static Team Germans() => Team.Started("Kauf eines Lastenrads").Given("Ann: language: de");

    private static Dictionary<string, Workshop> Make()
    {
        var team = Germans().Given("Ben: ich spreche für Kundendienst", "Sam: ich spreche für Produkt");
        var made = new Dictionary<string, Workshop>(StringComparer.Ordinal);
        foreach (var step in Playbook.Standard.Steps)
        {
            made[step.Id] = team.Workshop;
            if (step.Id == "personas") team.Given("Ann: Maya | Pflegerin, zwei Kinder | Ziel: ruhige Morgen | Sorge: liegen bleiben");
            if (step.Id == "stages") team.Given("Ann: Entdecken, Recherche, Erkunden, Auswahl, Kauf, Empfehlen");
            if (step.Id == "goals") team.Given("Ann: Recherche: Kosten vergleichen", "Ann: Auswahl: sicher sein", "Ben: Recherche? Was ist fair", "Ben: Kontaktpunkt Entdecken: Rad der Nachbarn", "Ben: Kontaktpunkt Recherche: Preisseite", "Ann: Kontaktpunkt Auswahl: Probefahrt");
            if (step.Id != "close") team.Given("Ann: trotzdem weiter");
        }
        return made;
    }

    private static Answered Hear(string step, string line) =>
        Conversation.Hear(new Heard("typed", "test:local:ann", "Ann", line, Ann.At.AddHours(1), Zone.Utc, [], "der Raum", "m-1"), Made[step]);

    private static string German(Arg arg) => Speech.Say(arg, Speech.Culture("de"));

    private static string Said(Answered answer) => string.Join('\n', answer.Lines.Select(line => Speech.Say(line, Speech.Culture("de"))));
}

using System.Text.Json;
using WorkshopBot.Workshops.Stored;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Languages;

/// <summary>People of one workshop may speak two languages, and its room a third way: everybody is answered in their own, the room in its own.</summary>
public sealed class TwoLanguagesTests
{
    private static string Language(Team team, string person) => team.Workshop.LanguageOf($"test:local:{person}");

    [Fact]
    public void Each_is_answered_in_their_own_language()
    {
        var team = Team.Started().Given("Ann: language de").Until("goals");

        Assert.Contains("G1 steht bei Research.", team.Reads("Ann", "Research: Preise vergleichen"), StringComparison.Ordinal);
        Assert.Contains("G2 is on Choose.", team.Reads("Ben", "Choose: be sure"), StringComparison.Ordinal);
        Assert.Contains("Schritt 3, Ziele:", team.Reads("Ann", "show"), StringComparison.Ordinal);
        Assert.Contains("Step 3, Goals:", team.Reads("Ben", "show"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_german_person_types_german_in_an_english_room_and_nobody_else_does()
    {
        var team = Team.Started().Until("goals").Given("Ben: language Deutsch", "Ben: Ziel Research: Preise vergleichen | Wichtigkeit 4");

        Assert.Contains("G1: Preise vergleichen", team.Reads("Ann", "show goals"), StringComparison.Ordinal);
        Assert.True(team.Says("Ann", "Ziel Research: Preise vergleichen").Refused);
    }

    [Fact]
    public void The_kickoff_line_sets_the_language_of_the_room_and_of_those_who_have_none()
    {
        var team = Team.Started();
        team.Chats["Cleo"] = "en-GB";

        Assert.Equal("en", team.Workshop.Language);
        Assert.StartsWith("Sprache: Deutsch", team.Reads("Ann", "language: de"), StringComparison.Ordinal);
        Assert.Equal("de", team.Workshop.Language);
        Assert.StartsWith("Notiert: spricht für Vertrieb.", team.Reads("Ben", "ich spreche für Vertrieb"), StringComparison.Ordinal);
        Assert.StartsWith("You speak for Sales.", team.Reads("Cleo", "i speak for Sales"), StringComparison.Ordinal);
        Assert.StartsWith("Language: English", team.Reads("Ann", "Sprache: Englisch"), StringComparison.Ordinal);
        Assert.Equal("en", team.Workshop.Language);
    }

    [Fact]
    public void The_language_of_a_chat_counts_until_somebody_chooses()
    {
        var team = Team.Started();
        team.Chats["Ben"] = "de-AT";
        team.Given("Ben: i speak for Sales");
        Assert.Equal("de", Language(team, "ben"));

        // Their chat may change its mind; a choice is kept.
        team.Chats["Ben"] = "en";
        Assert.StartsWith("You speak for Support.", team.Reads("Ben", "i speak for Support"), StringComparison.Ordinal);
        team.Given("Ben: language de");
        Assert.StartsWith("Billing ist schon notiert.", team.Given("Ben: i speak for Billing").Reads("Ben", "i speak for Billing"), StringComparison.Ordinal);
        Assert.Equal("de", Language(team, "ben"));
    }

    [Fact]
    public void A_choice_that_is_taken_back_leaves_it_to_the_chat_again()
    {
        var team = Team.Started();
        team.Chats["Ben"] = "en";
        team.Given("Ben: i speak for Sales", "Ben: language de");
        Assert.Equal("de", team.Workshop.LanguageOf("test:local:ben", "en"));
        team.Given("Ben: undo");
        Assert.Equal("en", team.Workshop.LanguageOf("test:local:ben", "en"));
    }

    [Fact]
    public void A_chat_in_a_language_without_texts_leaves_it_to_the_room()
    {
        var team = Team.Started();
        team.Chats["Ben"] = "fr";
        team.Given("Ben: i speak for Sales");
        Assert.Equal("en", team.Workshop.LanguageOf("test:local:ben", "fr"));
        team.Given("Ann: language: de");
        Assert.Equal("de", team.Workshop.LanguageOf("test:local:ben", "fr"));
    }

    [Fact]
    public void A_choice_survives_being_stored()
    {
        var team = Team.Started().Given("Ben: i speak for Sales", "Ben: language de", "Cleo: i speak for Sales");
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes)) StateJson.Write(writer, team.Workshop);
        using var stored = JsonDocument.Parse(bytes.ToArray());
        var back = StateJson.Read(stored.RootElement, team.Workshop.Playbook);

        Assert.True(back.Crew["test:local:ben"]!.Chose);
        Assert.False(back.Crew["test:local:cleo"]!.Chose);
        Assert.Equal("de", back.LanguageOf("test:local:ben", "en"));
    }

    [Theory]
    [InlineData("language xx")]
    [InlineData("language: xx")]
    public void A_language_there_are_no_texts_for_is_refused_with_the_list(string line)
    {
        var answer = Team.Started().Says("Ann", line);

        Assert.True(answer.Refused);
        Assert.Contains("English, German", Team.Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "12 June 2026", "1,234.5")]
    [InlineData("de", "12. Juni 2026", "1.234,5")]
    public void Dates_and_numbers_are_written_as_the_reader_writes_them(string tag, string date, string number)
    {
        Assert.Equal(date, Speech.Say(new Arg.Date(new(2026, 6, 12)), Speech.Culture(tag)));
        Assert.Equal(number, Speech.Say(new Arg.Number(1234.5m), Speech.Culture(tag)));
        Assert.Equal($"{number}, {date}", Speech.Say(Arg.List([1234.5m, new DateOnly(2026, 6, 12)]), Speech.Culture(tag)));
    }

    [Theory]
    [InlineData("en", "1 hour", "2 hours")]
    [InlineData("de", "1 Stunde", "2 Stunden")]
    public void One_of_something_is_not_many(string tag, string one, string two)
    {
        var span = new Workshops.Shapes.SpanShape();
        Assert.Equal(one, Speech.Say(span.Show(new(null, 1, null, "hours")), Speech.Culture(tag)));
        Assert.Equal(two, Speech.Say(span.Show(new(null, 2, null, "hours")), Speech.Culture(tag)));
    }

    [Fact]
    public void The_record_of_a_decision_is_written_in_the_language_of_the_room()
    {
        var team = Team.Started().Given("Ann: language: de", "Ann: trotzdem weiter");
        Assert.Contains("Weiter nach „Auftakt“, obwohl noch offen war:", team.Reads("Ann", "zeige D1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_date_is_refused_with_the_month_in_the_readers_language()
    {
        var team = Team.Started().Given("Ann: language de");
        Assert.Contains("Bitte so schreiben: 12. Juni.", team.Reads("Ann", "review 12/6"), StringComparison.Ordinal);
        Assert.Contains("Den 31. Juni 2026 gibt es im Kalender nicht.", team.Reads("Ann", "Überprüfung 31. Juni 2026"), StringComparison.Ordinal);
    }
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using WorkshopBot.Pages;
using WorkshopBot.Tests.Cards;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Tests.Languages;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.Languages;

/// <summary>No screen holds a word that is written into the code: in the language nobody speaks, what is left in plain letters is somebody's own.</summary>
public sealed partial class PseudoScreenTests
{
    static readonly Reader Reader = new(PseudoText.Culture, Zone.Utc, "m-1a2b3c4d5e", () => "https://example.org/maps/1a2b3c4d5e6f");

    static readonly Dictionary<string, View> Screens = Samples.Of(Reader).ToDictionary(sample => sample.Name, sample => sample.View);

    static readonly Dictionary<string, Workshop> Bike = Played.Ends("e-bike.txt"), Quick = Played.Ends("quick.txt");

    /// <summary>What a card carries and nobody reads: which element it is, what a button sends, the colour of a dot.</summary>
    static readonly HashSet<string> Carried = new(StringComparer.Ordinal) { "id", "card", "form", "inputs", "inputId", "verb", "data", "url", "mapUrl", "style", "tone" };

    /// <summary>What people have typed: what the workshops hold, what the samples add to it, and what stays as it is in any language.</summary>
    static readonly string[] Own =
    [
        .. Bike.Values.Concat(Quick.Values).SelectMany(PseudoText.Owned).Distinct(StringComparer.Ordinal), "Getting a family e-bike", "Booking a dentist; one day, until 17:00", "Bikes", "park a bell, a lamp", "good start; nobody asked the shops; no", "compare; be sure",
        "see it on the road", "G3: see it on the street", "G4 is there, too", "Away until 8 May", "Not written to until 12 May", "a film of the hill", "survey, n=40, May", "Reserch", "Zoe", "good start, thin evidence at the end of the journey", "enough to fix the calendar, thin on the visit", "a leaflet nobody reads", "https://example.org/maps", "the room", "m-1a2b3c4d5e", "json", "UTC", "journey-far, sales; Slack, T0FAR; Fay, Gus",
        .. ((string[])["e-bike.txt", "quick.txt"]).SelectMany(sample => Source().Matches(File.ReadAllText(Checkout.File("samples", sample))).Select(source => source.Value)),
    ];

    public static TheoryData<string> Names => [.. Screens.Keys.Where(name => !Array.Exists((string[])["form.", "question.", "hostile."], made => name.StartsWith(made, StringComparison.Ordinal)))];

    /// <summary>The forms of the samples are made by hand; these are those there are.</summary>
    public static TheoryData<string> Forms => [.. Bike["closed"].Playbook.Sheets.Select(sheet => sheet.Id)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_screen_holds_no_word_of_the_code(string name)
    {
        foreach (var shown in Words(Screens[name])) Clean(shown, Own);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_and_its_questions_hold_no_word_of_the_code(string form)
    {
        var w = form == StartSheet.Name ? new Workshop(Playbook.Standard) : Bike["teams"];
        var pressed = Opened(form, w);
        foreach (var shown in Words(FormView.Of(pressed, "", Reader))) Clean(shown, Own);
        for (var at = 0; at < pressed.Fields.Length; at++)
            foreach (var shown in Words(QuestionView.Of(new("d-1", w.Title, pressed.Title, at + 1, pressed.Fields.Length, pressed.Fields[at], null), Reader))) Clean(shown, Own);
    }

    [Fact]
    public void The_map_as_a_table_and_as_a_page_holds_no_word_of_the_code()
    {
        foreach (var w in (Workshop[])[Bike["stages"], Bike["teams"], Bike["closed"], Quick["closed"], new Played().Given("Ann: start to-be Bikes").Workshop])
        {
            var table = MapTable.Of(w, PseudoText.Culture);
            using var json = JsonDocument.Parse(MapTableJson.Write(table));
            foreach (var shown in Shown(json.RootElement)) Clean(shown, Own);
            Page(new MapHtml(table, PseudoText.Culture, DateTimeOffset.UnixEpoch).Page());
        }
        Page(Frame.Word("page.gone", PseudoText.Culture));
        Page(Frame.Word("page.later", PseudoText.Culture));
    }

    [Fact]
    public void The_halls_own_texts_are_said_in_it()
    {
        foreach (var data in XDocument.Load(Checkout.File("src", "WorkshopBot", "Turns", "Texts.resx")).Root!.Elements("data"))
            Clean(Wording.Own((string)data.Attribute("name")!, PseudoText.Culture, 11, 22), []);
    }

    /// <summary>A form as the facilitator sees it, with all its fields.</summary>
    static Form Opened(string of, Workshop w)
    {
        var data = ImmutableSortedDictionary<string, string>.Empty.Add(Press.Of, of);
        if (of == DropSheet.Name) data = data.Add(Press.Item, "X9");
        var heard = new Heard("t-form", Played.Key("Ann"), "Ann", "", w.At.AddMinutes(1), Zone.Utc, [], Press: new(Press.Form, data));
        var form = Assert.IsType<Screen.Fill>(Conversation.Hear(heard, w).Screen).Form;
        var whole = heard with { Press = new(Press.More, data.Add(Press.FormId, form.Id)) };
        return Assert.IsType<Screen.Fill>(Conversation.Hear(whole, w).Screen).Form;
    }

    static List<string> Words(View view)
    {
        using var json = JsonDocument.Parse(ViewRecords.Message(view).Data);
        return [.. Shown(json.RootElement), view.Brief];
    }

    static void Page(byte[] html)
    {
        // Languages are called by their own names in every language.
        foreach (Match text in Visible().Matches(Silent().Replace(Encoding.UTF8.GetString(html), ""))) Clean(System.Net.WebUtility.HtmlDecode(text.Value), [.. Own, "English Deutsch"]);
    }

    static void Clean(string shown, IEnumerable<string> own)
    {
        if (PseudoText.Foreign(shown, own) is { Count: > 0 } foreign) Assert.Fail($"{shown}\nnot ours and nobody's: {string.Join(", ", foreign)}");
    }

    /// <summary>What is filled in and what a choice sends are called "value", and so is the value of a fact, which is read.</summary>
    static IEnumerable<string> Shown(JsonElement part, bool sent = false) => part.ValueKind switch
    {
        JsonValueKind.String => [part.GetString()!],
        JsonValueKind.Array => part.EnumerateArray().SelectMany(one => Shown(one, sent)),
        JsonValueKind.Object => part.EnumerateObject().Where(property => !Carried.Contains(property.Name) && (property.Name != "value" || !(sent || part.TryGetProperty("isText", out _))))
            .SelectMany(property => Shown(property.Value, property.Name == "choices")),
        _ => [],
    };

    [GeneratedRegex("<(style|script|svg)[^>]*>.*?</\\1>|<!--.*?-->|<!doctype[^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Silent();

    /// <summary>What people wrote in brackets: how they know.</summary>
    [GeneratedRegex(@"(?<=\()[^()\n]+(?=\))")]
    private static partial Regex Source();

    /// <summary>Text between tags, and what is read aloud or shown of attributes.</summary>
    [GeneratedRegex("(?<=>)[^<]+(?=<)|(?<=(aria-label|title|alt|placeholder)=\")[^\"]+")]
    private static partial Regex Visible();
}

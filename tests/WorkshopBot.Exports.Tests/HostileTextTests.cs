using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Steps.Personas;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Steps.Teams;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports.Tests;

/// <summary>Whatever people type comes back as they typed it, and the file stays one of plain lines.</summary>
public class HostileTextTests
{
    private static readonly string[] Atoms =
    [
        "\"", "\\", "\\u0000", "\\n", "'", "/", "</script>", "<!--", "<b>", "&amp;", "{", "}", "[", "]", ",", ":", "=cmd()", "\u2028", "\u2029", "\u0085", "\u200D", "\u00A0", "\u00AD", "😀", "👩‍👩‍👧", "🇩🇪",
        "שלום", "مرحبا", "\u200F", "日本語", "ß", "İ", "é", "e\u0301", "\uFFFD", "\uE000", "\uFDD0", "𝒳", "null", "true", "1e9", "G1", "+", " ", "  ", "a", "import:1",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(Atoms).ArrayOf().Select(string.Concat),
        Gen.Choose(0x20, 0xFFFF).Select(code => (char)code).ArrayOf().Select(chars => Tidy.Value(new string(chars))));

    [Fact]
    public void Hostile_text_comes_back_as_it_was() => Holds(Text, text =>
    {
        // The grammar has taken controls off before anything is on the map; what is longer than a title may be never is one.
        var said = string.Concat(text.Where(c => !char.IsControl(c)));
        var name = "x" + said[..Math.Min(said.Length, 20)].Trim().TrimEnd('\uD83D', '\uD83C', '\uD835');
        var w = Workshop(name, said.Length == 0 ? "-" : said);
        var again = w.Again();
        Assert.Equal(((Goal)w.Map.Find(new('G', 1))!.Item).Text, ((Goal)again.Map.Find(new('G', 1))!.Item).Text);
        Assert.Equal((w.Title, w.Frame.Purpose), (again.Title, again.Frame.Purpose));
        return w.Json().All(c => c == '\n' || !char.IsControl(c) && c is not ('\u2028' or '\u2029'));
    });

    [Fact]
    public void A_display_name_that_is_no_text_does_no_harm()
    {
        var w = Given.Started(new WorkshopEvent.Framed(new Frame { Owner = new("k", "Ann\u0007\uD83D\u0000 Lee\u0085") }));
        Assert.Equal("Ann\uFFFD Lee", w.Again().Frame.Owner!.Name);
    }

    private static Workshop Workshop(string name, string said) => Given.Fold(
    [
        new WorkshopEvent.Started(name, false, null),
        new WorkshopEvent.Framed(new Frame { Purpose = said, Decisions = [said, said + "2"], Owner = new("key", said) }),
        Given.Item("P1", new Persona { Name = name, Goals = [said] }), Given.Item("S1", new Stage { Name = name }),
        Given.Item("G1", new Goal { Stage = new('S', 1), Text = said }),
        Given.Item("T1", new Touchpoint { Stage = new('S', 1), Text = said, Channel = name, MomentOfTruth = said, Owner = new("k", said) }),
        Given.Item("X1", new Gap { Check = "L06", Place = new('G', 1), State = Gap.Open, Teams = ["Web"] }),
        Given.Item("V1", new Feeling { Place = new('S', 1), Persona = new('P', 1) }),
        Given.Felt("V1", true, "ann", "ok", 4), Given.Felt("V1", true, "ben", "OK", 1),
        new WorkshopEvent.Judged("ann", new Judgement(3, said, false, said)),
    ]);

    private static void Holds<T>(Gen<T> values, Func<T, bool> property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(values.ToArbitrary(), property));
}

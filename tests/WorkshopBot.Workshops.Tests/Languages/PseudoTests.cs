using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Languages;

/// <summary>No word of ours is written into the code: in the language nobody speaks, all that is left in plain letters is somebody's own.</summary>
public sealed class PseudoTests
{
    private static readonly CultureInfo Pseudo = PseudoText.Culture;

    private static readonly string[] Questions =
        ["show", "show map", "show personas", "show stages", "show goals", "show touchpoints", "show data", "show teams", "show kickoff", "show close", "show gaps", "mine", "find bike", "help", "help gap",
            "help owner", "who can see this", "add goal", "add metric", "show S1", "show P1", "show V1", "show X1", "show C1", "show M1", "show E1", "show B1", "show F1", "show D1"];

    /// <summary>What people type as it is: a file's format, and the label that a mistyped one is near to.</summary>
    private static readonly string[] Kept = ["json", "importance"];

    public static TheoryData<string> Samples => ["e-bike.txt", "quick.txt"];

    [Fact]
    public void Every_text_is_said_in_it_with_its_arguments()
    {
        foreach (var data in XDocument.Load(Path.Combine(Docs.Root, "src", "WorkshopBot.Workshops", "Words", "Texts.resx")).Root!.Elements("data"))
        {
            var code = (string)data.Attribute("name")!;
            var said = Speech.Say(Phrase.Of(code, 11, 22, 33, 44, 55), Pseudo);

            Assert.Empty(PseudoText.Foreign(said, []));
            Assert.StartsWith("⟦", said, StringComparison.Ordinal);
            foreach (var (hole, number) in (ReadOnlySpan<(string, string)>)[("{0}", "11"), ("{1}", "22"), ("{2}", "33"), ("{3}", "44"), ("{4}", "55")])
                Assert.Equal(((string)data.Element("value")!).Contains(hole, StringComparison.Ordinal), said.Contains(number, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_declared_word_is_said_in_it() =>
        Assert.All(Declared.Words, word => Assert.Empty(PseudoText.Foreign(Speech.Say(new Arg.Word(word.Key, word.Value), Pseudo), [])));

    [Fact]
    public void A_date_and_a_number_have_no_words_of_ours() => Assert.Empty(PseudoText.Foreign(Speech.Say(Phrase.Of("reading", new DateOnly(2026, 6, 12), 1234.5m), Pseudo), []));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_answer_along_a_sample_holds_no_word_of_the_code(string sample)
    {
        var (team, typed) = (new Team(), new List<string> { "the room" });
        foreach (var line in File.ReadLines(Path.Combine(Docs.Root, "samples", sample)).Where(line => line.Length > 0 && line[0] is not '#' and not '@'))
        {
            var parts = line.Replace(" # refused", "", StringComparison.Ordinal).Split(": ", 2);
            var (person, text) = (parts[0].Replace(" (private)", "", StringComparison.Ordinal), parts[1]);
            typed.AddRange([person, text]);
            Clean(team.Says(person, text), line, PseudoText.Owned(team.Workshop).Prepend(text));
        }
        foreach (var question in Questions)
            foreach (var person in (string[])["Ann", "Ben"]) Clean(team.Says(person, question), question, PseudoText.Owned(team.Workshop).Prepend(question));
    }

    [Theory]
    [InlineData("kickoff")]
    [InlineData("personas")]
    [InlineData("stages")]
    [InlineData("goals")]
    [InlineData("touchpoints")]
    [InlineData("data")]
    [InlineData("teams")]
    [InlineData("close")]
    public void Every_refusal_of_a_step_holds_no_word_of_the_code(string step)
    {
        var workshop = Lines.Rooms.At(step);
        foreach (var line in (string[])["xyzzy", "goal Reserch: a", "goal: ", "goal Research", "touchpoint Research: a | b | c | d", "goal Research: a | importanze: 4", "goal Research: a | importance 9", "T1 | channel: ", "T1 | setting: moon", "T99: a", "next", "goto nowhere",
            "close", "language xx", "start Again", "owner: @nobody", "review 12/6", "review 31 June", "Research takes long", "Research costs much", "Research -> Explore 130%", "Research -> Research 3%", "Research feels bad", "merge T1 into G1", "link P1 P1", "drop X1", "vote T1", "undo", "edit T1", "split S1", "help xyzzy", "overall"])
            Clean(Lines.Rooms.Hear(workshop, line), line, [line, .. PseudoText.Owned(workshop)]);
    }

    [Fact]
    public void Nobody_can_choose_it()
    {
        Assert.DoesNotContain("qps-ploc", Speech.Languages);
        Assert.Equal("en", Speech.Culture("qps-ploc").Name);
        Assert.True(Team.Started().Says("Ann", "language qps-ploc").Refused);
        Assert.True(Team.Started().Says("Ann", "language: qps-ploc").Refused);
    }

    private static void Clean(Answered answer, string line, IEnumerable<string> own)
    {
        var known = Kept.Concat(own);
        foreach (var said in answer.Lines)
            if (PseudoText.Foreign(Speech.Say(said, Pseudo), known) is { Count: > 0 } foreign) Assert.Fail($"{line}\n{Speech.Say(said, Pseudo)}\nnot ours and nobody's: {string.Join(", ", foreign)}");
    }
}

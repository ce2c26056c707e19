using FsCheck;
using FsCheck.Fluent;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>Whatever is typed, at whatever step: nothing throws, and what is refused changes nothing.</summary>
public sealed class AnythingTests
{
    /// <summary>What lines are made of, put together in ways nobody meant.</summary>
    private static readonly string[] Tokens =
    [
        "goal", "Need", "question", "touchpoint", "pain", "gap", "metric", "segment", "stage", "persona", "evidence", "solution", "action", "activity", "system", "party", "step", "spend", "decided", "message",
        "Research", "research", "Explore", "Maya", "Reserch", "S2", "s3", "P1", "G1", "Q1", "T2", "T99", "X1", "I1", "N1", "D1", "V1", "E1", "C1", "K1", "Z1",
        ":", "?", "|", "|", " | ", "->", "→", "=>", ",", ", ", "(", ")", "+", "<", ">", "\"", "@", "/", "#", "-", "–", "•", "1.",
        "takes", "should take", "costs", "feels", "wants", "for", "is a moment of truth because", "fails when", "backstage:", "support:", "via", "unknown", "by", "serves", "answers", "owner", "effect", "done when",
        "2-4 weeks", "3 days", "2/6/21 days", "31%", "131 %", "-5%", "2.00 EUR per person", "€5", "4", "7", "1,5", "0.125", "999999999999999999999999999999", "confused 2", "confident 4", "12 June", "12/6", "in 3 months", "in 99999 years",
        "(n=2140, May, web analytics)", "(survey)", "(CRM, May)", "()", "@ben", "@\"Ann Lee\"", "@nobody", "<@U123>", "<https://x.example/a|label>", "https://x.example/a|b",
        "start", "next", "next anyway", "back", "goto", "close", "reopen", "add", "show", "map", "find", "mine", "edit", "withdraw", "undo", "restore", "pass", "park", "help", "language", "i speak for", "rename", "move", "before", "after",
        "split", "into", "merge", "link", "unlink", "lead", "drop", "export json", "who can see this", "switch", "leave", "vote", "mode quick",
        "scenario:", "why:", "owner:", "names: anonymous", "review:", "overall 4:", "sign off", "object:", "throw away", "review in 3 months",
        "web", "during", "friction", "M", "price page", "Größe", "比較", "שלום", "👩‍👩‍👧", "\uD83D", "\u202E", "\0", "{0}", "{", "}", "Mrs Miller", "a@b.example",
    ];

    private static Gen<string> Text { get; } = Gen.OneOf(
        Scan.Soup.Text,
        Gen.Elements(Tokens).ArrayOf().Select(tokens => string.Join(' ', tokens)),
        Gen.Elements(Tokens).ArrayOf().Select(string.Concat),
        from head in Gen.Elements(Tokens)
        from middle in Gen.Elements(Tokens)
        from tail in Gen.Elements(Tokens).ArrayOf(3)
        select $"{head} {middle}: {string.Join(' ', tail)}",
        from lines in Gen.Elements(Tokens).ArrayOf(4).Select(tokens => string.Join(' ', tokens)).ArrayOf()
        select string.Join('\n', lines));

    public static TheoryData<string> Steps => [.. Rooms.Steps, "closed", "odd", "commanding", "nothing"];

    private static readonly Workshop Closed = Team.Started().Until("close").Given("Ann: throw away").Workshop;

    private static readonly Workshop Nothing = new(Workshops.Steps.Playbook.Standard);

    /// <summary>Events and state say the same: nothing where nothing happened, and folded again the events lead to the same map.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public void Nothing_typed_makes_a_workshop_throw_and_every_answer_can_be_said(string step) => Holds(Text, Who, (text, person) =>
    {
        var before = At(step);
        var answer = Rooms.Hear(before, text, person);
        Assert.NotEmpty(answer.Lines);
        Assert.NotEmpty(Team.Text(answer));
        Assert.Equal(answer.Events.IsEmpty, ReferenceEquals(before, answer.After));
        Assert.Equal(State(answer.After), State(Conversation.Fold(before, answer.Events, $"test:local:{person.ToLowerInvariant()}", Rooms.Now, "typed")));
    });

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_refused_line_changes_nothing(string step) => Holds(Text.Select(text => text.ReplaceLineEndings(" ")), Who, (line, person) =>
    {
        var before = At(step);
        var answer = Rooms.Hear(before, line, person);
        if (!answer.Refused) return;
        Assert.Empty(answer.Events);
        Assert.Same(before, answer.After);
        Assert.Null(answer.Handover);
    });

    private static Gen<string> Who { get; } = Gen.Elements("Ann", "Ben", "Nobody yet");

    private static string State(Workshop w) =>
        $"{w.Phase} {w.StepId} {w.Title} {w.Frame} {string.Join(' ', w.Map.StageOrder)} {string.Join(' ', w.Playbook.Kinds.All.SelectMany(kind => w.Map.On(kind.Letter)).Select(entry => $"{entry.Name}/{entry.Rev}/{entry.State}/{entry.By}"))}";

    private static void Holds(Gen<string> texts, Gen<string> people, Action<string, string> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(80), Prop.ForAll(Gen.Zip(texts, people).ToArbitrary(), typed => property(typed.Item1, typed.Item2)));

    private static Workshop At(string step) => step switch { "closed" => Closed, "odd" => Rooms.Odd, "commanding" => Rooms.Commanding, "nothing" => Nothing, _ => Rooms.At(step) };
}

using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports.Tests;

/// <summary>A newcomer adds a seventh step with one class and one list entry: grammar, done rule, export and import follow.</summary>
public sealed class SeventhStepTests
{
    // The one list entry.
    private static readonly Playbook WithPlay = new([.. Playbook.Standard.Steps[..^1], new Play(), Playbook.Standard.Steps[^1]], Playbook.Standard.Checks);

    [Fact]
    public void Its_lines_are_read_while_it_is_open_and_by_kind_at_any_time()
    {
        var w = Played("toy Research: a bell | 12 | owner @Ann", "goto play", "Choose: a horn | price: 30", "Z2: seen twice (anecdote)");

        Assert.Equal(["a bell", "a horn"], w.Map.LiveOn('Z').Select(entry => ((Play.Toy)entry.Item).Text));
        Assert.Equal(("Ann", 12m), (((Play.Toy)w.Map.Find(new('Z', 1))!.Item).Owner!.Name, ((Play.Toy)w.Map.Find(new('Z', 1))!.Item).Price));
    }

    [Fact]
    public void Its_hard_point_holds_the_step_until_it_is_met()
    {
        var w = Played("goto play");
        Assert.True(Say(w, "next").Refused);
        Assert.False(Say(Say(w, "Choose: a horn").After, "next").Refused);
    }

    [Fact]
    public void Its_items_go_out_and_come_in_under_their_stage()
    {
        var w = Played("goto play", "Choose: a horn | price: 30", "edit Z1 a louder horn");
        var again = w.Again();

        Assert.Equal("a louder horn", ((Play.Toy)again.Map.Find(new('Z', 1))!.Item).Text);
        Assert.Equal("Z1", w.Tree()["stages"]![1]!["toys"]![0]!["ref"]!.GetValue<string>());
    }

    private static Workshop Played(params string[] lines) =>
        lines.Prepend("stage: Choose").Prepend("stage: Research").Prepend("start A bike").Aggregate(new Workshop(WithPlay), (w, line) =>
        {
            var answer = Say(w, line);
            Assert.False(answer.Refused, line);
            return answer.After;
        });

    private static Answered Say(Workshop w, string line) =>
        Conversation.Hear(new Heard($"t{w.Map.Size}-{line}", "test:local:ann", "Ann", line, DateTimeOffset.UnixEpoch, Zone.Utc, []), w);

    private sealed class Play : Step
    {
        public sealed record Toy : Item
        {
            public Ref? Stage { get; init; }
            public string? Text { get; init; }
            public decimal? Price { get; init; }
            public PersonRef? Owner { get; init; }
        }

        private static readonly Kind Toys = new Kind<Toy>
        {
            Id = "toy", Letter = 'Z', Label = "Toy", Plural = "toys", Line = "toy Research: a bell | 12",
            Fields =
            [
                Fields<Toy>.Stage("S0-01", t => t.Stage, (t, v) => t with { Stage = v }),
                Fields<Toy>.Text("text", "Toy", "S0-01", t => t.Text, (t, v) => t with { Text = v }, "a bell", required: true, inOrder: true),
                Fields<Toy>.Number("price", "Price", "S0-01", t => t.Price, (t, v) => t with { Price = v }),
                Fields<Toy>.Person("owner", "Owner", "S0-01", t => t.Owner, (t, v) => t with { Owner = v }, "owner"),
            ],
        };

        public override string Id => "play";
        public override string Title => "Play";
        public override string Purpose => "See what they play with.";
        public override string Prompt => "What do they play with at each stage?";
        public override string Example => "Research: a bell";
        public override IReadOnlyList<Kind> Kinds => [Toys];
        public override Kind? StageLine => Toys;
        public override IEnumerable<Open> Missing(Workshop w) => w.Map.Count('Z') == 0 ? [Open.HardPoint("missing.stages")] : [];
    }
}

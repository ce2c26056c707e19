using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports.Tests;

/// <summary>A step nobody knew yet works in the export with its declaration alone.</summary>
public class ToyTests
{
    private static readonly Playbook Playbook = new([.. Playbook.Standard.Steps, new ToyStep()], Playbook.Standard.Checks);

    [Fact]
    public void A_kind_that_belongs_to_a_stage_stands_under_it()
    {
        var file = Filled.Workshop(Playbook).Tree();
        Assert.Equal("Z1", file["stages"]!.AsArray().Single(stage => stage!["ref"]!.GetValue<string>() == "S3")!["toys"]![0]!["ref"]!.GetValue<string>());
    }

    [Fact]
    public void Every_field_of_a_toy_comes_back()
    {
        var workshop = Filled.Workshop(Playbook);
        var again = workshop.Again();
        foreach (var number in Filled.Numbers)
            Assert.Equal(((Toy)workshop.Map.Find(new('Z', number))!.Item).Text, ((Toy)again.Map.Find(new('Z', number))!.Item).Text);
        Assert.All(Toy.Kind.Fields, field => Assert.False(field.IsEmpty(again.Map.Find(new('Z', 1))!.Item)));
    }

    [Fact]
    public void A_workshop_that_does_not_know_the_kind_says_so() =>
        Assert.Equal("S1 has no field 'toys'.", Given.Import(Filled.Workshop(Playbook).Json()).Fault);

    [Fact]
    public void A_workshop_of_fewer_steps_reads_and_writes_the_arrays_it_has_no_kinds_for()
    {
        var small = new Playbook([new ToyStep()], []);
        var w = Given.Fold([new WorkshopEvent.Started("Toys", false, null), new WorkshopEvent.StepOpened("toys"), new WorkshopEvent.ItemAdded(new('Z', 1), new Toy { Text = "a drum" }, "", Timing.OnTime)], small);
        Assert.Equal("a drum", w.Tree()["toys"]![0]!["text"]!.GetValue<string>());
        w.Again();
    }

    private sealed record Toy : Item
    {
        public Ref? Stage { get; init; }
        public string? Text { get; init; }
        public decimal? Price { get; init; }
        public PersonRef? Owner { get; init; }
        public Day? Due { get; init; }

        public static readonly Kind Kind = new Kind<Toy>
        {
            Id = "toy", Letter = 'Z', Label = "Toy", Plural = "toys", Line = "toy Research: a drum",
            Fields =
            [
                Fields<Toy>.Stage("none", t => t.Stage, (t, v) => t with { Stage = v }),
                Fields<Toy>.Text("text", "Toy", "none", t => t.Text, (t, v) => t with { Text = v }, "a drum", required: true, inOrder: true),
                Fields<Toy>.Number("price", "Price", "none", t => t.Price, (t, v) => t with { Price = v }),
                Fields<Toy>.Person("owner", "Owner", "none", t => t.Owner, (t, v) => t with { Owner = v }),
                Fields<Toy>.Day("due", "By", "none", t => t.Due, (t, v) => t with { Due = v }),
            ],
        };
    }

    private sealed class ToyStep : Step
    {
        public override string Id => "toys";
        public override string Title => "Toys";
        public override string Purpose => "Play.";
        public override string Prompt => "What do they play with?";
        public override string Example => "toy Research: a drum";
        public override IReadOnlyList<Kind> Kinds => [Toy.Kind];
        public override IEnumerable<Open> Missing(Workshop w) => [];
    }
}

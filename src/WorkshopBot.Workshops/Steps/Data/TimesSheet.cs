using System.Collections.Immutable;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps.Stages;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Steps.Data;

/// <summary>How long a stage takes and what it costs: the part of a stage that the data step asks for.</summary>
public sealed class TimesSheet : Sheet
{
    /// <summary>The fields of a stage that it asks for.</summary>
    public static readonly ImmutableArray<Field> Asked = [.. ((string[])["observedDuration", "targetDuration", "timesBy", "costs"]).Select(id => Stage.Kind.Field(id)!)];

    public override string Id => "times";

    public override Arg Word => Phrase.Of("form.times");

    public override Arg Title(Occasion o) => o.Item is { } stage ? Phrase.Of("form.change", Word, stage.Kind.Main.Show(stage.Item)) : Word;

    public override Phrase? Refuses(Occasion o) => base.Refuses(o) ?? (o.Item is { } item && item.Kind != Stage.Kind ? Phrase.Of("form.other-kind", item.Name, Stage.Kind.Word) : null);

    public override bool Changes(Occasion o) => o.Item is not null;

    public override Phrase Sends(Occasion o) => Phrase.Of("button.save");

    public override IEnumerable<Blank> Blanks(Occasion o)
    {
        if (o.Item is null) yield return Choosing.Among(new Blank("stage", Stage.Kind.Word, FormInput.OneOf) { Required = true, Fault = text => Named(text, o).Fault, Settled = text => Named(text, o).Value.ToString() }, name => name.Letter == 'S', o.Workshop, null);
        foreach (var field in Asked) yield return Blank.Of(Stage.Kind, field, o.Item?.Item ?? Stage.Kind.Blank, o, required: false);
    }

    public override Wish Take(ImmutableSortedDictionary<string, string> given, Occasion o)
    {
        var answers = Asked.Where(field => given.ContainsKey(field.Id)).Select(field => new Answer(field, given[field.Id])).ToImmutableArray();
        var stage = o.Item?.Name ?? Named(given["stage"], o).Value;
        if (answers.IsEmpty) return o.Item is null ? Wish.Not(Asked[0].Id, Phrase.Of("form.nothing")) : Wish.For();
        // Sent a second time it has nothing to say.
        return Wish.For(o.Workshop.Map.Live(stage) is { } entry && answers.All(answer => answer.Field.Put(entry.Item, answer.Text, o.Reading) is { Ok: true } put && answer.Field.Same(put.Value, entry.Item)) ? [] : [new WorkshopCommand.Revise(stage, answers)]);
    }

    private static Shapes.Parsed<Ref> Named(string text, Occasion o) => Shapes.Naming.Read(text, o.Reading, new Shapes.RefShape("S"));
}

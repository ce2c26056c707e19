using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Forms;

/// <summary>The form of a kind: it adds an item, or changes one that is there. All of it follows from the declaration of the kind.</summary>
public class KindSheet(Kind kind) : Sheet
{
    public override string Id => kind.Id;

    public override Arg Word => kind.Word;

    public override IReadOnlyList<string> Begins => kind.Begins;

    public override Arg Title(Occasion o) => Changes(o) ? Phrase.Of("form.change", kind.Word, o.Item!.Name) : kind.Word;

    public override Arg Intro(Occasion o) => Changes(o) ? Phrase.Of("form.intro.change") : base.Intro(o);

    public override Phrase? Refuses(Occasion o) => base.Refuses(o) ?? (o.Item is { } item && item.Kind != kind ? Phrase.Of("form.other-kind", item.Name, kind.Word) : null);

    public override bool Changes(Occasion o) => o.Item is not null;

    public override IEnumerable<Blank> Blanks(Occasion o)
    {
        foreach (var field in kind.Fields.Where(field => !field.Hidden && field.Shape != "mood"))
        {
            var blank = Blank.Of(kind, field, o.Item?.Item ?? kind.Blank, o, IsRequired(field, o));
            yield return o.Item is null && field.LeadByDefault && o.Workshop.Map.Lead is { } lead ? blank with { Value = lead.ToString() } : blank;
        }
        if (kind.Id != "evidence" && (kind.Home is not null || kind.ByName)) yield return Blank.How();
    }

    public override Wish Take(ImmutableSortedDictionary<string, string> given, Occasion o)
    {
        var source = given.TryGetValue("how", out var how) ? SourceText.Read(how) : null;
        return Wish.For(o.Item is { } item ? new WorkshopCommand.Revise(item.Name, Answers(given), source)
            : new WorkshopCommand.Add(kind, [.. Answers(given).SelectMany(answer => answer.Field.ByLine ? answer.Text.Split('\n').Select(line => new Answer(answer.Field, line)) : [answer])], source));
    }

    /// <summary>The answers that are for fields of the kind, in the order of their declaration, which is also how a typed line is taken.</summary>
    protected ImmutableArray<Answer> Answers(ImmutableSortedDictionary<string, string> given) =>
        [.. kind.Fields.Where(field => given.ContainsKey(field.Id)).Select(field => new Answer(field, given[field.Id]))];

    /// <summary>What makes an item an item; an item that came to be without it (a finding) needs it no more.</summary>
    private bool IsRequired(Field field, Occasion o) =>
        (field.Required || (field == kind.Main && kind.Typed && kind.Id != "evidence")) && (o.Item is not { } item || !field.IsEmpty(item.Item));
}

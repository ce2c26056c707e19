using System.Collections.Immutable;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Kinds;

/// <summary>Declares the fields of one record type; each method is a shape. Properties such as Hint are set on what it returns.</summary>
public static class Fields<T> where T : Item
{
    public static Field Text(string id, string label, string from, Func<T, string?> get, Func<T, string?, T> set, string? example = null, string? hint = null,
        bool required = false, bool inOrder = false, int max = Limits.Text, string? prefix = null, params string[] also) =>
        new Field<T, string?>(new TextShape(max), get, set)
        { Id = id, Label = label, From = from, Example = example, Hint = hint, Required = required, InOrder = inOrder, Prefix = prefix, Also = also };

    public static Field Texts(string id, string label, string from, Func<T, ImmutableArray<string>> get, Func<T, ImmutableArray<string>, T> set,
        string? example = null, string? hint = null, params string[] also) =>
        new Field<T, ImmutableArray<string>>(new TextListShape(Limits.Text), get, set) { Id = id, Label = label, From = from, Example = example, Hint = hint, Also = also };

    public static Field Choice(string id, string label, string from, Func<T, string?> get, Func<T, string?, T> set, IReadOnlyList<Choice> choices,
        string? hint = null, bool open = false, bool hidden = false, bool required = false, string? prefix = null, params string[] also) =>
        new Field<T, string?>(new ChoiceShape(open, choices), get, set)
        { Id = id, Label = label, From = from, Hint = hint, Example = choices[0].English, Hidden = hidden, Required = required, Prefix = prefix, Also = also };

    public static Field Number(string id, string label, string from, Func<T, decimal?> get, Func<T, decimal?, T> set, decimal min = 0, decimal max = 1_000_000_000_000m,
        string? unit = null, string? example = null, string? hint = null, string? prefix = null, params string[] also) =>
        new Field<T, decimal?>(new NumberShape(min, max), get, set)
        { Id = id, Label = label, From = from, Unit = unit, Example = example, Hint = hint, Prefix = prefix, Also = also };

    public static Field Score(string id, string label, string from, Func<T, decimal?> get, Func<T, decimal?, T> set, int max = 5, string? hint = null, string? prefix = null,
        params string[] also) =>
        new Field<T, decimal?>(new NumberShape(1, max, whole: true), get, set)
        { Id = id, Label = label, From = from, Unit = $"1-{max}", Example = "4", Hint = hint, Prefix = prefix, Also = also };

    public static Field Percent(string id, string label, string from, Func<T, decimal?> get, Func<T, decimal?, T> set, string? hint = null, params string[] also) =>
        new Field<T, decimal?>(new PercentShape(), get, set) { Id = id, Label = label, From = from, Unit = "%", Example = "31 %", Hint = hint, Also = also };

    public static Field Measure(string id, string label, string from, Func<T, Measure?> get, Func<T, Measure?, T> set, string? example = null) =>
        new Field<T, Measure?>(new MeasureShape(), get, set) { Id = id, Label = label, From = from, Unit = "as given", Example = example };

    public static Field Cost(string id, string label, string from, Func<T, Cost?> get, Func<T, Cost?, T> set, string? example = null, string? verb = null, params string[] also) =>
        new Field<T, Cost?>(new CostShape(), get, set) { Id = id, Label = label, From = from, Unit = "currency", Example = example ?? "2.00 EUR per person", Verb = verb, Also = also };

    public static Field Span(string id, string label, string from, Func<T, Span?> get, Func<T, Span?, T> set, string? example = null, string? hint = null, string? verb = null,
        params string[] also) =>
        new Field<T, Span?>(new SpanShape(), get, set)
        { Id = id, Label = label, From = from, Unit = "minutes to years", Example = example ?? "2-4 weeks", Hint = hint, Verb = verb, Also = also };

    public static Field Day(string id, string label, string from, Func<T, Day?> get, Func<T, Day?, T> set, string? prefix = null, params string[] also) =>
        new Field<T, Day?>(new DayShape(), get, set) { Id = id, Label = label, From = from, Unit = "date", Example = "12 June", Prefix = prefix, Also = also };

    public static Field Person(string id, string label, string from, Func<T, PersonRef?> get, Func<T, PersonRef?, T> set, string? prefix = null, params string[] also) =>
        new Field<T, PersonRef?>(new PersonShape(), get, set) { Id = id, Label = label, From = from, Example = "@sam", Prefix = prefix, Also = also };

    public static Field Item(string id, string label, string from, string letters, Func<T, Ref?> get, Func<T, Ref?, T> set, string? example = null,
        bool home = false, bool required = false, bool lead = false, bool hidden = false, string? prefix = null, params string[] also) =>
        new Field<T, Ref?>(new RefShape(letters), get, set)
        { Id = id, Label = label, From = from, Example = example, Home = home, Required = required, LeadByDefault = lead, Hidden = hidden, Prefix = prefix, Also = also };

    public static Field Items(string id, string label, string from, string letters, Func<T, ImmutableArray<Ref>> get, Func<T, ImmutableArray<Ref>, T> set,
        string? example = null, string? prefix = null, params string[] also) =>
        new Field<T, ImmutableArray<Ref>>(new RefsShape(letters), get, set) { Id = id, Label = label, From = from, Example = example, Prefix = prefix, Also = also };

    /// <summary>The stage an item belongs to; half of all kinds have one.</summary>
    public static Field Stage(string from, Func<T, Ref?> get, Func<T, Ref?, T> set, bool required = true) =>
        Item("stage", "Stage", from, "S", get, set, "Research", home: true, required: required);

    /// <summary>The persona an item speaks of; the lead persona where nobody is named.</summary>
    public static Field Persona(string from, Func<T, Ref?> get, Func<T, Ref?, T> set) =>
        Item("persona", "Persona", from, "P", get, set, "Maya", lead: true, prefix: "for");

    /// <summary>A field of any other shape.</summary>
    public static Field Of<TValue>(string id, string label, string from, Shape<TValue> shape, Func<T, TValue> get, Func<T, TValue, T> set, string? example = null,
        bool hidden = false, string? unit = null, string? hint = null, params string[] also) =>
        new Field<T, TValue>(shape, get, set) { Id = id, Label = label, From = from, Example = example, Hidden = hidden, Unit = unit, Hint = hint, Also = also };
}

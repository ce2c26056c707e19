using System.Collections.Immutable;
using static WorkshopBot.Channels.Cards.Subset.CardValue;

namespace WorkshopBot.Channels.Cards.Subset;

/// <summary>
/// The Adaptive Cards we write: what every surface can show, and nothing else. There is no table (it does not fit a phone) and nothing that hides text or opens
/// only on one surface. <c>docs/cards.md</c> says what becomes of each.
/// </summary>
public static class CardSubset
{
    public const string Version = "1.5";

    static readonly CardProperty[] Common = [Text("id"), OneOf("spacing", "none", "small", "default", "medium", "large", "extraLarge", "padding"), Flag("separator")];

    static readonly CardProperty[] Looks =
    [
        OneOf("weight", "lighter", "default", "bolder"), OneOf("size", "small", "default", "medium", "large", "extraLarge"),
        OneOf("color", "default", "dark", "light", "accent", "good", "warning", "attention"), Flag("isSubtle"),
    ];

    static readonly CardProperty[] Filled = [Words("label"), Flag("isRequired"), Words("errorMessage"), .. Common.Skip(1), Must(Text("id"))];

    static readonly CardProperty Align = OneOf("horizontalAlignment", "left", "center", "right");

    /// <summary>Everything there is.</summary>
    public static ImmutableArray<CardElement> Elements { get; } =
    [
        new("AdaptiveCard", CardRole.Card, [Must(OneOf("version", Version)), Must(new("body", new Elements())), new("actions", new Buttons()), new("refresh", new Part("refresh")), Text("lang")]),
        Body("TextBlock", [Must(Words("text")), Flag("wrap"), OneOf("style", "default", "heading"), .. Looks, Align]),
        Body("RichTextBlock", Must(new("inlines", new Parts("TextRun"))), Align),
        new("TextRun", CardRole.Part, [Must(Words("text")), .. Looks, Flag("italic"), Flag("strikethrough")]),
        Body("FactSet", Must(new("facts", new Parts("fact")))),
        new("fact", CardRole.Untyped, [Must(Words("title")), Must(Words("value"))]),
        Body("Container", Must(new("items", new Elements())), OneOf("style", "default", "emphasis", "accent", "good", "warning", "attention")),
        Body("ColumnSet", Must(new("columns", new Parts("Column")))),
        new("Column", CardRole.Part, [Must(new("items", new Elements())), OneOf("width", "auto", "stretch"), OneOf("verticalContentAlignment", "top", "center", "bottom"), .. Common]),
        Body("Image", Must(Text("url")), Words("altText"), OneOf("size", "auto", "stretch", "small", "medium", "large"), Align),
        Body("ActionSet", Must(new("actions", new Buttons()))),
        Input("Input.Text", Words("placeholder"), Words("value"), Number("maxLength"), Flag("isMultiline"), OneOf("style", "text", "tel", "url", "email")),
        Input("Input.Number", Words("placeholder"), Number("value"), Number("min"), Number("max")),
        Input("Input.Date", Words("placeholder"), Text("value"), Text("min"), Text("max")),
        Input("Input.Time", Words("placeholder"), Text("value"), Text("min"), Text("max")),
        Input("Input.ChoiceSet", Must(new("choices", new Parts("choice"))), Text("value"), Words("placeholder"), Flag("isMultiSelect"), OneOf("style", "compact", "expanded"), Flag("wrap"), Text("dataset")),
        new("choice", CardRole.Untyped, [Must(Words("title")), Must(Text("value"))]),
        Input("Input.Toggle", Must(Words("title")), Text("value"), Text("valueOn"), Text("valueOff"), Flag("wrap")),
        Button("Action.Execute", Must(Text("verb")), Must(Anything("data")), Inputs, new("fallback", new Part("Action.Submit"))),
        Button("Action.Submit", Must(Anything("data")), Inputs),
        Button("Action.OpenUrl", Must(Text("url"))),
        new("refresh", CardRole.Untyped, [Must(new("action", new Part("Action.Execute"))), new("userIds", new Texts())]),
        Body("Chart.Line", Words("title"), Words("xAxisTitle"), Words("yAxisTitle"), Text("colorSet"), Number("yMin"), Number("yMax"), Must(Anything("data")), Must(new("fallback", new Element()))),
    ];

    static readonly Dictionary<string, CardElement> ByType = Elements.ToDictionary(element => element.Type, StringComparer.Ordinal);

    static CardProperty Inputs => OneOf("associatedInputs", "auto", "none");

    /// <summary>Null when there is no such element.</summary>
    public static CardElement? Find(string type) => ByType.GetValueOrDefault(type);

    static CardElement Body(string type, params CardProperty[] properties) => new(type, CardRole.Body, [.. properties, .. Common]);

    static CardElement Input(string type, params CardProperty[] properties) => new(type, CardRole.Body, [.. properties, .. Filled]);

    static CardElement Button(string type, params CardProperty[] properties) => new(type, CardRole.Button, [Must(Words("title")), .. properties, OneOf("style", "default", "positive", "destructive")]);

    static CardProperty Must(CardProperty property) => property with { Required = true };

    static CardProperty Words(string name) => new(name, new CardValue.Words());

    static CardProperty Text(string name) => new(name, new Text());

    static CardProperty Number(string name) => new(name, new Number());

    static CardProperty Flag(string name) => new(name, new Flag());

    static CardProperty Anything(string name) => new(name, new Anything());

    static CardProperty OneOf(string name, params string[] values) => new(name, new OneOf([.. values]));
}

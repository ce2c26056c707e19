using System.Text.Json;

namespace WorkshopBot.Channels.Cards.Twin;

/// <summary>What can be filled in, as text: what it is called, a star where it is needed, what belongs there, and what is there now.</summary>
static class TwinInputs
{
    public static void Write(JsonElement input, TwinText text)
    {
        var name = TextTwin.Text(input, "label");
        if (TextTwin.Text(input, "isRequired") == bool.TrueString)
            name += " *";
        if (TextTwin.Text(input, "placeholder") is { Length: > 0 } hint)
            name += $" ({hint})";
        var value = TextTwin.Text(input, "value");
        switch (TextTwin.Text(input, "type"))
        {
            case "Input.ChoiceSet":
                text.Line(name);
                var chosen = value.Split(',');
                foreach (var choice in TextTwin.Each(input, "choices"))
                    text.Line(Mark(chosen.Contains(TextTwin.Text(choice, "value")), TextTwin.Text(choice, "title")));
                break;
            case "Input.Toggle":
                text.Line(name);
                var on = TextTwin.Text(input, "valueOn") is { Length: > 0 } declared ? declared : "true";
                text.Line(Mark(value == on, TextTwin.Text(input, "title")));
                break;
            default:
                text.Line(TextTwin.Pair(name, value));
                break;
        }
    }

    static string Mark(bool chosen, string title) => (chosen ? "(x) " : "( ) ") + title;
}

using System.Text.Json;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Cards.Twin;

/// <summary>Buttons, as text: each by its title, with the line that does the same where its data carry one, or the link it opens.</summary>
static class TwinButtons
{
    /// <summary>The line a button stands for, in its data; and the same as the reader would type it, where that is another.</summary>
    const string Line = "line", InOwnWords = "typed";

    public static void Write(JsonElement of, TwinText text, string language)
    {
        var row = new List<string>();
        foreach (var button in TextTwin.Each(of, "actions"))
        {
            var title = $"[{TextTwin.Text(button, "title")}]";
            var instead = TextTwin.Text(button, "type") == "Action.OpenUrl" ? TextTwin.Text(button, "url") : Typed(button, language);
            if (instead.Length == 0)
            {
                row.Add(title);
                continue;
            }
            text.Line(string.Join(' ', row));
            row.Clear();
            text.Line($"{title} {instead}");
        }
        text.Line(string.Join(' ', row));
    }

    internal static string Typed(JsonElement button, string language) =>
        button.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && TextTwin.Text(data, Line) is { Length: > 0 } line
            ? Speech.Say("type", language, TextTwin.Text(data, InOwnWords) is { Length: > 0 } own ? own : line) : "";
}

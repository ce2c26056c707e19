using System.Globalization;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards.BlockKit;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Tests.Http;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Forms;
using Wish = WorkshopBot.Workshops.Tests.Forms.Wish;

namespace WorkshopBot.Tests.Slack;

/// <summary>What people do with a form that stands in a modal: they read what is in it, and fill it in field by field.</summary>
static class SlackForms
{
    /// <summary>What a button carries.</summary>
    public static JsonObject Data(this FakeSlackButton button) => button.Value.Length > 0 && JsonNode.Parse(button.Value) is JsonObject data ? data : [];

    public static string Verb(this FakeSlackButton button) => BlockAction.Verb(button.ActionId);

    /// <summary>The fields of a form, by what they are for.</summary>
    public static Dictionary<string, FakeSlackField> Inputs(this FakeSlackShown shown) => shown.Fields.Where(field => field.ActionId.StartsWith(Press.Field, StringComparison.Ordinal)).ToDictionary(field => field.ActionId[Press.Field.Length..], StringComparer.Ordinal);

    /// <summary>What somebody has to fill in so that the form says what they wish.</summary>
    public static Dictionary<string, string> Wanted(this FakeSlackView view, WorkshopCommand wish)
    {
        var fields = view.Inputs().ToDictionary(pair => pair.Key, pair => AsItStands(pair.Value.Element), StringComparer.Ordinal);
        // What the form shows only when asked for more is there, too, and empty.
        foreach (var answer in wish switch { WorkshopCommand.Fill fill => fill.Answers, WorkshopCommand.SetFrame set => set.Answers, _ => [] })
            fields.TryAdd(answer.Field.Id, "");
        return Wish.Values(wish, new Form("", "", null, null, "", "", null, [.. fields.Select(pair => new FormField(pair.Key, "", null, null, FormInput.Text, false, 0, [], pair.Value, null))], Whole: true));
    }

    /// <summary>Fills in one field: a choice by the words of its option, which are looked up where there are too many.</summary>
    public static async Task Fills(this FakeSlackPerson person, FakeSlackView view, FakeSlackField field, string value, DateTimeOffset now)
    {
        var isMany = field.Type.StartsWith("multi_", StringComparison.Ordinal) || field.Type == "checkboxes";
        if (field.Type.EndsWith("external_select", StringComparison.Ordinal))
            await person.Chooses(view, field.ActionId, [.. await Task.WhenAll(Parts().Select(async one => Http.Inputs.Fits((await person.Suggests(view, field.ActionId, one)).Select(words => (words, words.Split(' ')[0])), one).Title))]);
        else if (Options(field.Element["options"]) is { Count: > 0 } options)
            await person.Chooses(view, field.ActionId, value == "false" && options is [{ Value: "true" }] ? [] : [.. Parts().Select(one => Http.Inputs.Fits(options, one).Title).Distinct()]);
        else
            await person.Fills(view, field.ActionId, field.Type == "datepicker" ? Http.Inputs.Date(value, now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value);

        string[] Parts() => isMany ? value.Split([',', '+'], StringSplitOptions.TrimEntries) : [value];
    }

    static string AsItStands(JsonObject element)
    {
        var value = (string?)element["initial_value"] ?? (string?)element["initial_date"] ?? (string?)element["initial_option"]?["value"] ?? string.Join(',', Options(element["initial_options"]).Select(option => option.Value));
        return value.Length == 0 && element["options"] is JsonArray { Count: 1 } ? "false" : value;
    }

    static List<(string Title, string Value)> Options(JsonNode? list) => [.. (list as JsonArray ?? []).Select(option => ((string)option!["text"]!["text"]!, (string)option["value"]!))];
}

using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Forms;
using Wish = WorkshopBot.Workshops.Tests.Forms.Wish;

namespace WorkshopBot.Tests.Http;

/// <summary>
/// People who only press: whatever they want to say they look for a button that is really there, on a card they were answered with or on one that is kept in the
/// room, fill in the inputs that are really on the form, and send what the button carries. What no card offers is typed, and written down.
/// </summary>
sealed class CardHands(Door door, Func<Task<Workshop>> workshop)
{
    readonly Dictionary<string, JsonNode> _answers = new(StringComparer.Ordinal);
    string _board = "";

    /// <summary>Lines that were typed to change something.</summary>
    public List<string> Typed { get; } = [];

    /// <summary>Items that were looked at with a typed line, because the button to change them is only there.</summary>
    public List<string> LookedAt { get; } = [];

    public int Forms { get; private set; }

    public int Questions { get; private set; }

    public int Buttons { get; private set; }

    /// <summary>Types it.</summary>
    public async Task<bool> Type(string person, string line)
    {
        Typed.Add($"{person}: {line}");
        return Taken(person, await door.Say(person, line));
    }

    /// <summary>Presses the button that stands for the line; null: there is none.</summary>
    public async Task<bool?> Say(string person, string line)
    {
        if (await Find(person, data => string.Equals(data.GetValueOrDefault("line"), line, StringComparison.OrdinalIgnoreCase), Press.Say) is not { } button)
            return null;
        Buttons++;
        return await Presses(person, button);
    }

    /// <summary>Looks at what the facilitator can do, by the button of the board.</summary>
    public async Task<bool> Facilitate(string person) => await Find(person, _ => true, Press.Facilitate) is { } button && await Presses(person, button);

    /// <summary>Looks at an item; nothing but its name brings it up.</summary>
    public async Task Look(string person, string item)
    {
        LookedAt.Add($"{person}: {item}");
        Taken(person, await door.Say(person, "show " + item));
    }

    /// <summary>Fills in the card of a room where nothing runs yet.</summary>
    public async Task<bool> Start(string person, string title)
    {
        var welcome = (await Kept(person, "")).Single();
        Forms++;
        return Taken(person, await door.Press(person, Press.Submit, new Dictionary<string, string>(Sender(welcome, Press.Submit).Data(), StringComparer.Ordinal) { [(string)welcome.Inputs().Single()["id"]!] = title }));
    }

    /// <summary>Opens a form by a button; null: there is none.</summary>
    public async Task<JsonNode?> Open(string person, string? of, string? item)
    {
        if (await Find(person, data => item is null ? data.GetValueOrDefault("of") == of && !data.ContainsKey("item") : data.GetValueOrDefault("item") == item && data.GetValueOrDefault("of") != "drop", Press.Form) is not { } button)
            return null;
        Assert.True(await Presses(person, button), _answers[person].ToJsonString());
        return _answers[person];
    }

    /// <summary>Fills in the form and sends it.</summary>
    public async Task<bool> Fill(string person, JsonNode form, WorkshopCommand wish, DateTimeOffset now)
    {
        Forms++;
        var values = Wish.Values(wish, Read(form, wish));
        if (form.Fields().Keys.ToHashSet() is var there && !values.Keys.All(there.Contains))
            form = await More(person, form);
        var sent = Sender(form, Press.Submit).Data();
        foreach (var (field, input) in form.Fields())
        {
            sent["f." + field] = values.Remove(field, out var value) ? Inputs.Chosen(input, value, now) : Inputs.AsItStands(input);
            Assert.False(Inputs.IsRequired(input) && sent["f." + field].Length == 0, $"{field} is left empty: {wish}");
        }
        Assert.True(values.Count == 0, $"No input for {string.Join(", ", values)} in {form.ToJsonString()}");
        return Taken(person, await door.Press(person, Press.Submit, sent));
    }

    /// <summary>Has the form asked, question by question, and answers in the private chat: as a chat would, or by the buttons of the question.</summary>
    public async Task<bool> Answer(string person, JsonNode form, WorkshopCommand wish, DateTimeOffset now, bool byButton)
    {
        Forms++;
        var ask = Sender(form, Press.Ask);
        var whole = form.All(null).Any(node => (string?)node["verb"] == Press.More) ? await More(person, form) : form;
        var order = whole.Fields().Keys.ToList();
        var values = Wish.Values(wish, Read(whole, wish));
        Assert.True(Taken(person, await door.Press(person, ask.Verb(), ask.Data())), _answers[person].ToJsonString());
        for (var left = 500; left > 0; left--, Questions++)
        {
            var question = _answers[person];
            var button = Sender(question, Press.Answer);
            var (field, input) = (button.Data()["field"], question.Inputs().Single());
            var fills = false;
            var taken = values.Keys.Any(key => order.IndexOf(key) < order.IndexOf(field)) ? await Reply("back")
                : values.Remove(field, out var value) ? await Reply(value == "true" && IsWord(input, "yes") ? "yes" : Inputs.Chosen(input, value, now), asked: false)
                : await Reply(values.Count > 0 || IsWord(input, "done") ? "skip" : "done");
            // The answer is a question as long as there is one.
            if (!_answers[person].All(null).Any(node => (string?)node["verb"] == Press.Answer))
                return taken;
            // A bad answer is the same question again.
            if (!taken || (fills && Sender(_answers[person], Press.Answer).Data()["field"] == field))
            {
                await Reply("cancel");
                return false;
            }

            async Task<bool> Reply(string text, bool asked = true)
            {
                fills = !asked;
                if (!byButton)
                    return Taken(person, await door.Say(person, text, isPrivate: true));
                var data = fills ? button.Data() : _answers[person].All(null).Single(node => (string?)node["data"]?["word"] == text).Data();
                if (fills)
                    data["text"] = text;
                return Taken(person, await door.Press(person, Press.Answer, data, isPrivate: true));
            }
        }
        throw new InvalidOperationException("The questions do not end.");

        // Typed, a choice that is called so is the choice.
        static bool IsWord(JsonObject input, string word) => input["choices"]?.AsArray().Any(choice => (string?)choice!["value"] == word) == true;
    }

    async Task<JsonNode> More(string person, JsonNode form)
    {
        var more = Sender(form, Press.More);
        var sent = more.Data();
        foreach (var (field, input) in form.Fields())
            sent["f." + field] = Inputs.AsItStands(input);
        Assert.True(Taken(person, await door.Press(person, more.Verb(), sent)));
        return _answers[person];
    }

    /// <summary>The form as its card shows it, for what a wish adds to what is there already.</summary>
    static Form Read(JsonNode form, WorkshopCommand wish) => new(
        "", "", null, null, "", "", null,
        [.. form.Fields().Select(pair => Field(pair.Key, Inputs.AsItStands(pair.Value))), .. Unseen(wish).Except(form.Fields().Keys).Select(field => Field(field, ""))], Whole: true);

    static IEnumerable<string> Unseen(WorkshopCommand wish) => wish switch
    {
        WorkshopCommand.Fill fill => fill.Answers.Select(answer => answer.Field.Id).Distinct(),
        WorkshopCommand.SetFrame set => set.Answers.Select(answer => answer.Field.Id).Distinct(),
        _ => [],
    };

    static FormField Field(string id, string value) => new(id, "", null, null, FormInput.Text, false, 0, [], value, null);

    static JsonObject Sender(JsonNode card, string verb) => card.All(null).First(node => (string?)node["type"] == "Action.Execute" && (string?)node["verb"] == verb);

    /// <summary>A button that is there now, the one that brings the fewest values along first.</summary>
    async Task<JsonObject?> Find(string person, Func<Dictionary<string, string>, bool> wanted, string verb)
    {
        var step = (await workshop()).StepId;
        var kept = await Kept(person, step);
        return (_answers.TryGetValue(person, out var last) ? kept.Prepend(last) : kept).SelectMany(card => card.All(null)).Concat(await Cells(person))
            .Where(node => (string?)node["type"] == "Action.Execute" && (string?)node["verb"] == verb && node.Data() is var data && wanted(data)
                && data.GetValueOrDefault("shown") is var shown && (shown?.StartsWith("step:", StringComparison.Ordinal) != true || shown == "step:" + step))
            .MinBy(node => node.Data().Keys.Count(name => name.StartsWith("f.", StringComparison.Ordinal)));
    }

    /// <summary>What the room shows, once the board and the card of the step have come.</summary>
    async Task<List<JsonNode>> Kept(string person, string step)
    {
        for (var tries = 0; ; tries++)
        {
            var kept = JsonNode.Parse(await door.Http.GetStringAsync($"/api/try/r?person={person}"))!.AsArray();
            if (_board == step || (await workshop()).Phase != Phase.Running || (Shows("board") && Shows("step:" + step)))
            {
                _board = step;
                return [.. kept.Select(message => message!["card"]!)];
            }
            Assert.True(tries < 400, $"The board does not come to {step}.");
            await Task.Delay(50);

            bool Shows(string key) => kept.Any(message => (string?)message!["key"] == key && message["card"]!.ToJsonString().Contains($"\"step:{step}\"", StringComparison.Ordinal));
        }
    }

    /// <summary>The buttons that the page makes of the cells of its map.</summary>
    async Task<IEnumerable<JsonObject>> Cells(string person)
    {
        using var answer = await door.Http.GetAsync(new Uri($"/api/try/r/map?person={person}", UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK)
            return [];
        var map = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return [.. map["lanes"]!.AsArray().Where(lane => (string)lane!["form"]! is { Length: > 0 } && ((bool)lane["always"]! || lane["cells"]!.AsArray().Any(cell => !(bool)cell!["isEmpty"]!))).SelectMany(lane =>
            map["stages"]!.AsArray().Select(stage => Cell((string)lane!["form"]!, (string)stage!["ref"]!)))];

        static JsonObject Cell(string form, string stage)
        {
            var data = new JsonObject { ["verb"] = Press.Form, ["of"] = form };
            foreach (var field in (string[])["stage", "place", "on", "from"])
                data["f." + field] = stage;
            return new() { ["type"] = "Action.Execute", ["verb"] = Press.Form, ["data"] = data };
        }
    }

    // Presses it, with every input of its card as it stands, as a client does.
    async Task<bool> Presses(string person, JsonObject button) => Taken(person, await door.Press(person, button.Verb(), button.Data()));

    bool Taken(string person, (HttpStatusCode Status, JsonNode Body) answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToJsonString());
        _answers[person] = answer.Body["card"]?.DeepClone() ?? new JsonObject();
        LastText = (string?)answer.Body["text"] ?? "";
        return (bool?)answer.Body["refused"] != true;
    }

    public string LastText { get; private set; } = "";
}

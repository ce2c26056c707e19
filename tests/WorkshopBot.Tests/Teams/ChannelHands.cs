using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;
using WorkshopBot.Tests.Http;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Lines;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Schedule;
using Wish = WorkshopBot.Workshops.Tests.Forms.Wish;

namespace WorkshopBot.Tests.Teams;

/// <summary>People in a channel of Teams who only press: what they want to say they look for on the cards that are kept there, or in the dialog that is open, and type only what no card offers.</summary>
sealed class ChannelHands(TeamsServed teams, FakePlace channel)
{
    readonly Dictionary<FakePerson, (FakeMessage On, JsonNode Card)> _dialogs = [];

    public List<string> Typed { get; } = [];

    public int Sent { get; private set; }

    FakeMessage? Root { get; set; }

    public async Task Does(FakePerson person, string text)
    {
        var w = await teams.Workshop(channel);
        if (w is null || LineReader.Read(new Typed(Tidy.Line(text), w, w.Reading(Meant(person)))) is not Line.Do { Commands: var commands } || !commands.All(Wish.IsForm))
        {
            if (w is null || !await Says(person, text))
                await Types(person, text);
        }
        else
            foreach (var command in commands)
                if (!await Fills(person, command))
                {
                    await Types(person, text);
                    break;
                }
        await teams.Rests();
    }

    // A button that stands for the line, where all see it or in what the facilitator is shown.
    async Task<bool> Says(FakePerson person, string line)
    {
        bool Wanted(JsonObject button) => string.Equals((string?)button["data"]?["line"], line, StringComparison.OrdinalIgnoreCase);
        if (await Presses(person, Wanted))
            return true;
        return line.Split(' ')[0] is "next" or "close" && await Presses(person, button => (string?)button["data"]?["verb"] == Press.Facilitate) && await Presses(person, Wanted);
    }

    async Task<bool> Fills(FakePerson person, WorkshopCommand wish)
    {
        var (of, item) = Wish.For(wish);
        var step = (await teams.Workshop(channel))!.StepId;
        of = wish is WorkshopCommand.SetFrame && step == "close" ? "close" : of;
        bool Opens(JsonObject button) => (string?)button["data"]?["verb"] == Press.Form && (item is { } name ? (string?)button["data"]!["item"] == name.ToString() : (string?)button["data"]!["of"] == of && button["data"]!["item"] is null);
        if (!await Presses(person, Opens))
        {
            if (item is null)
                return false;
            // Its name brings an item up, with the button to change it.
            await teams.Does(person.Writes(channel, $"show {item}", Root!.Id));
            await teams.Rests();
            if (!await Presses(person, Opens))
                return false;
        }
        var form = _dialogs[person].Card;
        var values = Wish.Values(wish, Read(form, wish));
        if (!values.Keys.All(form.Fields().ContainsKey))
            form = await Sends(person, form, "More fields");
        var now = DateTimeOffset.UtcNow;
        await Sends(person, form, form.Titles()[0], [.. values.Select(value => (value.Key, Inputs.Chosen(form.Fields()[value.Key], value.Value, now)))]);
        Sent++;
        return true;
    }

    async Task<bool> Presses(FakePerson person, Func<JsonObject, bool> wanted)
    {
        if (_dialogs.TryGetValue(person, out var open) && open.Card.Pressed().FirstOrDefault(wanted) is { } shown)
        {
            _dialogs[person] = (open.On, await Answered(person.SendsDialog(open.On, open.Card.Carries((string)shown["title"]!))));
            return true;
        }
        // Whoever goes back to the channel has closed the dialog.
        foreach (var message in channel.Posted.Reverse())
            if (message.Card?.Pressed().Where(wanted).MinBy(button => button["data"]!.AsObject().Count) is { } button)
            {
                if ((string?)button["type"] == "Action.Execute")
                    await teams.Asks(person.Executes(message, (string)button["verb"]!, button["data"]!.AsObject()));
                else
                    _dialogs[person] = (message, await Answered(person.OpensDialog(message, button["data"]!.AsObject())));
                return true;
            }
        return false;
    }

    async Task<JsonNode> Sends(FakePerson person, JsonNode form, string title, params (string, string)[] filled)
    {
        var on = _dialogs[person].On;
        var card = await Answered(person.SendsDialog(on, form.Carries(title, filled)));
        _dialogs[person] = (on, card);
        return card;
    }

    async Task<JsonNode> Answered(FakeActivity activity) => Dialog.Of(await teams.Asks(activity)).Card;

    async Task Types(FakePerson person, string text)
    {
        Typed.Add($"{person.Name}: {text}");
        var message = await teams.Does(person.Writes(channel, text, Root?.Id));
        Root ??= message;
    }

    Actor Meant(FakePerson person) => new($"teams:{teams.Teams.TenantId}:{person.AadObjectId}", person.Name, DateTimeOffset.UtcNow, Zone.Utc, "meant", "meant");

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
}

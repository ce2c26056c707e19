using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Teams.Answers;
using WorkshopBot.Channels.Teams.Cards;
using WorkshopBot.Channels.Teams.Connector;
using WorkshopBot.Channels.Teams.Protocol;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Teams.Inbound;

/// <summary>What is answered in the HTTP answer itself: buttons, dialogs, searches and message actions. The answer is the person's alone.</summary>
/// <param name="desk">Serves turns.</param>
/// <param name="answers">Where a talk goes on in the person's own chat.</param>
/// <param name="fit">A message as a card for a surface.</param>
/// <param name="name">What people call the bot; dialogs are headed with it.</param>
sealed class TeamsInvokes(IChatDesk desk, TeamsAnswers answers, Func<Message, TeamsSurface, CancellationToken, ValueTask<BoundCard?>> fit, string name)
{
    const int MostFound = 25;
    const int MostText = 8_000;
    const int MostChoices = 15;
    const int MostSkipped = 10_000;

    public Task<DoorAnswer> Serve(TeamsPlace place, Activity activity, TeamsTurns turns, Person person, Room room, CancellationToken ct)
    {
        var value = activity.Value ?? default;
        // A button that is pressed is on a message that has arrived, whatever was known of it.
        var pressed = activity.Name == "adaptiveCard/action" ? Part(Part(value, "action"), "data") : Part(value, "data");
        if (activity.ReplyToId is { Length: > 0 } id && TeamsText.Text(pressed, TeamsVerbs.Kept) is { Length: > 0 } key && TeamsText.Text(pressed, TeamsVerbs.Workshop) is { Length: > 0 } workshop)
            desk.Seen(workshop, key, place.IsPersonal ? new Address.Person(place.PersonKey) : new Address.Room(place.RoomKey), new TeamsMessageId(place.Thread, id).ToString());
        var call = new Call(place, activity, turns, person, room, value);
        return activity.Name switch
        {
            "adaptiveCard/action" => Execute(call, ct),
            "task/fetch" or "task/submit" => Dialog(call, Part(value, "data"), ct),
            "composeExtension/submitAction" => Dialog(call, Part(value, "data"), ct),
            "composeExtension/fetchTask" => Put(call, ct),
            "composeExtension/query" => Search(call, ct),
            "application/search" => Choices(call, ct),
            _ => Task.FromResult(new DoorAnswer(StatusCodes.Status501NotImplemented)),
        };
    }

    async Task<DoorAnswer> Execute(Call call, CancellationToken ct)
    {
        var action = Part(call.Value, "action");
        var (data, verb) = (Part(action, "data"), TeamsText.Text(action, "verb"));
        var kept = TeamsText.Text(data, TeamsVerbs.Kept) ?? "";
        var workshop = TeamsText.Text(data, TeamsVerbs.Workshop) ?? "";
        if (verb == TeamsVerbs.Refresh)
            return await View(call, workshop, kept, "", ct).ConfigureAwait(false) ?? Ok(InvokeBody.Fault(400, "NotThere", Speech.Say("not-there", call.Person.Language)));
        if (call.Turns.Pressed(call.Activity, data, verb) is not { } turn)
            return Ok(InvokeBody.Fault(400, "BadRequest", Speech.Say("not-ours", call.Person.Language)));
        var answer = await desk.Deliver(turn, ct).ConfigureAwait(false);
        if (answer.Kind is ChatAnswerKind.NotSaved or ChatAnswerKind.Failed)
            return Ok(InvokeBody.Fault(answer.Kind == ChatAnswerKind.NotSaved ? 412 : 500, answer.Kind.ToString(), answer.Text));
        if (await PutsRight(call, answer, ct).ConfigureAwait(false))
            return Ok(InvokeBody.Said(answer.Text));
        if (kept.Length > 0)
            return await View(call, workshop, kept, answer.Text, ct).ConfigureAwait(false) ?? Ok(InvokeBody.Said(answer.Text));
        if (answer.Private && !call.Place.IsPersonal && await answers.Alone(call.Person, answer, ct).ConfigureAwait(false))
            return Ok(InvokeBody.Said(Speech.Say("goes-on-alone", call.Person.Language)));
        if (answer.Message is null || await fit(answer.Message, TeamsSurface.Answer, ct).ConfigureAwait(false) is not { } card)
            return Ok(InvokeBody.Said(answer.Text));
        // Other clients of the person show the message itself.
        if (call.Place.IsPersonal && call.Activity.ReplyToId is { Length: > 0 } pressed)
            answers.Replace(call.Place, pressed, answer);
        return Ok(InvokeBody.Card(card.Json));
    }

    // What is accepted here puts a refusal in the room right; the message it was pressed on may be that refusal.
    async ValueTask<bool> PutsRight(Call call, ChatAnswer answer, CancellationToken ct) =>
        answer.Kind == ChatAnswerKind.Accepted && !answer.Shows && !call.Place.IsPersonal && await answers.PutRight(call.Place, call.Activity.ReplyToId, ct).ConfigureAwait(false);

    async Task<DoorAnswer?> View(Call call, string workshop, string key, string notice, CancellationToken ct) =>
        await desk.View(workshop, key, call.Room, call.Person, notice, ct).ConfigureAwait(false) is { } message && await fit(message, TeamsSurface.Kept, ct).ConfigureAwait(false) is { } card
            ? Ok(InvokeBody.Card(card.Json)) : null;

    async Task<DoorAnswer> Dialog(Call call, JsonElement data, CancellationToken ct)
    {
        if (call.Turns.Pressed(call.Activity, data, null) is not { } turn)
            return Ok(InvokeBody.DialogSaid(Speech.Say("not-ours", call.Person.Language)));
        return await Shown(call, turn, ct).ConfigureAwait(false);
    }

    async Task<DoorAnswer> Shown(Call call, Turn turn, CancellationToken ct)
    {
        var answer = await desk.Deliver(turn, ct).ConfigureAwait(false);
        if (answer.Kind is ChatAnswerKind.NotSaved or ChatAnswerKind.Failed)
            return Ok(InvokeBody.Dialog(name, RetryCard.Of(answer.Text, turn.Action!.Data, call.Person.Language), large: false));
        await PutsRight(call, answer, ct).ConfigureAwait(false);
        if (answer.Private && await answers.Alone(call.Person, answer, ct).ConfigureAwait(false))
            return Ok(InvokeBody.DialogSaid(Speech.Say("goes-on-alone", call.Person.Language)));
        if (answer.Message is not null && await fit(answer.Message, TeamsSurface.Dialog, ct).ConfigureAwait(false) is { } card)
            return Ok(InvokeBody.Dialog(name, card.Json, answer.Message.Data.Length > 4_000));
        return Ok(InvokeBody.DialogSaid(answer.Text));
    }

    async Task<DoorAnswer> Put(Call call, CancellationToken ct)
    {
        var payload = Part(call.Value, "messagePayload");
        var body = Part(payload, "body");
        var content = TeamsText.Text(body, "content") ?? "";
        // A bare "<" in a long text of somebody's must not cost anybody time.
        var text = TeamsText.Cut(content, 8 * MostText);
        text = TeamsText.Text(body, "contentType") == "text" ? text : TeamsText.OfHtml(text);
        if (text.Length == 0)
            return Ok(InvokeBody.DialogSaid(Speech.Say("nothing-to-put", call.Person.Language)));
        var data = ActionData.None.Add("text", TeamsText.Cut(text, MostText));
        if (TeamsText.Text(payload, "linkToMessage") is { Length: > 0 and <= 2_000 } link && Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
            data = data.Add("link", link);
        if (TeamsText.Text(Part(Part(payload, "from"), "user"), "displayName") is { Length: > 0 and <= 200 } author)
            data = data.Add("from", author);
        if (TeamsText.Text(payload, "createdDateTime") is { Length: > 0 and <= 40 } at)
            data = data.Add("at", at);
        return await Shown(call, call.Turns.Asked(call.Activity, new(TeamsVerbs.Put, data)), ct).ConfigureAwait(false);
    }

    async Task<DoorAnswer> Search(Call call, CancellationToken ct)
    {
        var text = "";
        if (Part(call.Value, "parameters") is { ValueKind: JsonValueKind.Array } parameters)
            foreach (var parameter in parameters.EnumerateArray())
                if (TeamsText.Text(parameter, "name") is { } name and not "initialRun")
                    text = TeamsText.Text(parameter, "value") ?? "";
        var options = Part(call.Value, "queryOptions");
        var (skip, count) = (Number(options, "skip", 0, MostSkipped), Number(options, "count", MostFound, MostFound));
        var found = await desk.Search(call.Room, call.Person, call.Place.IsPersonal, TeamsText.Cut(text, 200), skip, count, ct).ConfigureAwait(false);
        var cards = ImmutableArray.CreateBuilder<(string, string, ReadOnlyMemory<byte>)>();
        foreach (var item in found)
            // What stands in a message for all to see has no buttons of one person's.
            if (await fit(item.Message, TeamsSurface.Kept, ct).ConfigureAwait(false) is { } card)
                cards.Add((item.Title, WebUtility.HtmlEncode(item.Place), card.Json));
        return Ok(cards.Count > 0 || skip > 0 ? InvokeBody.Found(cards) : InvokeBody.FoundNothing(Speech.Say("found-nothing", call.Person.Language)));
    }

    async Task<DoorAnswer> Choices(Call call, CancellationToken ct)
    {
        var options = Part(call.Value, "queryOptions");
        var (skip, top) = (Number(options, "skip", 0, MostSkipped), Number(options, "top", MostChoices, MostFound));
        var text = TeamsText.Cut(TeamsText.Text(call.Value, "queryText") ?? "", 200);
        var found = await desk.Choices(call.Room, call.Person, ActionData.Line(TeamsText.Text(call.Value, "dataset")), text, skip + top, ct).ConfigureAwait(false);
        return Ok(InvokeBody.Choices(found.Skip(skip)));
    }

    static DoorAnswer Ok(ReadOnlyMemory<byte> body) => DoorAnswer.Ok with { Body = body };

    static JsonElement Part(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var part) ? part : default;

    static int Number(JsonElement json, string name, int without, int most) =>
        Part(json, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) && value >= 0 ? Math.Min(value, most) : without;

    readonly record struct Call(TeamsPlace Place, Activity Activity, TeamsTurns Turns, Person Person, Room Room, JsonElement Value);
}

using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>What Slack's client makes of the app's answers.</summary>
sealed class SlackAcks(FakeSlack fake)
{
    readonly SlackHooks _hooks = new(fake);
    readonly SlackViews _views = new(fake);

    /// <summary>An answer that only says that it came.</summary>
    public FakeSlackAnswer Taken(FakeSlackAnswer answer, FakeSlackPerson person, string what)
    {
        if (!answer.IsOk)
            person.Trouble($"{what}: the app did not answer");
        else if (answer.Body is JsonObject { Count: > 0 })
            fake.Slip($"{what}: nobody reads this answer: {answer.Text}");
        return answer;
    }

    public FakeSlackAnswer Command(SlackReplyTo to, FakeSlackAnswer answer, string command)
    {
        if (!answer.IsOk)
            to.Person.Trouble($"{command} failed");
        else if (answer.Text.Length > 0)
            lock (fake.Gate)
                if (_hooks.Say(to, answer.Body as JsonObject ?? new() { ["text"] = answer.Text }) is { } fault)
                {
                    to.Person.Trouble($"{command} failed: {fault}");
                    fake.Slip($"{command}: the answer is no message: {fault}");
                }
        return answer;
    }

    /// <summary>The options that are offered; none where the answer is none.</summary>
    public List<JsonObject> Options(FakeSlackAnswer answer, FakeSlackPerson person)
    {
        if (!answer.IsOk || answer.Body is not JsonObject body || (body["options"] ?? body["option_groups"]) is not JsonArray list)
        {
            person.Trouble("the options could not be loaded");
            return [];
        }
        List<BlockFault> faults = list.Count > 100 ? [new("/options", "no more than 100 items allowed", "max_items", 100)] : [];
        for (var i = 0; i < list.Count; i++)
            BlockSchema.Of.Object(body["options"] is null ? "option_group" : "option", list[i], $"/options/{i}", faults);
        foreach (var fault in faults)
            fake.Slip($"options: {SlackContent.Said(fault)}");
        return faults.Count > 0 ? [] : [.. SlackBlocks.Options(body)];
    }

    /// <summary>What must be filled and is not, or is too short or too long.</summary>
    public static Dictionary<string, string> Missing(FakeSlackView view)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in view.Fields.Where(field => field.IsInput))
        {
            var held = view.Held(view.Person, field);
            if (SlackState.IsEmpty(held))
            {
                if (!field.IsOptional)
                    errors[field.BlockId] = "Please complete this required field.";
            }
            else if (Strict.Text(held, "value") is { } text && (text.Length < Number(field, "min_length", 0) || text.Length > Number(field, "max_length", 3000)))
                errors[field.BlockId] = "The text is too short or too long.";
        }
        return errors;
    }

    public FakeSlackAnswer Submitted(FakeSlackView view, FakeSlackAnswer answer)
    {
        var person = view.Person;
        lock (fake.Gate)
        {
            if (!answer.IsOk)
                person.Trouble("the app had some trouble connecting");
            else if (answer.Text.Length == 0)
                Close(view);
            else if (answer.Body is not JsonObject ack)
                Wrong(person, "an answer is empty or an object");
            else if (Strict.Text(ack, "response_action") == "errors")
                Errors(view, ack);
            else if (Strict.Text(ack, "response_action") == "clear")
                person.Clear();
            else if (Strict.Text(ack, "response_action") is "update" or "push")
                Shows(view, ack);
            else
                Wrong(person, $"there is no such answer: {answer.Text}");
        }
        return answer;
    }

    void Errors(FakeSlackView view, JsonObject ack)
    {
        if (ack["errors"] is not JsonObject { Count: > 0 } errors || errors.Any(pair => !view.Fields.Any(field => field.IsInput && field.BlockId == pair.Key) || pair.Value is not JsonValue said || said.ToString().Length == 0))
            Wrong(view.Person, "errors name blocks with inputs, and say something");
        else
            view.Errors = errors.ToDictionary(pair => pair.Key, pair => pair.Value!.ToString(), StringComparer.Ordinal);
    }

    void Shows(FakeSlackView view, JsonObject ack)
    {
        if (SlackViews.Fault(ack["view"]) is { } fault)
            Wrong(view.Person, fault);
        else if (Strict.Text(ack, "response_action") == "push")
        {
            if (!_views.TryPush(view, ack["view"]!.AsObject()))
                Wrong(view.Person, "push_limit_reached");
        }
        else
        {
            _views.Watch("view", ack["view"]!.AsObject());
            view.Update(ack["view"]!.AsObject());
        }
    }

    void Wrong(FakeSlackPerson person, string what)
    {
        person.Trouble("the app had some trouble connecting");
        fake.Slip($"view_submission: {what}");
    }

    static void Close(FakeSlackView view)
    {
        view.IsOpen = false;
        view.Person.Stack.Remove(view);
        // What cleared itself when closed takes those beneath it along.
        if (view.Shown["clear_on_close"] is JsonValue value && value.TryGetValue<bool>(out var clears) && clears)
            view.Person.Clear();
    }

    static int Number(FakeSlackField field, string name, int otherwise) => field.Element[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;
}

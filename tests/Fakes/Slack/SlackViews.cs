using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>Windows and homes, as the app makes them.</summary>
sealed class SlackViews(FakeSlack fake)
{
    const int Deepest = 3;

    public JsonObject Open(SlackAsked asked) => Trigger(asked, isPush: false);

    public JsonObject Push(SlackAsked asked) => Trigger(asked, isPush: true);

    public JsonObject Update(SlackAsked asked)
    {
        if (Read(asked, "modal") is var (view, fault) && view is null)
            return fault!;
        var all = fake.People.SelectMany(person => person.Views).ToList();
        if (all.Find(one => one.Bot == asked.Install && (asked.Has("view_id") ? one.Id == asked.Text("view_id") : asked.Has("external_id") && one.ExternalId == asked.Text("external_id"))) is not { } found)
            return SlackAsked.No("not_found");
        if (asked.Has("hash") && asked.Text("hash") != found.Hash)
            return SlackAsked.No("hash_conflict");
        if (IsTaken(asked.Install, view, found))
            return SlackAsked.No("duplicate_external_id");
        found.Update(view);
        return Ok(found);
    }

    public JsonObject Publish(SlackAsked asked)
    {
        if (Read(asked, "home") is var (view, fault) && view is null)
            return fault!;
        if (!fake.HasHomeTab)
            return SlackAsked.No("not_enabled");
        if (fake.FindPerson(asked.Text("user_id")) is not { } person || !asked.Install.Covers(person.Team))
            return SlackAsked.No("invalid_arguments", "user_not_found [json-pointer:/user_id]");
        if (person.Home is not { } home)
            return Ok(person.Home = Made(asked.Install, person, view, null, null));
        if (asked.Has("hash") && asked.Text("hash") != home.Hash)
            return SlackAsked.No("hash_conflict");
        home.Update(view);
        return Ok(home);
    }

    /// <summary>What is wrong with a view that is sent in an answer; null for nothing.</summary>
    public static string? Fault(JsonNode? view) => BlockValidator.View(view, "/view") is [var first, ..] ? SlackContent.Said(first) : BlockValidator.IsTooLarge(view!) ? "view_too_large" : null;

    public FakeSlackView Made(FakeSlackInstall bot, FakeSlackPerson person, JsonObject view, FakeSlackView? root, FakeSlackView? previous)
    {
        Watch("view", view);
        return new(fake, bot, person, SlackIds.Of('V', fake.NewName()), view, root, previous);
    }

    public void Watch(string where, JsonObject view) => fake.Watch(SlackText.Live(where, "", false, view["blocks"]));

    /// <summary>Puts a window onto those somebody has open; false when there are too many.</summary>
    public bool TryPush(FakeSlackView on, JsonObject view)
    {
        var person = on.Person;
        if (person.Stack.Count >= Deepest)
            return false;
        person.Stack.Add(Made(on.Bot, person, view, on.Root, person.View));
        return true;
    }

    JsonObject Trigger(SlackAsked asked, bool isPush)
    {
        if (Read(asked, "modal") is var (view, fault) && view is null)
            return fault!;
        if (IsTaken(asked.Install, view, null))
            return SlackAsked.No("duplicate_external_id");
        var (person, error) = fake.Triggers.Use(asked.Text("trigger_id"), asked.Install);
        if (person is null)
            return SlackAsked.No(error);
        if (!isPush)
        {
            person.Clear();
            person.Stack.Add(Made(asked.Install, person, view, null, null));
            return Ok(person.View!);
        }
        if (person.View is not { } on)
            return SlackAsked.No("not_found");
        return TryPush(on, view) ? Ok(person.View!) : SlackAsked.No("push_limit_reached");
    }

    (JsonObject? View, JsonObject? Fault) Read(SlackAsked asked, string type)
    {
        if (!asked.TryJson("view", out var node) || node is not JsonObject view)
            return (null, SlackAsked.No("invalid_arguments", "must provide an object [json-pointer:/view]"));
        if (BlockValidator.IsTooLarge(view))
            return (null, SlackAsked.No("view_too_large"));
        if (BlockValidator.View(view, "/view") is { Count: > 0 } faults)
            return (null, SlackAsked.No("invalid_arguments", [.. faults.Select(SlackContent.Said)]));
        if (Strict.Text(view, "type") != type)
            return (null, SlackAsked.No("invalid_arguments", $"must be a {type} [json-pointer:/view/type]"));
        if (view["blocks"]!.AsArray().OfType<JsonObject>().FirstOrDefault(block => fake.UnknownBlocks.Contains(Strict.Text(block, "type") ?? "")) is { } unknown)
            return (null, SlackAsked.No("invalid_arguments", $"unsupported type: {Strict.Text(unknown, "type")} [json-pointer:/view/blocks]"));
        Watch(asked.Method.Name, view);
        return (view, null);
    }

    bool IsTaken(FakeSlackInstall bot, JsonObject view, FakeSlackView? self) =>
        Strict.Text(view, "external_id") is { Length: > 0 } id && fake.People.SelectMany(person => person.Views).Any(one => one != self && one.Bot == bot && one.ExternalId == id);

    static JsonObject Ok(FakeSlackView view) => SlackAsked.Ok(new() { ["view"] = view.Told() });
}

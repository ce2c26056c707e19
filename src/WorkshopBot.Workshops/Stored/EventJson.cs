using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Stored;

/// <summary>
/// The stored form of events. The names under <c>e</c> are in every journal ever written: they are added to and never changed. Items are written
/// by the declarations of their fields. What a later version wrote is kept as it came.
/// </summary>
public static partial class EventJson
{
    public static WorkshopEvent Read(JsonElement s, Catalogue kinds) => s.GetProperty("e").GetString() switch
    {
        "started" => new WorkshopEvent.Started(s.Text("title")!, s.Flag("toBe"), s.Text("from")) { Room = TenancyJson.Room(s) },
        "joined" => new WorkshopEvent.Joined(s.Text("person")!, s.Text("name")!, s.Text("zone")!, s.Text("language")!),
        "role" => new WorkshopEvent.RoleGiven(s.Text("person")!, Enum.Parse<Role>(s.Text("role")!)),
        "speaks" => new WorkshopEvent.SpokeFor(s.Text("person")!, s.Texts("departments")),
        "language" => new WorkshopEvent.LanguageChosen(s.Text("person")!, s.Text("tag")!),
        "framed" => new WorkshopEvent.Framed((Frame)Frame.Kind.Load(s.GetProperty("frame"))),
        "lead" => new WorkshopEvent.LeadChosen(s.Name("persona")),
        "step" => new WorkshopEvent.StepOpened(s.Text("step")!),
        "order" => new WorkshopEvent.StagesOrdered([.. s.Texts("stages").Select(text => Ref.Read(text)!.Value)]),
        "added" when Kind(s, kinds) is { } kind => new WorkshopEvent.ItemAdded(s.Name("ref")!.Value, kind.Load(s.GetProperty("item")), s.Text("entry") ?? "", (Timing)(int)(s.Number("timing") ?? 0)),
        "revised" when Kind(s, kinds) is { } kind => new WorkshopEvent.ItemRevised(s.Name("ref")!.Value, kind.Load(s.GetProperty("item")), s.TryGetProperty("said", out var said) ? kind.Load(said) : null),
        "withdrawn" => new WorkshopEvent.ItemWithdrawn(s.Name("ref")!.Value, s.Flag("unsaid")),
        "restored" => new WorkshopEvent.ItemRestored(s.Name("ref")!.Value),
        "merged" => new WorkshopEvent.Merged(s.Name("younger")!.Value, s.Name("older")!.Value),
        "unmerged" => new WorkshopEvent.Unmerged(s.Name("younger")!.Value),
        "felt" => new WorkshopEvent.Felt(s.Name("ref")!.Value, s.Flag("wanted"), s.Text("voter")!, s.Text("word") is { } word ? new Mood(word, (int)s.Number("score")!.Value) : null),
        "passed" => new WorkshopEvent.Passed(s.Text("person")!, s.Text("step")!, s.Flag("off")),
        "finding" => new WorkshopEvent.FindingRaised(s.Name("ref")!.Value, s.Text("check")!, s.Name("place")!.Value),
        "resolved" => new WorkshopEvent.FindingResolved(s.Name("ref")!.Value),
        "judged" => new WorkshopEvent.Judged(s.Text("person")!, Judgement(s)),
        "closed" => new WorkshopEvent.Closed(Enum.Parse<Ending>(s.Text("ending")!)),
        "reopened" => new WorkshopEvent.Reopened(s.Text("step")!),
        "revoked" => new WorkshopEvent.LinksRevoked(),
        "undone" => new WorkshopEvent.Undone(s.Text("person")!, s.Text("turn")!, [.. s.GetProperty("events").EnumerateArray().Select(inner => Read(inner, kinds))]),
        "asked" => new WorkshopEvent.RoomAsked(TenancyJson.Room(s)!, s.Text("person")!, s.Text("name")!, s.Text("code")!, s.Flag("external")),
        "admitted" => new WorkshopEvent.RoomAdmitted(TenancyJson.Room(s)!),
        "refused" => new WorkshopEvent.RoomRefused(s.Text("room")!),
        "left" => new WorkshopEvent.RoomLeft(s.Text("room")!, s.Flag("taken")),
        "shared" => new WorkshopEvent.RoomShared(s.Text("room")!),
        "linked" => new WorkshopEvent.PeopleLinked(s.Text("one")!, s.Text("other")!),
        "imported" => new WorkshopEvent.Imported((int)s.Number("participants")!.Value),
        var name => new WorkshopEvent.Unknown(name!, s.Clone()),
    };

    internal static Judgement Judgement(JsonElement s) => new((int?)s.Number("score"), s.Text("text"), s.Flag("signedOff"), s.Text("objection"));

    /// <summary>The kind an item is of; null for one this version does not know, which stays in the journal untouched.</summary>
    private static Kind? Kind(JsonElement s, Catalogue kinds) => s.Name("ref") is { } name && kinds.Of(name.Letter) is { } kind && kind.Id == s.Text("kind") ? kind : null;

    internal static bool Flag(this JsonElement stored, string name) => stored.TryGetProperty(name, out var value) && value.GetBoolean();

    internal static Ref? Name(this JsonElement stored, string name) => Ref.Read(stored.Text(name));

    internal static ImmutableArray<string> Texts(this JsonElement stored, string name) => [.. stored.GetProperty(name).EnumerateArray().Select(value => value.GetString()!)];
}

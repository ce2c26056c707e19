using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports.Tests;

/// <summary>Workshops made of events, and the way to the file and back.</summary>
internal static class Given
{
    public static readonly string Root = Up(AppContext.BaseDirectory);

    public static Workshop Started(params IEnumerable<WorkshopEvent> events) => Fold([new WorkshopEvent.Started("Getting a family e-bike", false, null), .. events]);

    public static Workshop Fold(IEnumerable<WorkshopEvent> events, Playbook? playbook = null) =>
        events.Aggregate(new Workshop(playbook ?? Playbook.Standard), (w, e) => w.Evolve(new Happening(e, "", DateTimeOffset.UnixEpoch, "turn")));

    public static WorkshopEvent Item(string name, Item item) => new WorkshopEvent.ItemAdded(Ref(name), item, "", Timing.OnTime);

    public static Ref Ref(string name) => Workshops.Values.Ref.Read(name)!.Value;

    public static WorkshopEvent Felt(string name, bool wanted, string voter, string word, int score) => new WorkshopEvent.Felt(Ref(name), wanted, voter, new Mood(word, score));

    public static string Json(this Workshop w) => Encoding.UTF8.GetString(new JsonExport().Write(w).Bytes);

    public static JsonObject Tree(this Workshop w) => JsonNode.Parse(w.Json())!.AsObject();

    public static ImportResult Import(string json, Playbook? playbook = null) => JsonImport.Read(Encoding.UTF8.GetBytes(json), playbook ?? Playbook.Standard);

    public static Workshop Imported(string json, Playbook? playbook = null)
    {
        var result = Import(json, playbook);
        Assert.Null(result.Fault);
        return Fold(result.Events, playbook);
    }

    /// <summary>The workshop again, by way of its file; the file is the same both times.</summary>
    public static Workshop Again(this Workshop w)
    {
        var file = w.Json();
        var again = Imported(file, w.Playbook);
        Assert.Equal(file, again.Json());
        return again;
    }

    /// <summary>The object with a ref, wherever it stands in the file.</summary>
    public static JsonObject? Find(this JsonNode? node, string name) => node switch
    {
        JsonObject item when item["ref"]?.GetValue<string>() == name => item,
        JsonObject item => item.Select(property => Find(property.Value, name)).FirstOrDefault(found => found is not null),
        JsonArray list => list.Select(entry => Find(entry, name)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string Up(string folder) => File.Exists(Path.Combine(folder, "WorkshopBot.sln")) ? folder : Up(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}

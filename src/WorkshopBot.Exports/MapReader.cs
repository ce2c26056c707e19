using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports;

/// <summary>Turns a whole file into the events that make its map again, with the same refs.</summary>
internal sealed class MapReader
{
    /// <summary>What a file has at the top beside items.</summary>
    private static readonly string[] Head =
        ["schema", "title", "state", "linkedTo", "label", "phase", "step", "opened", "scenario", "lead", "close", "evidenceShare", "participants"];

    private readonly JsonElement root;
    private readonly Playbook playbook;
    private readonly Roll roll;
    private readonly ItemReader reader;

    public MapReader(JsonElement root, Playbook playbook)
    {
        (this.root, this.playbook) = (root, playbook);
        if (root.Get("schema")?.Words("schema") != Layout.Schema) throw new ImportFaultException($"This is not a map: \"schema\" is not \"{Layout.Schema}\".");
        roll = new Roll(root, playbook.Kinds, Head);
        reader = new ItemReader(roll);
    }

    public IEnumerable<WorkshopEvent> Events() =>
    [
        Started(), new WorkshopEvent.Framed(Frame()), .. Steps(), .. new ItemEvents(roll, reader, playbook.Kinds).All(),
        .. roll.All.Where(found => found.Kind.Blank is Feeling).SelectMany(BallotReader.Votes),
        .. Order(), .. Lead(),
        new WorkshopEvent.Imported(root.Get("participants")?.Count(0, Limits.People, "participants") ?? 0),
        .. CloseReader.Events(root),
    ];

    private WorkshopEvent.Started Started()
    {
        var title = root.Get("title")?.Words("title") ?? "";
        if (title.Length == 0 || Tidy.Graphemes(title) > Limits.Title) throw new ImportFaultException($"A map needs a title of at most {Limits.Title} characters.");
        var toBe = root.Get("state")?.Words("state") switch
        {
            null or "as-is" => false,
            "to-be" => true,
            _ => throw new ImportFaultException("state is neither as-is nor to-be."),
        };
        return new(title, toBe, root.Get("linkedTo")?.Words("linkedTo"));
    }

    private Frame Frame()
    {
        if (root.Get("scenario") is not { } scenario) return Workshops.Steps.Kickoff.Frame.Blank;
        var kind = Workshops.Steps.Kickoff.Frame.Kind;
        scenario.Whole("scenario").Only("scenario", kind.Fields.Select(field => field.Id));
        return (Frame)reader.ReadFields(kind, scenario, "scenario");
    }

    /// <summary>Where the file does not say how far the workshop came, it came to the end.</summary>
    private IEnumerable<WorkshopEvent> Steps()
    {
        var opened = root.Get("opened")?.Row("opened").Select(step => Known(step, "opened")).ToList() ?? [.. playbook.Steps.Select(step => step.Id)];
        var open = root.Get("step") is { } current ? Known(current, "step") : opened.LastOrDefault();
        var before = playbook.Steps.Select(step => step.Id).Where(id => opened.Contains(id) && id != open);
        return (open is null ? before : before.Append(open)).Select(id => new WorkshopEvent.StepOpened(id));
    }

    private string Known(JsonElement element, string where) =>
        playbook.Step(element.Words(where))?.Id ?? throw new ImportFaultException($"{where} names '{JsonRead.Short(element.GetString()!)}', which is no step.");

    /// <summary>The journey goes as the file lists its stages; stages only their numbers are left of come last, where nobody sees them.</summary>
    private IEnumerable<WorkshopEvent> Order()
    {
        if (playbook.Kinds.Of(JourneyMap.Stage) is not { } stage || roll.Highest(stage) is not (> 0 and var highest)) return [];
        ImmutableArray<Ref> all = [.. Enumerable.Range(1, highest).Select(number => new Ref(JourneyMap.Stage, number))];
        ImmutableArray<Ref> listed = [.. roll.Listed.Where(name => name.Letter == JourneyMap.Stage)];
        ImmutableArray<Ref> order = [.. listed, .. all.Except(listed)];
        return order.SequenceEqual(all) ? [] : [new WorkshopEvent.StagesOrdered(order)];
    }

    private IEnumerable<WorkshopEvent> Lead() => root.Get("lead")?.Name("lead") switch
    {
        null => [],
        { Letter: JourneyMap.Persona } lead when roll[lead] is not null => [new WorkshopEvent.LeadChosen(lead)],
        _ => throw new ImportFaultException("lead names no persona of the file."),
    };
}

using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Checks;

/// <summary>L06, the founding mismatch (S1-34): a goal that no touchpoint serves; the customer may be lost there.</summary>
public sealed class GoalWithoutTouchpoint : Check
{
    public const string Rule = "L06";

    public override string Id => Rule;
    public override string Since => "touchpoints";
    public override string Reads => "GT";

    public override IEnumerable<Ref> Places(Item item, Ref name, JourneyMap map) => item switch
    {
        Goal => [name],
        Touchpoint touchpoint => touchpoint.Serves,
        _ => [],
    };

    public override IEnumerable<Ref> AllPlaces(JourneyMap map) => map.LiveOn('G').Select(goal => goal.Name);

    public override bool Broken(JourneyMap map, Ref place) =>
        map.Live(place)?.Item is Goal && map.List(Touchpoint.Serving(place)).IsEmpty;

    public override Phrase Says(JourneyMap map, Ref place) => Phrase.Of("finding.L06", place, map.Find(place)?.Item is Goal goal ? goal.Text ?? "" : "");
}

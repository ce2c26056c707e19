using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Checks;

/// <summary>
/// A rule over the map (facilitation, "The checks") that makes gaps: it looks at the places a change touches and says whether each breaks the
/// rule. The decider turns that into findings raised and resolved in the same commit.
/// </summary>
public abstract class Check
{
    /// <summary>The rule's id, such as L06; part of a finding's identity; never renamed.</summary>
    public abstract string Id { get; }

    /// <summary>The step from whose first opening the rule holds; before it the map is not expected to keep it.</summary>
    public abstract string Since { get; }

    /// <summary>The letters of the kinds whose changes can break or mend the rule.</summary>
    public abstract string Reads { get; }

    /// <summary>The places to look at again when this item changed, before or after.</summary>
    public abstract IEnumerable<Ref> Places(Item item, Ref name, JourneyMap map);

    /// <summary>Every place of the map, for the moment the rule starts to hold.</summary>
    public abstract IEnumerable<Ref> AllPlaces(JourneyMap map);

    public abstract bool Broken(JourneyMap map, Ref place);

    /// <summary>The finding in a sentence: what is wrong, where, what it risks.</summary>
    public abstract Phrase Says(JourneyMap map, Ref place);
}

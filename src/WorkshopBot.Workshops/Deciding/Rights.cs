using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Deciding;

/// <summary>Who may do what (grammar, "Commands"): the facilitator and deputies, or the person whose item it is.</summary>
public static class Rights
{
    public static bool Leads(this Workshop w, Actor actor) => w.Crew[actor.Key]?.Leads == true;

    /// <summary>Refuses a command of the facilitator to anybody else; null when it is theirs.</summary>
    public static Decision? OnlyLeads(this Workshop w, Actor actor) =>
        w.Leads(actor) ? null : Phrase.Of("only-facilitator", Leaders(w));

    /// <summary>Refuses what is not even the deputies'; null when it is theirs.</summary>
    public static Decision? OnlyFacilitator(this Workshop w, Actor actor) => w.Crew[actor.Key]?.Role == Role.Facilitator ? null
        : Phrase.Of("only-facilitator", Arg.List(w.Crew.All.Where(person => person.Role == Role.Facilitator).Select(person => (Arg)person.Name)));

    /// <summary>What a closed workshop answers: whoever leads can open it, anybody else can ask them.</summary>
    public static Phrase Closed(this Workshop w, string person) =>
        w.Crew[person]?.Leads == true ? Phrase.Of("closed", w.Title) : Phrase.Of("closed.ask", w.Title, Leaders(w));

    public static bool MayChange(this Workshop w, Actor actor, Entry entry) => w.Leads(actor) || entry.By == actor.Key;

    /// <summary>Refuses a change of somebody else's item; null when the actor may.</summary>
    public static Decision? OnlyOwn(this Workshop w, Actor actor, Entry entry) =>
        w.MayChange(actor, entry) ? null : Phrase.Of("not-yours", entry.Name, w.Crew[entry.By]?.Name ?? "");

    private static Arg Leaders(Workshop w) => Arg.List(w.Crew.All.Where(person => person.Leads).Select(person => (Arg)person.Name));

    /// <summary>The entry a command names, merges followed, when it is on the map; otherwise the refusal.</summary>
    public static Entry? Live(this Workshop w, Values.Ref name, out Decision refusal)
    {
        var entry = w.Map.Live(w.Map.Resolve(name));
        // Whoever gets an entry does not look at the refusal.
        refusal = entry is not null ? null! : Phrase.Of(w.Map.Find(name) is null ? "no-such-ref" : "withdrawn", name);
        return entry;
    }
}

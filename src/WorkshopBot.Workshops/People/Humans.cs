namespace WorkshopBot.Workshops.People;

/// <summary>Who is one human with whom (settled: "Tenants"): people who said by a code that they take part in two chats are counted and asked once. Rights, items and judgements stay each person's own.</summary>
public static class Humans
{
    /// <summary>The keys of all persons somebody is, their own among them; not all of them need take part.</summary>
    public static IEnumerable<string> SelvesOf(this Workshop w, string person)
    {
        var voter = w.VoterOf(person);
        return w.Linked.IsEmpty ? [voter] : w.Linked.Where(one => one.Value == voter).Select(one => one.Key).Prepend(voter);
    }

    /// <summary>Everybody who takes part, each human once: as the person who joined first. Walks over everybody.</summary>
    public static IEnumerable<Participant> Of(Workshop w) => w.Linked.IsEmpty ? w.Crew.All : w.Crew.All.DistinctBy(person => w.VoterOf(person.Key), StringComparer.Ordinal);

    /// <summary>How many take part, those among them whom a map brought along when it was imported.</summary>
    public static int Count(Workshop w) => w.Linked.IsEmpty ? w.Crew.Count : Of(w).Count() + w.Crew.Imported;
}

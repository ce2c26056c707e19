using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Answers questions about a workshop in phrases, one a line. Reads only; may walk over the map, since nobody waits for a commit.</summary>
public static class QueryAnswers
{
    /// <summary>Found items shown before the rest is only counted.</summary>
    private const int MostFound = 20;

    public static (ImmutableArray<Phrase> Lines, bool Refused) To(Query query, Actor actor, Heard heard, Workshop w) => query switch
    {
        Query.Show { What: null } => ([.. Showing.Where(w)], false),
        Query.Show { What: "map" } => ([.. Showing.Whole(w, heard.MapId)], false),
        Query.Show { What: "gaps" } => ([.. Showing.Gaps(w)], false),
        Query.Show show => ([.. Showing.Step(w, w.Playbook.Step(show.What!)!)], false),
        Query.ShowItem item => Item(w, item),
        Query.Find find => ([.. Found(w, find.Words)], false),
        Query.Mine => ([.. Mine(w, actor)], false),
        Query.Help help => Help(w, help.Word, w.Reading(actor).Tongue),
        Query.Rooms => w.OnlyHosts(actor) is { } no ? (no.Reply, true) : ([Phrase.Of("asks-choose"), .. w.Tenancy.Pending.Select(ask => ask.Said)], false),
        Query.RoomCode when w.Phase == Phase.Closed => ([w.Closed(actor.Key)], true),
        Query.RoomCode => w.OnlyHosts(actor) is { } no ? (no.Reply, true) : ([Phrase.Of("code-new")], false),
        Query.PersonCode => ([Phrase.Of("me-code")], false),
        Query.WhoSees => ([Phrase.Of("who-sees", heard.Room), .. Others(w, heard), .. w.Crew.All.Where(person => person.Leads).Select(person => Phrase.Of("who-leads", person.Name)), Phrase.Of("who-sees.map", Limits.LinkDays), Phrase.Of("who-sees.data")], false),
        Query.Courtesy kind => ([kind.Answer], false),
        Query.HowToAdd how => ([Phrase.Of("how-to-add", how.Kind.Word, how.Kind.Sample), Fields(how.Kind)], false),
        _ => throw new InvalidOperationException($"No answer to {query.GetType().Name}."),
    };

    /// <summary>Other rooms that take part; and that one human may be counted as two.</summary>
    private static IEnumerable<Phrase> Others(Workshop w, Heard heard) =>
        w.Tenancy.Admitted.Values.Concat(w.Tenancy.Home is { } home ? [home] : []).Where(room => room.Key != heard.Place?.Key && !w.Tenancy.Admitted.IsEmpty)
            .Select(room => Phrase.Of("who-sees.room", room.Name, Tenant.Chat(room.Key), Tenant.Id(room.Key))).Concat(w.Tenancy.IsShared ? [Phrase.Of("facilitate.twins")] : []);

    /// <summary>The fields that matter most, and how to come to the others.</summary>
    private static Phrase Fields(Kind kind)
    {
        var all = kind.Fields.Where(field => !field.Hidden).ToList();
        var few = all.Count <= Forms.Sheet.Few ? all : kind.Begins.Count > 0 ? [.. all.Where(field => kind.Begins.Contains(field.Id))] : all[..Forms.Sheet.Few];
        var named = Arg.List(few.Select(kind.LabelOf));
        return few.Count == all.Count ? Phrase.Of("fields", named) : Phrase.Of("fields.few", named, all.Count - few.Count, kind.Id);
    }

    private static (ImmutableArray<Phrase> Lines, bool Refused) Item(Workshop w, Query.ShowItem asked)
    {
        var name = w.Map.Resolve(asked.Name);
        return w.Map.Find(name) is not { } entry ? ([Phrase.Of("no-such-ref", asked.Name)], true) : ([.. Showing.Entry(w, entry)], false);
    }

    private static IEnumerable<Phrase> Found(Workshop w, string words)
    {
        var parts = Tidy.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = w.Map.Kinds.All.SelectMany(kind => w.Map.LiveOn(kind.Letter)).Where(entry => Tidy.Fold(Text(entry, w)) is var text && parts.All(part => text.Contains(part, StringComparison.Ordinal))).ToList();
        if (found.Count == 0) yield return Phrase.Of("found-nothing", words);
        foreach (var entry in found.Take(MostFound)) yield return Showing.Line(w, entry);
        if (found.Count > MostFound) yield return Phrase.Of("and-more", found.Count - MostFound);
    }

    private static string Text(Entry entry, Workshop w) => string.Join(' ', entry.Kind.Fields.Where(field => !field.IsEmpty(entry.Item)).Select(field => Speech.Say(field.Show(entry.Item), Speech.Culture(w.Frame.Language))));

    private static IEnumerable<Phrase> Mine(Workshop w, Actor actor)
    {
        var mine = MineView.Entries(w, actor.Key).ToList();
        if (mine.Count == 0) yield return Phrase.Of("mine-nothing");
        foreach (var entry in mine.Take(Limits.MessageLines)) yield return entry.Item is Steps.Touchpoints.Feeling ? Phrase.Of("show.item", entry.Name, MineView.Text(w, entry, actor.Key)) : Showing.Line(w, entry);
        if (mine.Count > Limits.MessageLines) yield return Phrase.Of("and-more", mine.Count - Limits.MessageLines);
    }

    private static (ImmutableArray<Phrase> Lines, bool Refused) Help(Workshop w, string? word, Tongue tongue)
    {
        if (word is not null)
        {
            // A word may be both: gap X2 accepts a finding, gap Choose: … adds one.
            ImmutableArray<Phrase> said =
            [
                .. CommandList.All.Where(command => command.IsThere && tongue.Words(command.Words).Any(known => known.Split(' ')[0].Equals(word, StringComparison.OrdinalIgnoreCase))).Select(command => Phrase.Of("help.command", command.Form, command.Does)),
                .. Frame.Kind.Labelled(word, tongue) is { } field ? [Phrase.Of("frame-help", new Arg.Word($"frame.{field.Id}.label", field.Label.ToLowerInvariant()), Frame.Kind.ExampleOf(field))] : Array.Empty<Phrase>(),
                .. w.Playbook.Kinds.Called(word, tongue) is { } kind ? [Phrase.Of("how-to-add", kind.Word, kind.Sample)] : Array.Empty<Phrase>(),
            ];
            return said.IsEmpty ? ([Phrase.Of("help.unknown", word)], true) : (said, false);
        }
        var commands = CommandList.All.Where(command => command.IsThere).Select(command => Phrase.Of("help.command", command.Form, command.Does));
        return w.Phase == Phase.NotStarted ? ([Phrase.Of("help.start"), .. commands], false)
            : ([Phrase.Of("help.step", w.Step.Word, w.Step.Asks, w.Step.Sample), .. w.Step.Samples.Select(line => Phrase.Of("show.text", line)), .. w.Step.Kinds.Where(kind => kind.Typed).Select(kind => Phrase.Of("help.kind", kind.Word, kind.Sample)), .. commands], false);
    }
}

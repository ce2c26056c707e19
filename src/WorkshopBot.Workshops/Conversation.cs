using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Lines;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>Hears a message line by line: each line is read against what the lines before it led to, and has its own outcome. What is pressed is heard the same way.</summary>
public static class Conversation
{
    /// <summary>Questions answered in one message: each may walk over the whole map.</summary>
    private const int MostQuestions = 3;

    public static Answered Hear(Heard heard, Workshop before)
    {
        heard = heard with { Guest = before.IsGuest(heard.Person, heard.Guest) };
        return Shares(heard, before) is { } shared ? Told(shared, heard, before) : Plain(heard, before);
    }

    private static Answered Plain(Heard heard, Workshop before)
    {
        if (heard.Press is { } press) return Pressing.Hear(press, heard, before);
        var lines = Split(heard.Text, out var tooMuch);
        if (heard.Overheard && (tooMuch is not null || before.Phase != Phase.Running)) return Nothing(before);
        if (tooMuch is not null) return Refused(before, tooMuch);
        if (heard.Change is { } change) return Changed(change, lines, heard, before);
        if (lines.Count == 0) return Refused(before, Phrase.Of("empty"));
        var answer = lines.Aggregate(new Answered([], [], false, null, [], before), (so, line) => Line(heard, line, so, lines.Count > 1));
        if (heard.Overheard && answer.Lines.IsEmpty) return Nothing(before);
        // What was added is told before what was asked: the words hold both.
        return answer.Events.IsEmpty ? answer
            : answer with { Lines = answer.Lines.AddRange(Closing(heard, answer.After)), Screen = answer.Screen is not (null or Screen.See) ? answer.Screen : Started(answer) ? Pressing.Kickoff(heard, ActorOf(heard), answer.After) : null };
    }

    /// <summary>That others read along in a room is written down with whatever is done there next.</summary>
    private static Answered Told(WorkshopEvent shared, Heard heard, Workshop before)
    {
        var answer = Plain(heard, Fold(before, [shared], heard.Person, heard.At, heard.Turn));
        return answer.Events.IsEmpty ? answer with { After = before } : answer with { Events = answer.Events.Insert(0, shared) };
    }

    private static WorkshopEvent.RoomShared? Shares(Heard heard, Workshop w) =>
        heard is { External: true, Private: false, Place: { } room } && w.Phase == Phase.Running && w.Tenancy.Holds(room.Key) && !w.Tenancy.Shared.Contains(room.Key) ? new(room.Key) : null;

    private static Answered Changed(MessageChange change, IReadOnlyList<TidyLine> lines, Heard heard, Workshop before)
    {
        if (!heard.Overheard) return Amending.Hear(change, lines, heard, before);
        var answer = Amending.Hear(change, [.. lines.Where(line => LineReader.IsUnmistakable(Read(line.Text, heard, before)))], heard, before);
        return answer.Events.IsEmpty && !(answer.Refused && !before.Map.MadeIn(change.Of).IsEmpty) ? Nothing(before) : answer;
    }

    private static Typed Read(string text, Heard heard, Workshop w) => new(text, w, w.Reading(ActorOf(heard))) { Person = heard.Person };

    private static Answered Nothing(Workshop w) => new([], [], false, null, [], w) { Ignored = true };

    /// <summary>The lines of a message that hold something; none, and why, when it is too much.</summary>
    private static IReadOnlyList<TidyLine> Split(string text, out Phrase? tooMuch)
    {
        tooMuch = text.Length > Limits.MessageBytes || Encoding.UTF8.GetByteCount(text) > Limits.MessageBytes ? Phrase.Of("message-too-big", Limits.MessageBytes / 1024) : null;
        if (tooMuch is not null) return [];
        var lines = Tidy.Lines(text);
        if (lines.Count > Limits.MessageLines) tooMuch = Phrase.Of("message-too-long", lines.Count, Limits.MessageLines);
        return lines;
    }

    /// <summary>What was shown beside an answer that is given again, where it can be made anew: the form that follows a start, or one that was asked for beside what was added.</summary>
    public static Screen? ShownAgain(Heard heard, IEnumerable<WorkshopEvent> events, Workshop now)
    {
        if (now.Phase != Phase.Running) return null;
        var actor = ActorOf(heard);
        var start = events.Any(e => e is WorkshopEvent.Started) && now.StepId == now.Playbook.Steps[0].Id ? Pressing.Kickoff(heard, actor, now) : null;
        // In private its questions have gone on since.
        if (heard.Private || heard.Press is { Verb: not Press.Say }) return start;
        var asked = Tidy.Lines(TextOf(heard.Text, heard.Press)).Select(line => LineReader.Read(new(line.Text, now, now.Reading(actor)))).OfType<Lines.Line.Ask>().Take(MostQuestions).LastOrDefault();
        var (form, item) = asked?.Query switch { Query.FillIn fill => (fill.Form, fill.Item), Query.HowToAdd add => (add.Kind.Id, null), _ => ((string?)null, (Values.Ref?)null) };
        return (form is not null || item is not null) && Filling.Open(form, item, [], Pressing.FormId(heard), now, actor) is { Ok: true, Value: var opened } ? Pressing.Shows(opened, heard) : start;
    }

    /// <summary>What stored events lead to: the checks' own have nobody as their author.</summary>
    public static Workshop Fold(Workshop w, IEnumerable<WorkshopEvent> events, string person, DateTimeOffset at, string turn) =>
        events.Aggregate(w, (state, e) => state.Evolve(new Happening(e, e is WorkshopEvent.FindingRaised or WorkshopEvent.FindingResolved ? "" : person, at > state.At ? at : state.At, turn)));

    /// <summary>What a turn says as typed text: the text itself, or the line a press stands for; empty for a press that stands for none.</summary>
    public static string TextOf(string text, Press? press) => press switch
    {
        null => text,
        { Verb: Press.Say } => press.Find(Press.Line) ?? "",
        { Verb: Press.Submit } when press.Find(Press.Of) == StartSheet.Name => StartSheet.LineOf(press),
        _ => "",
    };

    /// <summary>Who does what was heard.</summary>
    public static Actor ActorOf(Heard heard) => new(heard.Person, Name(heard), heard.At, heard.Zone, heard.Turn, heard.Turn, Language: heard.Language) { Mentions = heard.Mentions };

    /// <summary>True when a message begins by opening a workshop.</summary>
    public static bool Starts(string text) => First(text) is { } line && line.StartsWith("start ", StringComparison.OrdinalIgnoreCase) && Segments.Split(line).Length == 1;

    /// <summary>The map id a workshop is to be started from; null for any other text.</summary>
    public static string? StartsFrom(string text) => Starts(text) && First(text) is { } line && line[6..].TrimStart().StartsWith("to-be ", StringComparison.OrdinalIgnoreCase) ? CommandList.From(line[6..].Trim()) : null;

    /// <summary>What a line that chooses a workshop names, its id or title; empty when it only asks which there are, null for any other text. No workshop says in which language it is read, so it is in every one.</summary>
    public static string? SwitchesTo(string text) =>
        First(text) is not { } line ? null : Tongue.Every.Is(line, "switch") ? "" : Tongue.Every.After(line, "switch");

    /// <summary>The code a message asks with that its room may take part, as it was typed; null for any other message.</summary>
    public static string? Joins(string text) => Coded(text, "join");

    /// <summary>The code a message says with that somebody is the same human in another chat, as it was typed; null for any other message.</summary>
    public static string? Links(string text) => Coded(text, "me");

    private static string? Coded(string text, string word) =>
        // Every turn is asked; most are seen at once to say something else.
        text.Length <= Limits.Name && text.AsSpan().IndexOfAny(':', '|', ',') < 0 && Tidy.Lines(text) is [var line] && Tongue.Every.After(line.Text.TrimEnd('.', '!'), word) is { } code && JoinCode.Looks(code) ? code : null;

    /// <summary>A room asks to take part: nothing else is heard of who types there.</summary>
    public static Answered Ask(Heard heard, Workshop w) => Together([new WorkshopCommand.Join(heard.Asking)], ActorOf(heard), new([], [], false, null, [], w), "");

    /// <summary>The house hears that it is now so late, and does by itself what is to be done: nobody says it and nobody is answered. It is decided on the workshop as it stands, so it may be nothing.</summary>
    public static Answered Own(Func<Workshop, DateTimeOffset, ImmutableArray<WorkshopEvent>> does, DateTimeOffset at, string turn, Workshop w)
    {
        var decided = Decider.Own(does(w, at), at, turn, w);
        return new(decided.Decision.Events, [], false, null, [], decided.After);
    }

    /// <summary>What stands below the first line of a message; empty for nothing.</summary>
    public static string Below(string text) => text.Length > Limits.MessageBytes ? "" : string.Join('\n', Tidy.Lines(text).Skip(1).Select(line => line.Text));

    /// <summary>True when a message is only kind, so that it is for no workshop.</summary>
    public static bool IsCourtesy(string text) => text.Length <= Limits.Name && Tidy.Lines(text) is [var line] && Courtesy.Answer(line.Text) is not null;

    /// <summary>True when a line of the message would be warned of (L29), so that it matters whether the person was.</summary>
    public static bool LooksPersonal(string text, Press? press = null) => press is not null
        ? press.Values.Append(new("", press.Find(Press.Line) ?? "")).Append(new("", press.Find(Press.Text) ?? "")).Any(value => value.Value.Length <= Limits.MessageBytes && PersonalData.In(Tidy.Value(value.Value)) is not null)
        : text.Length <= Limits.MessageBytes && Tidy.Lines(text).Any(line => PersonalData.In(line.Text) is not null);

    private static string? First(string text) => text.Length > Limits.MessageBytes ? null : Tidy.Lines(text).Select(line => line.Text).FirstOrDefault();

    private static Answered Line(Heard heard, TidyLine line, Answered so, bool several)
    {
        var mark = Mark(line.Text);
        var actor = ActorOf(heard) with { Entry = $"{heard.Turn}/{line.Number}", Confirmed = heard.Confirmed.Contains(mark) };
        var typed = new Typed(line.Text, so.After, so.After.Reading(actor)) { Person = actor.Key, Room = heard.Private ? null : heard.Place?.Key };
        if (heard.Overheard && !LineReader.IsUnmistakable(typed)) return so;
        var read = LineReader.Read(typed);
        var next = read switch
        {
            Lines.Line.No no => so with { Lines = so.Lines.Add(no.Reason), Refused = true, Instead = several ? null : Corrected.Of(typed, no.Reason) },
            Lines.Line.Ask when so.Asked == MostQuestions => so with { Lines = so.Lines.Add(Phrase.Of("too-many-questions", MostQuestions)), Refused = true },
            Lines.Line.Ask ask => Asked(ask.Query, heard, actor, so with { Asked = so.Asked + 1 }),
            Lines.Line.Do done => Done(new Lines.Line.Do([.. done.Commands.Select(command => Known(command, heard))]), actor, mark, so, line, heard),
            _ => throw new InvalidOperationException(),
        };
        return several ? next with { Lines = [.. so.Lines, .. next.Lines.Skip(so.Lines.Length).Take(1).Select(said => Phrase.Of("line", line.Number, said)), .. next.Lines.Skip(so.Lines.Length + 1)] } : next;
    }

    /// <summary>The command with what only who heard it knows.</summary>
    internal static WorkshopCommand Known(WorkshopCommand command, Heard heard) => command switch
    {
        WorkshopCommand.Start start => start with { Source = heard.From, Room = heard.Place, External = heard.External, Guest = heard.Guest },
        WorkshopCommand.Join join => join with { Asking = heard.Asking, Private = heard.Private },
        WorkshopCommand.LinkPeople link => link with { Person = heard.Same },
        _ => command,
    };

    private static Answered Done(Lines.Line.Do line, Actor actor, string mark, Answered so, TidyLine text, Heard heard)
    {
        var done = Together(line.Commands, actor, so, mark);
        // A known word alone that is also content: the receipt says how to write it as content.
        return ReferenceEquals(done.After, so.After) || !so.After.Step.TakesLists || so.After.Phase != Phase.Running || !char.IsUpper(text.Text[0]) || text.Text.AsSpan().IndexOfAny(' ', ',') >= 0 ? done
            : done with { Lines = done.Lines.Add(Phrase.Of("as-content", Phrase.Of("example.stage", text.Text))) };
    }

    /// <summary>Commands that stand or fall together: nothing of them is kept when one is refused.</summary>
    internal static Answered Together(ImmutableArray<WorkshopCommand> commands, Actor actor, Answered so, string mark)
    {
        var (events, said, after) = (so.Events, so.Lines, so.After);
        foreach (var (command, index) in commands.Select((command, index) => (command, index)))
        {
            var decided = Decider.Decide(command, index == 0 ? actor : actor with { Entry = $"{actor.Entry}.{index}" }, after);
            if (decided.Decision.Refused)
                return so with { Lines = so.Lines.AddRange(decided.Decision.Reply), Refused = true, Warned = decided.Decision.Reply.Any(p => p.Code == "personal-data") ? so.Warned.Add(mark) : so.Warned };
            (events, said, after) = (events.AddRange(decided.Decision.Events), said.AddRange(decided.Decision.Reply), decided.After);
        }
        return so with { Events = events, Lines = said, After = after };
    }

    internal static bool Started(Answered answer) => answer.Events.Any(e => e is WorkshopEvent.Started);

    private static Answered Asked(Query query, Heard heard, Actor actor, Answered so)
    {
        if (query is Query.Export && heard.Guest) return so with { Lines = so.Lines.Add(Phrase.Of("export-guest")), Refused = true };
        if (query is Query.Export export && so.After.Phase != Phase.NotStarted) return so with { Lines = so.Lines.Add(Phrase.Of("exported", export.Format)), Handover = export.Format };
        // What is a person's own is for them alone to see.
        if (heard.Shared && query.IsPersonal && so.After.Phase != Phase.NotStarted) return so with { Lines = so.Lines.Add(Phrase.Of("offer.own")), Screen = new Screen.Offer(query) };
        if (query is Query.FillIn fill) return Opened(fill.Form, fill.Item, heard, actor, so);
        if (so.After.Phase == Phase.NotStarted && query is not (Query.Help or Query.HowToAdd or Query.WhoSees or Query.Courtesy)) return so with { Lines = so.Lines.Add(Phrase.Of("not-started")), Refused = true };
        // Where the questions follow at once, or only a button does, how to type it need not be said.
        if (query is Query.HowToAdd add && (heard.Private || heard.Shared || heard.Offers) && so.After.Phase == Phase.Running) return Opened(add.Kind.Id, null, heard, actor, so);
        var (said, refused) = QueryAnswers.To(query, actor, heard, so.After);
        so = so with { Lines = so.Lines.AddRange(said), Refused = so.Refused || refused };
        return query is not Query.HowToAdd how ? refused ? so : so with { Screen = new Screen.See(query) }
            : so.After.Phase == Phase.Running ? Opened(how.Kind.Id, null, heard, actor, so) : so;
    }

    /// <summary>A form, asked question by question where nobody else is disturbed by it.</summary>
    private static Answered Opened(string? form, Values.Ref? item, Heard heard, Actor actor, Answered so)
    {
        var opened = Filling.Open(form, item, [], Pressing.FormId(heard), so.After, actor, whole: heard.Private);
        return heard.Private ? Pressing.Ask(opened, heard, so) : Pressing.Fill(opened, heard, so);
    }

    /// <summary>The one most useful thing to do next, and undo (storyboard, "Receipts and refusals").</summary>
    internal static IEnumerable<Phrase> Closing(Heard heard, Workshop w)
    {
        // Nor is there anything next in a room that is out.
        if (w.Phase != Phase.Running || (heard is { Private: false, Place: { } room } && w.Tenancy.Left.Contains(room.Key))) yield break;
        var act = w.Acts.TryGetValue(heard.Person, out var acts) && acts is [.., var last] && last.Turn == heard.Turn ? last : null;
        yield return NextThing.Of(w, act, heard.Person).Said;
        // Not of what cannot be taken back: links that were revoked, and an undo itself.
        if (act is not null) yield return Phrase.Of("undo-hint");
    }

    internal static Answered Refused(Workshop w, Phrase reason) => new([], [reason], true, null, [], w);

    /// <summary>The display name as a line of text; the last part of the key where nothing is left of it.</summary>
    private static string Name(Heard heard) => Tidy.Value(heard.Name) is { Length: > 0 } name ? Tidy.Cut(name, Limits.Name) : heard.Person[(heard.Person.LastIndexOf(':') + 1)..];

    /// <summary>Names a line without saying it: the text itself is not kept while somebody thinks it over.</summary>
    internal static string Mark(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)).AsSpan(0, 8));
}

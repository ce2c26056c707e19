using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Lines;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>Hears a message line by line: each line is read against what the lines before it led to, and has its own outcome.</summary>
public static class Conversation
{
    /// <summary>Questions answered in one message: each may walk over the whole map.</summary>
    private const int MostQuestions = 3;

    public static Answered Hear(Heard heard, Workshop before)
    {
        if (heard.Text.Length > Limits.MessageBytes || Encoding.UTF8.GetByteCount(heard.Text) > Limits.MessageBytes) return Refused(before, Phrase.Of("message-too-big", Limits.MessageBytes / 1024));
        var lines = Tidy.Lines(heard.Text);
        if (lines.Count == 0) return Refused(before, Phrase.Of("empty"));
        if (lines.Count > Limits.MessageLines) return Refused(before, Phrase.Of("message-too-long", lines.Count, Limits.MessageLines));
        var answer = lines.Aggregate(new Answered([], [], false, null, [], before), (so, line) => Line(heard, line, so, lines.Count > 1));
        return answer.Events.IsEmpty ? answer : answer with { Lines = answer.Lines.AddRange(Closing(answer.After)) };
    }

    /// <summary>What stored events lead to: the checks' own have nobody as their author.</summary>
    public static Workshop Fold(Workshop w, IEnumerable<WorkshopEvent> events, string person, DateTimeOffset at, string turn) =>
        events.Aggregate(w, (state, e) => state.Evolve(new Happening(e, e is WorkshopEvent.FindingRaised or WorkshopEvent.FindingResolved ? "" : person, at > state.At ? at : state.At, turn)));

    /// <summary>True when a message begins by opening a workshop.</summary>
    public static bool Starts(string text) => First(text) is { } line && line.StartsWith("start ", StringComparison.OrdinalIgnoreCase) && Segments.Split(line).Length == 1;

    /// <summary>The map id a workshop is to be started from; null for any other text.</summary>
    public static string? StartsFrom(string text) => Starts(text) && First(text) is { } line && line[6..].TrimStart().StartsWith("to-be ", StringComparison.OrdinalIgnoreCase) ? CommandList.From(line[6..].Trim()) : null;

    /// <summary>The map id of a <c>switch</c> line; null for any other text.</summary>
    public static string? SwitchesTo(string text) =>
        First(text) is { } line && line.StartsWith("switch ", StringComparison.OrdinalIgnoreCase) && line[7..].Trim() is { Length: > 0 } id && !id.Contains(' ', StringComparison.Ordinal) ? id : null;

    /// <summary>True when a line of the message would be warned of (L29), so that it matters whether the person was.</summary>
    public static bool LooksPersonal(string text) => text.Length <= Limits.MessageBytes && Tidy.Lines(text).Any(line => PersonalData.In(line.Text) is not null);

    private static string? First(string text) => text.Length > Limits.MessageBytes ? null : Tidy.Lines(text).Select(line => line.Text).FirstOrDefault();

    private static Answered Line(Heard heard, TidyLine line, Answered so, bool several)
    {
        var mark = Mark(line.Text);
        var actor = new Actor(heard.Person, Name(heard), heard.At, heard.Zone, heard.Turn, $"{heard.Turn}/{line.Number}", heard.Confirmed.Contains(mark));
        var typed = new Typed(line.Text, so.After, so.After.Reading(actor));
        var read = LineReader.Read(typed);
        var next = read switch
        {
            Lines.Line.No no => so with { Lines = so.Lines.Add(no.Reason), Refused = true, Instead = several ? null : Corrected.Of(typed, no.Reason) },
            Lines.Line.Ask when so.Asked == MostQuestions => so with { Lines = so.Lines.Add(Phrase.Of("too-many-questions", MostQuestions)), Refused = true },
            Lines.Line.Ask ask => Asked(ask.Query, heard, actor, so with { Asked = so.Asked + 1 }),
            Lines.Line.Do done => Done(new Lines.Line.Do([.. done.Commands.Select(command => command is WorkshopCommand.Start start ? start with { Source = heard.From } : command)]), actor, mark, so, line),
            _ => throw new InvalidOperationException(),
        };
        return several ? next with { Lines = [.. so.Lines, .. next.Lines.Skip(so.Lines.Length).Take(1).Select(said => Phrase.Of("line", line.Number, said)), .. next.Lines.Skip(so.Lines.Length + 1)] } : next;
    }

    private static Answered Done(Lines.Line.Do line, Actor actor, string mark, Answered so, TidyLine text)
    {
        var (events, said, after) = (so.Events, so.Lines, so.After);
        foreach (var (command, index) in line.Commands.Select((command, index) => (command, index)))
        {
            var decided = Decider.Decide(command, index == 0 ? actor : actor with { Entry = $"{actor.Entry}.{index}" }, after);
            // Commands of one line stand or fall together: nothing of the line is kept when one is refused.
            if (decided.Decision.Refused)
                return so with { Lines = so.Lines.AddRange(decided.Decision.Reply), Refused = true, Warned = decided.Decision.Reply.Any(p => p.Code == "personal-data") ? so.Warned.Add(mark) : so.Warned };
            (events, said, after) = (events.AddRange(decided.Decision.Events), said.AddRange(decided.Decision.Reply), decided.After);
        }
        if (so.After.Step.TakesLists && so.After.Phase == Phase.Running && char.IsUpper(text.Text[0]) && text.Text.AsSpan().IndexOfAny(' ', ',') < 0) said = said.Add(Phrase.Of("as-content", Phrase.Of("example.stage", text.Text)));
        return so with { Events = events, Lines = said, After = after };
    }

    private static Answered Asked(Query query, Heard heard, Actor actor, Answered so) => query is Query.Export export && so.After.Phase != Phase.NotStarted
        ? so with { Lines = so.Lines.Add(Phrase.Of("exported", export.Format)), Handover = export.Format }
        : so.After.Phase == Phase.NotStarted && query is not (Query.Help or Query.HowToAdd or Query.WhoSees)
        ? so with { Lines = so.Lines.Add(Phrase.Of("not-started")), Refused = true }
        : QueryAnswers.To(query, actor, heard, so.After) is var (said, refused) ? so with { Lines = so.Lines.AddRange(said), Refused = so.Refused || refused } : so;

    /// <summary>The one most useful thing to do next, and undo (storyboard, "Receipts and refusals").</summary>
    private static IEnumerable<Phrase> Closing(Workshop w)
    {
        if (w.Phase != Phase.Running) yield break;
        yield return w.Step.Missing(w).FirstOrDefault() is { } open ? Phrase.Of("next-thing", open.What) : Phrase.Of("next-step");
        yield return Phrase.Of("undo-hint");
    }

    private static Answered Refused(Workshop w, Phrase reason) => new([], [reason], true, null, [], w);

    /// <summary>The display name as a line of text; the last part of the key where nothing is left of it.</summary>
    private static string Name(Heard heard) => Tidy.Value(heard.Name) is { Length: > 0 } name ? name[..Math.Min(name.Length, Limits.Name)] : heard.Person[(heard.Person.LastIndexOf(':') + 1)..];

    /// <summary>Names a line without saying it: the text itself is not kept while somebody thinks it over.</summary>
    private static string Mark(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)).AsSpan(0, 8));
}

using WorkshopBot.Channels;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>Makes what a person is told of what was decided: words, a card, a link, a file. It decides nothing.</summary>
/// <param name="journal">Where first answers lie.</param>
/// <param name="playbook">The steps.</param>
/// <param name="exports">The exports.</param>
/// <param name="cards">The cards.</param>
/// <param name="link">Makes a link to the page with a workshop's map.</param>
/// <param name="fileLink">Makes a link to a map as a file.</param>
/// <param name="log">Files that cannot be made.</param>
sealed class Answering(WorkshopJournal journal, Playbook playbook, Handing exports, AnswerCards cards, Func<string, Workshop, string> link, Func<string, Workshop, string, string> fileLink, ILogger log)
{
    public Reply Say(Turn turn, string workshop, string text, AnswerParts parts, bool refused, string? handover, Workshop after)
    {
        // Made for this answer and never written down: a link grants what it shows.
        if (parts.Screen is Screen.See { Query.LeadsToMap: true } && after.Phase != Phase.NotStarted && link(workshop, after) is { Length: > 0 } page)
            text = $"{text}\n{Speech.Say(Showing.Link(page), Wording.Culture(after, turn.Person))}";
        var said = new Reply(text, refused ? ReplyKind.Refused : ReplyKind.Answered, Message: cards.Of(parts, refused, turn, after, workshop)) { Parts = parts, Workshop = workshop, Step = after.StepId, Opens = !refused && turn.Starts() };
        if (handover is null)
            return said;
        try
        {
            return exports.Write(handover, after) is { } file ? said with { File = file, FileLink = fileLink(workshop, after, handover) is { Length: > 0 } address ? address : null }
                : new(Wording.Own("no-format", after.LanguageOf(turn.Person.Key, turn.Person.Language), handover, string.Join(", ", exports.Formats)), ReplyKind.Refused);
        }
        catch (Exception e)
        {
            log.LogError("An export as {Format} failed: {Fault} {Where}", handover, e.GetType().Name, e.StackTrace);
            return new(Wording.Own("file-failed", after.LanguageOf(turn.Person.Key, turn.Person.Language)), ReplyKind.Failed);
        }
    }

    /// <summary>What a turn was answered that has come again.</summary>
    public async Task<Reply> Again(Turn turn, string workshop, Outcome.Again again, CancellationToken ct)
    {
        var commit = await journal.Commit(workshop, again.Version, ct) ?? throw new InvalidDataException("A commit that was there is gone.");
        var first = CommitJson.Read(commit.Data, playbook.Kinds).First(stored => stored.Name == TurnName.Of(turn.Id));
        var shown = Conversation.ShownAgain(Hearing.Of(turn, first.At, [], workshop), first.Events, again.Now);
        return Say(turn, workshop, Wording.Of(first.Reply, Speech.Culture(first.Language), Zone.Of(turn.Person.Zone)), new(first.Reply, shown), first.Refused, first.Handover, again.Now);
    }

    /// <summary>What a turn is answered that was heard before, where nobody knows any more what came of it.</summary>
    public static Reply Arrived(Turn turn) => new(Wording.Own("arrived", turn.Person.Language), ReplyKind.Answered);

    /// <summary>What a turn is answered of which nothing came.</summary>
    public static Reply Missed(Turn turn, ReplyKind kind) =>
        new(Wording.Own(kind switch { ReplyKind.Busy => "busy", ReplyKind.NotSaved => "not-saved", _ => "failed" }, turn.Person.Language), kind);
}

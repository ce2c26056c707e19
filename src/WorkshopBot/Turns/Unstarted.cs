using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Turns;

/// <summary>Answers where there is no workshop to ask: a blank one says so, and helps.</summary>
sealed class Unstarted(Playbook playbook, AnswerCards cards, Answering answering, Dialogue dialogue, TimeProvider time)
{
    /// <summary>What somebody sees who comes to a room in which nothing has begun.</summary>
    public Message? Welcome(Person person) => cards.Of(new([]), false, new("", person, new("", ""), "", false), new(playbook), "");

    /// <summary>What a turn comes to that is for no workshop.</summary>
    public async Task<Reply> Hear(Come come, CancellationToken ct)
    {
        var turn = come.Turn;
        var heard = Conversation.Hear(Hearing.Of(turn, time.GetUtcNow(), []), new(playbook));
        // In private nobody is in a room that could have one.
        var reply = Say(turn, turn.Private && heard.Lines is [{ Code: "not-started" }] ? [Phrase.Of("not-started.private")] : heard.Lines, heard.Screen, heard.Refused);
        return heard.Screen is Screen.Ask ask ? await dialogue.Open(turn, ask, reply, ct) : reply;
    }

    /// <summary>Says something in the language of the person's chat.</summary>
    public Reply Say(Turn turn, ImmutableArray<Phrase> lines, Screen? screen, bool refused) =>
        answering.Say(turn, "", Wording.Of(lines, Speech.Culture(turn.Person.Language)), new(lines, screen), refused, null, new(playbook));
}

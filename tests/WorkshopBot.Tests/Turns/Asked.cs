using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Turns;

/// <summary>People who are asked one question after the other, in their private chat.</summary>
static class Asked
{
    /// <summary>Answers, and is asked again or told what came of it.</summary>
    public static Task<string> Answers(this Talk talk, string person, string text, string? id = null) => talk.Takes(person, text, isPrivate: true, id: id);

    public static async Task<string> Answer(this Talk talk, string person, params string[] answers)
    {
        var said = "";
        foreach (var answer in answers)
            said = await talk.Answers(person, answer);
        return said;
    }

    /// <summary>Presses a button; what it carries is given as name and value, one after the other.</summary>
    public static Task<Reply> Presses(this Talk talk, string person, string verb, bool isPrivate, params string[] data) =>
        talk.Loop.Deliver(talk.Turn(person, "", isPrivate: isPrivate) with { Action = new ChatAction(verb, data.Chunk(2).ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)) });

    /// <summary>What the button below a question carries, with an answer.</summary>
    public static string[] Carries(this Reply question, string answer)
    {
        var asked = Assert.IsType<Screen.Ask>(question.Parts!.Screen);
        return [Press.Dialog, asked.Dialog.Id, Press.Asked, asked.Question.Field.Id, Press.Text, answer];
    }

    /// <summary>A workshop of Ann's in which Bob has a persona and a goal.</summary>
    public static async Task BeginGoals(this Talk talk, string room = "r")
    {
        await talk.StartGoals(room);
        await talk.Takes("bob", "persona: Maya", room);
        await talk.Takes("bob", "Research: compare prices", room);
    }
}

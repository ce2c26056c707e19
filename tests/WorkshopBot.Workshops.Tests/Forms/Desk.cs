using System.Collections.Immutable;
using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>A team that presses buttons and fills in forms beside typing.</summary>
internal static class Desk
{
    /// <summary>Presses a button; what it carries is given as name and value, one after the other.</summary>
    public static Answered Presses(this Team team, string person, string verb, params string[] data) => team.Sends(person, Press(verb, data));

    public static Answered Sends(this Team team, string person, Press press, params string[] confirmed) => team.Turn(null, person, "", press, isPrivate: false, confirmed);

    public static Press Press(string verb, params string[] data) => new(verb, data.Chunk(2).ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));

    /// <summary>The form that an answer shows.</summary>
    public static Form Form(this Answered answer) => Assert.IsType<Screen.Fill>(answer.Screen).Form;

    public static Form Opens(this Team team, string person, string of, string item = "") => team.Presses(person, Workshops.Press.Form, item.Length > 0 ? [Workshops.Press.Of, of, Workshops.Press.Item, item] : [Workshops.Press.Of, of]).Form();

    /// <summary>What a client sends of a form: every field it shows, with what was filled in put over what was there.</summary>
    public static Press Filled(this Form form, params string[] values)
    {
        var data = form.Fields.ToImmutableSortedDictionary(field => Workshops.Press.Field + field.Id, field => field.Value, StringComparer.Ordinal)
            .Add(Workshops.Press.FormId, form.Id).Add(Workshops.Press.Of, form.Of).Add(Workshops.Press.Workshop, "m-1");
        if (form.Item is { } item) data = data.Add(Workshops.Press.Item, item.ToString());
        if (form.Was is { } was) data = data.Add(Workshops.Press.Was, was);
        return new(Workshops.Press.Submit, values.Chunk(2).Aggregate(data, (all, pair) => all.SetItem(Workshops.Press.Field + pair[0], pair[1])));
    }

    public static FormField Field(this Form form, string id) => form.Fields.Single(field => field.Id == id);

    public static Actor Actor(this Team team, string person, string turn = "asked") => Conversation.ActorOf(team.Heard(turn, person, ""));

    public static DialogStep Answers(this Team team, string person, Dialog dialog, string text, string? turn = null, Press? press = null) =>
        Interview.Hear(dialog, text, turn ?? $"q{dialog.Field}{text}", team.Workshop, team.Actor(person), press);
}

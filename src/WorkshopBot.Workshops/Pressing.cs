using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops;

/// <summary>Hears a press: a button that says a line, a form that is asked for or sent. What it carries names things and proves nothing.</summary>
internal static class Pressing
{
    public static Answered Hear(Press press, Heard heard, Workshop w)
    {
        if (press.Find(Press.Workshop) is { Length: > 0 } id && id != heard.MapId) return Conversation.Refused(w, Phrase.Of("other-workshop"));
        var actor = Conversation.ActorOf(heard);
        if (press.Verb is Press.Say or Press.Form or Press.Ask or Press.Facilitate && Shown.Stale(press.Find(Press.Shown), heard.Person, w) is { } stale) return Conversation.Refused(w, stale);
        var so = new Answered([], [], false, null, [], w);
        return press.Verb switch
        {
            Press.Say => Conversation.Hear(heard with { Press = null, Text = press.Find(Press.Line) ?? "" }, w),
            Press.Form => Fill(Filling.Open(Of(press), Item(press), press.Values, FormId(heard), w, actor), so),
            Press.More => Fill(Filling.More(press, w, actor), so),
            Press.Submit => Submit(press, heard, actor, so),
            Press.Ask => Ask(Filling.Open(Of(press), Item(press), press.Values, FormId(heard), w, actor, whole: true), heard, so),
            Press.Answer => Conversation.Refused(w, Phrase.Of("dialog.none")),
            Press.Facilitate => w.Phase == Phase.NotStarted ? Conversation.Refused(w, Phrase.Of("not-started"))
                : w.OnlyLeads(actor) is { } no ? Conversation.Refused(w, no.Reply[0]) : so with { Lines = [.. Showing.Where(w)], Screen = new Screen.See(new Query.Facilitate()) },
            Press.Again => w.Phase == Phase.NotStarted ? Conversation.Refused(w, Phrase.Of("not-started"))
                : w.OnlyLeads(actor) is { } not ? Conversation.Refused(w, not.Reply[0])
                : press.Find(Press.Key) is { } key && Reactions.Told(key, w) is { } told ? so with { Lines = [Phrase.Of("again.posted", told)], Again = key }
                : Conversation.Refused(w, Phrase.Of("again.over")),
            _ => Conversation.Refused(w, Phrase.Of("unknown-button")),
        };
    }

    /// <summary>Shows a form beside what has been said; only a line that says so, where nothing has been.</summary>
    public static Answered Fill(Shapes.Parsed<Form> opened, Answered so) => opened.Fault is { } no ? so with { Lines = so.Lines.Add(no), Refused = true }
        : so with { Lines = so.Lines.Add(Phrase.Of("form.fill", opened.Value.Title)), Screen = new Screen.Fill(opened.Value) };

    /// <summary>Asks a form's fields one after the other, from now on.</summary>
    public static Answered Ask(Shapes.Parsed<Form> opened, Heard heard, Answered so)
    {
        if (opened.Fault is { } no) return so with { Lines = so.Lines.Add(no), Refused = true };
        var (dialog, question) = Interview.Open(opened.Value, heard.MapId, so.After.Title, heard.Turn, heard.At);
        return so with { Lines = so.Lines.AddRange(Interview.Says(question)), Screen = new Screen.Ask(dialog, question) };
    }

    /// <summary>The entry id of a form that is opened by a turn; the same however often the turn is delivered.</summary>
    public static string FormId(Heard heard) => $"{heard.Turn}/form";

    private static Answered Submit(Press press, Heard heard, Actor actor, Answered so)
    {
        var mark = Conversation.Mark(Press.Of + string.Join('\n', press.Data.Where(pair => pair.Key is Press.Of or Press.Item || pair.Key.StartsWith(Press.Field, StringComparison.Ordinal)).Select(pair => $"{pair.Key}={pair.Value}")));
        switch (Filling.Read(press, so.After, actor))
        {
            case Filled.No no: return Conversation.Refused(so.After, no.Reason);
            case Filled.Again again: return Back(again.Form, so);
            case Filled.Sends { Commands.IsEmpty: true }: return so with { Lines = [Phrase.Of("form.same")] };
            case Filled.Sends sends:
                var sender = actor with { Entry = Entry(press, actor, so.After), Confirmed = heard.Confirmed.Contains(mark) };
                var done = Conversation.Together(sends.Commands, sender, so, mark);
                return !done.Refused ? done with { Lines = done.Events.IsEmpty ? done.Lines : done.Lines.AddRange(Conversation.Closing(heard, done.After)), Screen = Conversation.Started(done) ? Kickoff(heard, actor, done.After) : null }
                    : Back(Doubted(sends.Form with { Notice = done.Lines[^1] }), done with { Lines = [] });
            default: throw new InvalidOperationException();
        }
    }

    /// <summary>The form that follows a start.</summary>
    public static Screen? Kickoff(Heard heard, Actor actor, Workshop w) => Filling.Open(null, null, [], FormId(heard), w, actor) is { Ok: true, Value: var form } ? new Screen.Fill(form) : null;

    /// <summary>The form's id; with the person's where somebody else has made something under it, so that nobody takes anybody's place.</summary>
    private static string Entry(Press press, Actor actor, Workshop w) =>
        press.Find(Press.FormId)! is var id && w.Map.MadeBy(id).Any(name => w.Map.Find(name)?.By != actor.Key) ? $"{id} {actor.Key}" : id;

    private static Answered Back(Form form, Answered so) => so with
    {
        Refused = true, Screen = new Screen.Fill(form),
        Lines = [.. form.Notice is { } notice ? [notice] : (Phrase[])[], .. form.Fields.Where(field => field.Fault is not null).Select(field => Phrase.Of("field-fault", field.Label, field.Fault!))],
    };

    /// <summary>The form with the fields marked whose text is warned of (L29).</summary>
    private static Form Doubted(Form form) => form.Notice?.Code != "personal-data" ? form
        : form with { Fields = [.. form.Fields.Select(field => field.Fault is null && field.Input is FormInput.Text or FormInput.LongText && PersonalData.In(field.Value) is not null ? field with { Fault = Phrase.Of("form.look-again") } : field)] };

    private static string? Of(Press press) => press.Find(Press.Of) is { Length: > 0 } of ? of : null;

    private static Ref? Item(Press press) => press.Find(Press.Item) is { Length: > 0 } item ? Ref.Read(item) ?? new Ref('?', 1) : null;
}

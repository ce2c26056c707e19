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
        if (press.Find(Press.Workshop) is { Length: > 0 } id && id != heard.MapId) return No(Phrase.Of("other-workshop"), press, w, Conversation.ActorOf(heard));
        var actor = Conversation.ActorOf(heard);
        if (press.Verb is Press.Say or Press.Form or Press.Ask or Press.Facilitate && Shown.Stale(press.Find(Press.Shown), heard.Person, w) is { } stale)
        {
            // A repeat of what has been done says that; what could be done once more was meant for what was there before.
            var again = stale.Code == "stale-item" && press.Verb == Press.Say ? Conversation.Hear(heard with { Press = null, Text = press.Find(Press.Line) ?? "" }, w) : null;
            return again is { Refused: true, Events.IsEmpty: true } ? again : No(stale, press, w, actor);
        }
        var so = new Answered([], [], false, null, [], w);
        return press.Verb switch
        {
            Press.Say => Conversation.Hear(heard with { Press = null, Text = press.Find(Press.Line) ?? "" }, w),
            Press.Form => Fill(Filling.Open(Of(press), Item(press), press.Values, FormId(heard), w, actor), heard, so),
            Press.Put => Fill(Putting.Open(press, FormId(heard), w, actor), heard, so),
            Press.More => Filling.More(press, w, actor) is var more && more.Fault is { } no ? No(no, press, w, actor) : Fill(more, heard, so),
            Press.Submit => Submit(press, heard, actor, so),
            // The questions are answered in private, where a guest of another tenant is not heard: they get the whole form.
            Press.Ask when w.Phase != Phase.NotStarted && !w.Tenancy.Reaches(heard.Person) => Hear(press with { Verb = Press.More }, heard with { Press = press with { Verb = Press.More } }, w),
            Press.Ask => Filling.Asked(press, FormId(heard), w, actor) is var asked && asked.Fault is { } not ? No(not, press, w, actor) : Ask(asked, heard, so),
            Press.Answer => Conversation.Refused(w, Phrase.Of("dialog.none")),
            Press.Facilitate => w.Phase == Phase.NotStarted ? Conversation.Refused(w, Phrase.Of("not-started"))
                : w.OnlyLeads(actor) is { } leads ? Conversation.Refused(w, leads.Reply[0])
                : heard.Shared ? so with { Lines = [Phrase.Of("offer.own")], Screen = new Screen.Offer(new Query.Facilitate()) } : so with { Lines = [.. Showing.Where(w)], Screen = new Screen.See(new Query.Facilitate()) },
            Press.Again => w.Phase == Phase.NotStarted ? Conversation.Refused(w, Phrase.Of("not-started"))
                : w.OnlyLeads(actor) is { } denied ? Conversation.Refused(w, denied.Reply[0])
                : press.Find(Press.Key) is { } key && Reactions.Told(key, w) is { } told ? so with { Lines = [Phrase.Of("again.posted", told)], Again = key }
                : Conversation.Refused(w, Phrase.Of("again.over")),
            _ => Conversation.Refused(w, Phrase.Of("unknown-button")),
        };
    }

    /// <summary>Shows a form beside what has been said; only a line that says so, where nothing has been.</summary>
    public static Answered Fill(Shapes.Parsed<Form> opened, Heard heard, Answered so) => opened.Fault is { } no ? so with { Lines = so.Lines.Add(no), Refused = true }
        : so with { Lines = so.Lines.Add(Phrase.Of(IsOffered(heard) ? "offer.form" : "form.fill", opened.Value.Title)), Screen = Shows(opened.Value, heard) };

    /// <summary>The form; where everybody would see it and nobody pressed for it, a button that opens it for whoever presses.</summary>
    public static Screen Shows(Form form, Heard heard) => IsOffered(heard) ? new Screen.Offer(new Query.FillIn(form.Of, form.Item)) : new Screen.Fill(form);

    private static bool IsOffered(Heard heard) => (heard.Shared || heard.Offers) && heard.Press is not { Verb: Press.Form or Press.More or Press.Put };

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
            case Filled.No no: return No(no.Reason, press, so.After, actor);
            case Filled.Again again: return Back(again.Form, so);
            case Filled.Sends { Commands.IsEmpty: true }: return so with { Lines = [Phrase.Of("form.same")] };
            case Filled.Sends sends:
                var sender = actor with { Entry = Entry(press, actor, so.After), Confirmed = heard.Confirmed.Contains(mark) };
                var done = Conversation.Together([.. sends.Commands.Select(command => Conversation.Known(command, heard))], sender, so, mark);
                return !done.Refused ? done with { Lines = done.Events.IsEmpty ? done.Lines : done.Lines.AddRange(Conversation.Closing(heard, done.After)), Screen = Conversation.Started(done) ? Kickoff(heard, actor, done.After) : null }
                    // What this form made is off the map again; the same words under a new name make a new one.
                    : Back(Doubted(sends.Form with { Notice = done.Lines[^1], Id = done.Lines[^1].Code == "withdrawn" && sends.Form.Item is null ? FormId(heard) : sends.Form.Id }), done with { Lines = [] });
            default: throw new InvalidOperationException();
        }
    }

    /// <summary>The form that follows a start.</summary>
    public static Screen? Kickoff(Heard heard, Actor actor, Workshop w) => Filling.Open(null, null, [], FormId(heard), w, actor) is { Ok: true, Value: var form } ? Shows(form, heard) : null;

    /// <summary>The form's id and what it says; with the person's where somebody else has made something under it, so that nobody takes anybody's place.</summary>
    private static string Entry(Press press, Actor actor, Workshop w) =>
        press.Entry is var id && w.Map.MadeBy(id).Any(name => w.Map.Find(name)?.By != actor.Key) ? $"{id} {actor.Key}" : id;

    /// <summary>Refused, and what was filled in is said back: it may be long, and nobody likes to think of it twice.</summary>
    private static Answered No(Phrase reason, Press press, Workshop w, Actor actor) =>
        Conversation.Refused(w, reason) is var refused && press.Verb is Press.Submit or Press.More or Press.Ask && reason.Code != "message-too-big" ? refused with { Lines = [reason, .. Rescue.Of(press, w, actor)] } : refused;

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

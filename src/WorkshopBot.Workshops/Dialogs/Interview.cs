using System.Collections.Immutable;
using WorkshopBot.Workshops.Deciding;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Dialogs;

/// <summary>
/// Asks a form's fields one after the other. Pure: what was answered is kept in the dialog, and the finished one is a form that is sent, so that
/// nothing is judged in two ways.
/// </summary>
public static class Interview
{
    /// <summary>How long a question waits for its answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    private const int Remembered = 8;

    /// <summary>A workshop that was opened by a dialog's last answer was opened within this of it, also by another node's clock.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    /// <summary>A dialog for a form with all its fields, at the first one that nobody has filled in.</summary>
    public static (Dialog Dialog, Question Question) Open(Form form, string workshop, string title, string turn, DateTimeOffset at)
    {
        // What a change begins with is there already; what the person or a button brought along is an answer.
        var answers = form.Fields.Where(field => field.IsMeant).ToImmutableSortedDictionary(field => field.Id, field => field.Value, StringComparer.Ordinal);
        var first = form.Fields.FirstOrDefault(field => field.Fault is not null || (field.Value.Length == 0 && !IsNeedless(field, form))) ?? form.Fields[0];
        var dialog = new Dialog(form.Id, workshop, form.Of, form.Item, form.Was, first.Id, answers, [turn], at);
        return (dialog, Ask(dialog, form, title, first.Fault));
    }

    /// <summary>What an answer leads to, typed or pressed.</summary>
    public static DialogStep Hear(Dialog dialog, string text, string turn, Workshop w, Actor actor, Press? press = null)
    {
        if (IsOver(dialog, w, actor.At, actor.Key) is { } over) return new DialogStep.Ends(over);
        if (Filling.More(Sent(dialog), w, actor, out var blanks) is var opened && opened.Fault is { } no) return new DialogStep.Ends(Rescue.InOne(no, Sent(dialog), w, actor) ?? no);
        var form = opened.Value;
        var at = Math.Max(0, Position(form, dialog.Field));
        dialog = dialog with { Field = form.Fields[at].Id };
        if (dialog.Turns.Contains(turn)) return Asks(dialog, form, w, null);
        if (press is not null && (press.Find(Press.Dialog) != dialog.Id || press.Find(Press.Asked) != dialog.Field)) return Asks(dialog, form, w, Phrase.Of("dialog.answered"));
        // A button says its word apart from what is filled in, so that no answer is taken for one.
        var word = press?.Find(Press.Word);
        text = press is null ? text : word ?? press.Find(Press.Text) ?? "";
        dialog = dialog with { Turns = [.. dialog.Turns.TakeLast(Remembered - 1), turn], Asked = actor.At };
        var field = form.Fields[at];
        if (text.Length > Limits.MessageBytes) return Asks(dialog, form, w, Phrase.Of("message-too-big", Limits.MessageBytes / 1024));
        if (string.IsNullOrWhiteSpace(text))
            // Sent empty by its button, what need not be answered is left out, or taken away where something stood there.
            return press is null || field.Required ? Asks(dialog, form, w, Phrase.Of("dialog.empty")) : Next(Cleared(dialog, form, field), form, at, w);
        switch (word is null && AnswerText.IsChoice(field, text) ? null : DialogWords.In(text))
        {
            case DialogWord.Cancel: return new DialogStep.Ends(Phrase.Of("dialog.cancelled", form.Title));
            case DialogWord.Help: return Asks(dialog, form, w, Phrase.Of("dialog.how"));
            case DialogWord.Back: return form.Fields.Take(at).LastOrDefault(before => !IsNeedless(before, form)) is { } before ? Asks(dialog with { Field = before.Id }, form, w, null) : Asks(dialog, form, w, Phrase.Of("dialog.first"));
            case DialogWord.Skip: return field is { Required: true, Value.Length: 0 } ? Asks(dialog, form, w, Phrase.Of("form.required")) : Next(dialog, form, at, w);
            case DialogWord.Done: return Finish(dialog, form, w);
        }
        if (text.Trim() is "-" or "–" && !field.Required) return Next(Cleared(dialog, form, field), form, at, w);
        var read = AnswerText.Read(blanks.First(blank => blank.Id == field.Id), text);
        return read.Fault is { } fault ? Asks(dialog, form, w, fault) : Next(dialog with { Answers = dialog.Answers.SetItem(field.Id, read.Value) }, form, at, w);
    }

    /// <summary>The question that is open, once more; or why it is over.</summary>
    public static Parsed<Question> Again(Dialog dialog, Workshop w, Actor actor, Phrase? notice = null) =>
        IsOver(dialog, w, actor.At, actor.Key) is { } over ? over : Filling.More(Sent(dialog), w, actor) is var whole && whole.Fault is { } no ? no : Ask(dialog, whole.Value, w.Title, notice);

    /// <summary>Where a finished dialog goes on that was not taken: at the first field to be put right, or where it was.</summary>
    public static DialogStep After(Dialog dialog, Answered refused, Workshop w, Actor actor)
    {
        var form = (refused.Screen as Views.Screen.Fill)?.Form;
        var wrong = form?.Fields.FirstOrDefault(field => field.Fault is not null);
        var notice = form?.Notice ?? (refused.Lines.IsEmpty ? null : refused.Lines[0]);
        // A warning is answered by sending the same again.
        notice = notice?.Code == "personal-data" ? Phrase.Of("dialog.doubt", notice) : wrong?.Fault ?? notice;
        dialog = dialog with { Field = wrong?.Id ?? dialog.Field, Was = form is null ? dialog.Was : form.Was };
        return Again(dialog, w, actor, notice) is var question && question.Fault is { } over ? new DialogStep.Ends(over) : new DialogStep.Asks(dialog, question.Value);
    }

    /// <summary>Why a dialog can go on no more; null while it can.</summary>
    public static Phrase? IsOver(Dialog dialog, Workshop w, DateTimeOffset now, string person) =>
        now - dialog.Asked > Patience ? Phrase.Of("dialog.expired", (int)Patience.TotalDays)
        : dialog.Of == StartSheet.Name ? null
        : w.Phase switch { Phase.NotStarted => Phrase.Of("dialog.gone"), Phase.Closed => Kept(w.Closed(person), dialog, w, now), _ => null };

    private static Phrase Kept(Phrase reason, Dialog dialog, Workshop w, DateTimeOffset now) => Rescue.InOne(reason, Sent(dialog), w, new("", "", now, Zone.Utc, "", "")) ?? reason;

    /// <summary>Whether what a dialog comes to is in the workshop already, though the dialog is still there: what it made, or what its last answer changed.</summary>
    public static bool IsDone(Dialog dialog, Workshop w, string person) => !w.Map.MadeBy(Sent(dialog).Entry).IsEmpty
        || (dialog.Turns.Length > 1 && w.Acts.TryGetValue(person, out var acts) && acts.Exists(act => act.Turn == dialog.Turns[^1]))
        || (dialog.OpensWorkshop && w.Phase == Phase.Running && w.Title == dialog.Answers.GetValueOrDefault("title")
            && w.Crew.All.FirstOrDefault() is { } starter && starter.Key == person && (starter.At - dialog.Asked).Duration() < Moment);

    /// <summary>A question in words, one phrase a line, for where nothing but text is shown.</summary>
    public static ImmutableArray<Phrase> Says(Question question)
    {
        var (lines, field) = (ImmutableArray.CreateBuilder<Phrase>(), question.Field);
        if (question.Notice is { } notice) lines.Add(notice);
        lines.Add(question.Workshop.Length > 0 ? Phrase.Of("dialog.asks", question.Workshop, question.Title, question.Number, question.Count, field.Label) : Phrase.Of("dialog.asks.alone", question.Title, question.Number, question.Count, field.Label));
        if (field.Hint is { } hint) lines.Add(Phrase.Of("show.text", hint));
        if (field.Example is { } example) lines.Add(Phrase.Of("dialog.example", example));
        lines.AddRange(field.Choices.Select((choice, i) => field.Choices.Length == 1 || choice.Title is not Arg.Number ? Phrase.Of("dialog.choice", i + 1, choice.Title) : null).OfType<Phrase>());
        if (field.Value.Length > 0) lines.Add(Phrase.Of("dialog.now", field.Choices.FirstOrDefault(choice => choice.Value == field.Value)?.Title ?? field.Value));
        lines.Add(Phrase.Of("dialog.ways", Arg.List([.. question.Ways.Select(way => (Arg)Phrase.Of($"dialog.{way}")), Phrase.Of("dialog.help")])));
        return lines.ToImmutable();
    }

    /// <summary>The press that sends what has been answered.</summary>
    private static Press Sent(Dialog dialog)
    {
        var data = dialog.Answers.ToImmutableSortedDictionary(answer => Press.Field + answer.Key, answer => answer.Value, StringComparer.Ordinal)
            .Add(Press.FormId, dialog.Id).Add(Press.Of, dialog.Of).Add(Press.Workshop, dialog.Workshop);
        if (dialog.Item is { } item) data = data.Add(Press.Item, item.ToString());
        return new(Press.Submit, dialog.Was is { } was ? data.Add(Press.Was, was) : data);
    }

    private static Dialog Cleared(Dialog dialog, Form form, FormField field) =>
        dialog with { Answers = form.Was is null || field.Value.Length == 0 ? dialog.Answers.Remove(field.Id) : dialog.Answers.SetItem(field.Id, "") };

    private static DialogStep Next(Dialog dialog, Form form, int at, Workshop w) =>
        form.Fields.Skip(at + 1).FirstOrDefault(field => field.Unless is not { } other || dialog.Answers.GetValueOrDefault(other, "").Length == 0) is { } next ? Asks(dialog with { Field = next.Id }, form, w, null) : Finish(dialog, form, w);

    /// <summary>Another answer has settled it.</summary>
    private static bool IsNeedless(FormField field, Form form) => field.Unless is { } other && form.Fields.Any(known => known.Id == other && known.Value.Length > 0);

    /// <summary>Sends it, once all that is needed is there.</summary>
    private static DialogStep Finish(Dialog dialog, Form form, Workshop w) =>
        Needed(dialog, form) is { } needed
            ? Asks(dialog with { Field = needed.Id }, form, w, Phrase.Of("form.required")) : new DialogStep.Submits(dialog, Sent(dialog));

    private static FormField? Needed(Dialog dialog, Form form) => form.Fields.FirstOrDefault(field => field.Required && dialog.Answers.GetValueOrDefault(field.Id, form.Was is null ? "" : field.Value).Length == 0);

    private static DialogStep.Asks Asks(Dialog dialog, Form form, Workshop w, Phrase? notice) => new(dialog, Ask(dialog, form, w.Title, notice));

    private static Question Ask(Dialog dialog, Form form, string title, Phrase? notice)
    {
        var at = Math.Max(0, Position(form, dialog.Field));
        return new(dialog.Id, title, form.Title, at + 1, form.Fields.Length, Spoken(form.Fields[at]), notice) { CanFinish = Needed(dialog, form) is null };
    }

    /// <summary>A box to tick is, asked for, a question with two answers.</summary>
    private static FormField Spoken(FormField field) => field.Input != FormInput.Toggle ? field : field with
    {
        Input = FormInput.OneOf, Choices = [new("yes", Phrase.Of("dialog.yes")), new("no", Phrase.Of("dialog.no"))], Value = field.Value == "true" ? "yes" : "",
    };

    private static int Position(Form form, string field) => form.Fields.IndexOf(form.Fields.FirstOrDefault(known => known.Id == field)!);
}

using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Shapes;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>What a typed line is a wish for, as a form would have it: which form, and what to fill in.</summary>
internal static class Wish
{
    /// <summary>Whether a form can say it; anything else is a button that types it.</summary>
    public static bool IsForm(WorkshopCommand command) =>
        command is WorkshopCommand.Add or WorkshopCommand.Fill or WorkshopCommand.Feel or WorkshopCommand.Route or WorkshopCommand.SetFrame or WorkshopCommand.Judge or WorkshopCommand.SpeakFor or WorkshopCommand.Start or WorkshopCommand.DropGap;

    public static (string? Of, Ref? Item) For(WorkshopCommand wish) => wish switch
    {
        WorkshopCommand.Add add => (add.Kind.Id, (Ref?)null),
        WorkshopCommand.Fill fill => (null, fill.Name),
        WorkshopCommand.Revise revise => (null, revise.Name),
        WorkshopCommand.Feel => ("feeling", null),
        WorkshopCommand.Route => ("conversion", null),
        WorkshopCommand.Judge => ("close", null),
        WorkshopCommand.SetFrame set when set.Answers.Any(answer => answer.Field.Id == "review") => ("close", null),
        WorkshopCommand.Start => ("start", null),
        _ => ("kickoff", null),
    };

    /// <summary>What somebody would fill in to say the same.</summary>
    public static Dictionary<string, string> Values(WorkshopCommand wish, Form form)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        void Answer(Answer answer, bool adds)
        {
            var before = values.GetValueOrDefault(answer.Field.Id) ?? (adds ? form.Fields.Single(field => field.Id == answer.Field.Id).Value : "");
            values[answer.Field.Id] = answer.Field.Grows && before.Length > 0 ? before + (answer.Field.ByLine ? '\n' : ',') + answer.Text : answer.Text;
        }
        void How(Source? source, string field = "how")
        {
            if (source is not null) values[field] = SourceText.Show(source);
        }
        void Named(string field, Ref? name)
        {
            if (name is { } named) values[field] = named.ToString();
        }
        switch (wish)
        {
            case WorkshopCommand.Start start: values["title"] = start.Title; break;
            case WorkshopCommand.Add add: foreach (var answer in add.Answers) Answer(answer, adds: false); How(add.Source); break;
            case WorkshopCommand.Fill fill: foreach (var answer in fill.Answers) Answer(answer, adds: true); How(fill.Source); break;
            case WorkshopCommand.Revise revise: foreach (var answer in revise.Answers) Answer(answer, adds: false); How(revise.Source); break;
            case WorkshopCommand.SetFrame set: foreach (var answer in set.Answers) Answer(answer, adds: true); break;
            case WorkshopCommand.SpeakFor speak: values["speaks"] = speak.Department; break;
            case WorkshopCommand.Feel feel:
                Named("place", feel.Place); Named("persona", feel.Persona); How(feel.Source);
                if (feel.Actual is { } actual) values["actual"] = $"{actual.Word} {actual.Score}";
                if (feel.Wanted is { } wanted) values["wanted"] = $"{wanted.Word} {wanted.Score}";
                break;
            case WorkshopCommand.Route route:
                Named("from", route.From); Named("to", route.To); How(route.Source, "source");
                if (route.Medium is { } medium) values["medium"] = medium;
                if (route.Unknown) values["unknown"] = "true";
                foreach (var answer in route.Answers) Answer(answer, adds: false);
                break;
            case WorkshopCommand.Judge judge:
                if (judge.Score is { } score) values["score"] = Num.Show(score);
                if (judge.Text is { } text) values["sentence"] = text;
                if (judge.SignOff) values["signOff"] = "true";
                break;
        }
        return values;
    }
}

using System.Collections.Immutable;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>What people are asked: forms, questions, and what opens them.</summary>
    static IEnumerable<(string Name, View View)> Asked(Reader reader)
    {
        FormField Text(string id, string label, string value = "", bool required = false, Phrase? fault = null) => new(id, label, "In the customer's words.", "compare the true monthly cost", FormInput.Text, required, 500, [], value, fault);
        ImmutableArray<FormChoice> stages = [new("S1", "Discover"), new("S2", "Research"), new("S3", "Explore"), new("S4", "Choose"), new("S5", "Purchase"), new("S6", "Advocate")];
        ImmutableArray<FormChoice> types = [new("functional", "functional"), new("emotional", "emotional")];
        FormField[] fields =
        [
            new("stage", "Stage", null, null, FormInput.OneOf, true, 0, stages, "S2", null), Text("text", "Goal", required: true), new("type", "Kind of goal", null, null, FormInput.OneOf, true, 0, types, "", null),
            new("serves", "Serves", "Pick any.", null, FormInput.AnyOf, false, 0, types, "emotional", null), new("importance", "Importance", "1-5", "4", FormInput.Number, false, 0, [], "", null),
            new("share", "Share", null, "31 %", FormInput.Number, false, 0, [], "40", null), new("due", "By", null, "12 June", FormInput.Date, false, 0, [], "2026-06-12", null), new("day", "Day", null, null, FormInput.Date, false, 0, [], "12/6", Phrase.Of("date-ambiguous", "12 June")),
            new("notes", "Notes", null, null, FormInput.LongText, false, 2000, [], "one\ntwo", null), new("agreed", "Agreed", null, null, FormInput.Toggle, false, 0, [], "true", null),
        ];
        Form goal = new("f-1", "goal", null, null, "Goal", "What is the customer trying to get done at each stage?", null, [fields[0], fields[1]], false);
        yield return ("form.goal", FormView.Of(goal, "", reader));
        yield return ("form.whole", FormView.Of(goal with { Fields = [.. fields], Whole = true, Item = new('G', 3), Was = "3:abc" }, "", reader));
        yield return ("form.faults", FormView.Of(goal with
        {
            Notice = Phrase.Of("personal-data", Phrase.Of("personal.mail")),
            Fields = [fields[0] with { Fault = Phrase.Of("no-such-ref", "S2") }, Text("text", "Goal", "", true, Phrase.Of("too-long", 500, 512)), fields[4] with { Value = "many", Fault = Phrase.Of("score-range", 1, 5) }],
        }, "", reader));
        yield return ("form.started", FormView.Of(goal with { Of = "kickoff", Title = "Kick-off", Fields = [Text("scenario", "Scenario")] }, reader.Culture.Name == "de" ? "Eröffnet." : "Getting a bike is open, and you facilitate it.", reader));
        yield return ("form.restores", FormView.Of(goal with { Item = new('G', 3), Was = "3:abc", Restores = true, Notice = Phrase.Of("form.withdrawn", "G3") }, "", reader));
        yield return ("offer.form", OfferView.Of(new Query.FillIn("goal", null), [Phrase.Of("offer.form", Bike["goals"].Playbook.Kinds.Called("goal")!.Word)], reader));
        yield return ("offer.own", OfferView.Of(new Query.Mine(), [Phrase.Of("offer.own")], reader));
        yield return ("offer.started", OfferView.Of(new Query.FillIn("kickoff", null), [Phrase.Of("started", "Getting a bike"), Phrase.Of("next-thing", Phrase.Of("form.start.title"))], reader));
        yield return ("offer.facilitate", OfferView.Of(new Query.Facilitate(), [Phrase.Of("offer.own")], reader));
        yield return ("question.first", QuestionView.Of(new("d-1", "Getting a family e-bike", "Goal", 1, 5, fields[0], null), reader));
        yield return ("question.alone", QuestionView.Of(new("d-1", "", Phrase.Of("form.start"), 1, 2, Text("title", "What is mapped", required: true), null), reader));
        yield return ("question.again", QuestionView.Of(new("d-1", "Getting a family e-bike", "Goal", 2, 5, Text("text", "Goal", "x", true, Phrase.Of("too-long", 500, 512)), null), reader));
        yield return ("question.noted", QuestionView.Of(new("d-1", "Getting a family e-bike", "Goal", 5, 5, fields[8], Phrase.Of("undone")) { CanFinish = true }, reader));
    }
}

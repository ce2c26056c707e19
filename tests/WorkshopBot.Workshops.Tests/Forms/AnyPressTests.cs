using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Tests.Lines;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>Whatever is pressed, sent or answered: nothing throws, every answer can be said, and what is refused changes nothing.</summary>
public sealed class AnyPressTests
{
    private static readonly string[] Values =
    [
        "", " ", "S2", "s2", "S99", "P1", "G1", "G1,G2", "T1,T1", "X1", "A1", "I1", "goal", "gap", "feeling", "conversion", "kickoff", "close", "drop", "start", "times", "evidence", "metric", "touchpoint", "wizard", "m-1", "m-2", "true", "false", "4", "-1", "1.125", "31 %", "131 %",
        "2-4 weeks (CRM, May)", "5 EUR per month", "confused 2", "(n=4, May, survey)", "()", "@Ben", "@nobody", "2026-06-12", "2020-01-01", "in 3 months", "yes", "-", "done", "skip", "back", "cancel", "help", "1", "web", "functional", "undo", "next", "step:goals", "rev:G1:0", "act:x", "phase:running", ":",
        "price page", "one\ntwo\n- three", "a|b", "<b>{0}</b>", "{\"type\":\"AdaptiveCard\"}", "Mrs Miller", "\uD83D", "\u202E\0", "e\u0301", new('x', 600), new('x', 20_000), new('0', 90), "abcdef", new('a', 48), "x/form",
    ];

    private static readonly string[] Names =
    [
        Press.Line, Press.Workshop, Press.Shown, Press.FormId, Press.Of, Press.Item, Press.Was, Press.Dialog, Press.Asked, Press.Text,
        .. Playbook.Standard.Sheets.Where(sheet => sheet.Id is "goal" or "gap" or "metric" or "conversion" or "feeling" or "touchpoint").SelectMany(sheet => sheet.Blanks(new(Rooms.At("teams"), Who("Ann"), null))).Select(blank => Press.Field + blank.Id).Distinct(), "f.", "f.state", "f.wizard",
    ];

    private static Gen<Press> Pressed { get; } =
        from verb in Gen.Elements(Press.Say, Press.Form, Press.More, Press.Submit, Press.Submit, Press.Submit, Press.Ask, Press.Answer, Press.Facilitate, "wizard")
        from data in Gen.Elements(Names).Zip(Gen.Elements(Values)).ArrayOf(8)
        select new Press(verb, data.Where(pair => pair.Item1 != Press.Workshop || pair.Item2 == "m-1").DistinctBy(pair => pair.Item1).ToImmutableSortedDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal));

    /// <summary>A form that was really shown, filled in with anything.</summary>
    private static Gen<Press> Sent { get; } =
        from of in Gen.Elements(Playbook.Standard.Sheets.Select(sheet => sheet.Id).ToArray())
        from values in Gen.Elements(Values).ArrayOf(40)
        from filled in Gen.Choose(0, 3).ArrayOf(40)
        select Filling.Open(of, null, [], "sent", Rooms.At("teams"), Who("Ann"), whole: true) is { Ok: true, Value: var form }
            ? form.Filled([.. form.Fields.Select((field, i) => (field, i)).Where(f => filled[f.i % 40] == 0).SelectMany(f => (string[])[f.field.Id, f.field.Choices.Length > 0 && f.i % 2 == 0 ? f.field.Choices[^1].Value : values[f.i % 40]])])
            : Desk.Press(Press.Submit, Press.Of, of, Press.FormId, "x");

    [Fact]
    public void Nothing_pressed_makes_a_workshop_throw_and_what_is_refused_changes_nothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(250), Prop.ForAll(Gen.Zip(Gen.OneOf(Pressed, Sent), Gen.Zip(Gen.Elements("Ann", "Ben", "Nobody yet"), Gen.Elements("kickoff", "goals", "teams", "nothing"))).ToArbitrary(), pressed =>
        {
            var (press, (person, step)) = pressed;
            var before = step == "nothing" ? new Workshop(Playbook.Standard) : Rooms.At(step);
            var answer = Conversation.Hear(new("pressed", $"test:local:{person.ToLowerInvariant()}", person, "", Rooms.Now, Zone.Utc, [], "the room", "m-1", Press: press), before);

            Assert.NotEmpty(answer.Lines);
            foreach (var language in Speech.Languages) Assert.All(answer.Lines, line => Assert.NotNull(Speech.Say(line, Speech.Culture(language))));
            Assert.Equal(answer.Events.IsEmpty, ReferenceEquals(before, answer.After));
            if (answer.Refused) Assert.Same(before, answer.After);
            _ = Conversation.LooksPersonal("", press) | Conversation.Starts(Conversation.TextOf("", press));
        }));

    [Fact]
    public void Nothing_answered_makes_a_dialog_throw_and_it_always_asks_ends_or_sends() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Gen.Zip(Gen.Elements(Playbook.Standard.Sheets.Select(sheet => sheet.Id).ToArray()), Gen.OneOf(Gen.Elements(Values), Lines.Scan.Soup.Text).ArrayOf(12)).ToArbitrary(), asked =>
        {
            var w = asked.Item1 == StartSheet.Name ? new Workshop(Playbook.Standard) : Rooms.At("teams");
            var dialog = Interview.Open(Filling.Open(asked.Item1, null, [], "asked", w, Who("Ann"), whole: true).Value, "m-1", w.Title, "t", Rooms.Now).Dialog;
            foreach (var (text, turn) in asked.Item2.Select((text, turn) => (text, turn)))
            {
                var step = Interview.Hear(DialogJson.Read(DialogJson.Write(dialog))!, text, $"{turn}", w, Who("Ann"));
                if (step is DialogStep.Asks next)
                {
                    Assert.NotEmpty(string.Concat(Interview.Says(next.Question).Select(line => Speech.Say(line, Speech.Culture("de")))));
                    dialog = next.Next;
                }
                if (step is not DialogStep.Submits sends) continue;
                var answer = Conversation.Hear(new("sent", "test:local:ann", "Ann", "", Rooms.Now, Zone.Utc, [], "the room", "m-1", Press: sends.Press), w);
                if (answer.Refused) Assert.True(Interview.After(sends.Last, answer, w, Who("Ann")) is DialogStep.Asks or DialogStep.Ends);
            }
        }));

    private static Actor Who(string name) => new($"test:local:{name.ToLowerInvariant()}", name, Rooms.Now, Zone.Utc, "t", "t");
}

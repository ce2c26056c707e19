using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Tests.Lines;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>What holds of every form there is, also of those somebody declares tomorrow.</summary>
public sealed class SheetTests
{
    public static TheoryData<string> All => [.. Playbook.Standard.Sheets.Where(sheet => sheet.Id != StartSheet.Name).Select(sheet => sheet.Id)];

    public static TheoryData<string> Typed => [.. Playbook.Standard.Kinds.All.Where(kind => kind.Typed).Select(kind => kind.Id)];

    private static Workshop Room { get; } = Conversation.Fold(Rooms.At("teams"), [], "test:local:ann", Rooms.Now, "made");

    private static Actor Ann => new("test:local:ann", "Ann", Rooms.Now, Zone.Utc, "form", "form");

    [Theory]
    [MemberData(nameof(All))]
    public void A_form_can_be_opened_says_what_it_asks_and_begins_with_a_few_fields(string id)
    {
        var (few, whole) = (Open(id, whole: false), Open(id, whole: true));

        Assert.InRange(few.Fields.Length, 1, 8);
        Assert.True(whole.Whole);
        Assert.Equal(few.Whole, few.Fields.Length == whole.Fields.Length);
        Assert.Empty(whole.Fields.Where(field => field.Required && few.Fields.All(shown => shown.Id != field.Id)).Select(field => field.Id));
        Assert.Equal(whole.Fields.Length, whole.Fields.DistinctBy(field => field.Id).Count());
        Assert.Equal([], Playbook.Standard.Sheet(id)!.Begins.Except(Playbook.Standard.Sheet(id)!.Blanks(new(Room, Ann, null)).Select(blank => blank.Id)));
        foreach (var language in Speech.Languages)
            Assert.All([whole.Title, whole.Intro, .. whole.Fields.Select(field => field.Label)], arg => Assert.NotEmpty(Speech.Say(arg, Speech.Culture(language))));
        foreach (var field in whole.Fields)
        {
            Assert.All(field.Choices, choice => Assert.False(choice.Value.Length == 0 || choice.Value.Contains(','), $"{field.Id}: {choice.Value}"));
            Assert.True(field.Input is FormInput.OneOf or FormInput.AnyOf or FormInput.Date or FormInput.Toggle or FormInput.Number || field.MaxLength > 0, field.Id);
            Assert.True(field.Choices.IsEmpty || field.Input is FormInput.OneOf or FormInput.AnyOf, field.Id);
            Assert.True(field.Input is FormInput.OneOf or FormInput.AnyOf or FormInput.Date or FormInput.Toggle or FormInput.Number || field.Hint is not null || field.Example is not null || field.Id is "timesBy" or "objection", $"{field.Id} says what belongs there");
        }
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public void A_kinds_form_filled_from_its_examples_gives_what_the_line_gives(string id)
    {
        var kind = Playbook.Standard.Kinds.WithId(id)!;
        var form = Open(id, whole: true);
        var values = form.Fields.Where(field => kind.Field(field.Id) is not null).Select(field => (field.Id, Value: Example(field, kind.Field(field.Id)!))).Where(field => field.Value.Length > 0).ToList();

        var sent = Conversation.Hear(Heard("sent") with { Press = form.Filled([.. values.SelectMany(value => (string[])[value.Id, value.Value])]) }, Room);
        var home = values.Find(value => value.Id == kind.Home?.Id).Value;
        var text = values.Find(value => value.Id == kind.Main.Id).Value;
        var line = $"{kind.Id} {home}: {text} | {string.Join(" | ", values.Where(value => value.Id != kind.Home?.Id && value.Id != kind.Main.Id).Select(value => $"{kind.Field(value.Id)!.Label}: {value.Value}"))}";
        var typed = Conversation.Hear(Heard("typed") with { Text = line }, Room);

        Assert.False(sent.Refused || typed.Refused, $"{line}\n{Team.Text(sent)}\n{Team.Text(typed)}");
        Assert.Equal(Shown(Last(typed, kind)), Shown(Last(sent, kind)));
        Assert.True(values.Count >= kind.Fields.Count(field => !field.Hidden) - 2, $"{values.Count} of {kind.Fields.Count} fields");
    }

    [Theory]
    [MemberData(nameof(Typed))]
    public void An_item_shown_in_its_form_and_sent_as_it_is_stays_as_it_is(string id)
    {
        var kind = Playbook.Standard.Kinds.WithId(id)!;
        var form = Open(id, whole: true);
        var made = Conversation.Hear(Heard("made") with { Press = form.Filled([.. form.Fields.Where(field => kind.Field(field.Id) is not null).SelectMany(field => (string[])[field.Id, Example(field, kind.Field(field.Id)!)])]) }, Room).After;
        var item = made.Map.On(kind.Letter).Last().Name;

        var change = Filling.Open(null, item, [], "change", made, Ann, whole: true).Value;
        Assert.Equal(item, change.Item);
        var same = Conversation.Hear(Heard("same") with { Press = change.Filled() }, made);

        Assert.False(same.Refused, Team.Text(same));
        Assert.Same(made, same.After);
        // And every value it shows would be read as itself.
        foreach (var field in change.Fields.Where(field => field.Value.Length > 0))
            Assert.True(kind.Field(field.Id)!.Put(kind.Blank, field.Value, made.Reading(Ann)) is { Ok: true } read && kind.Field(field.Id)!.Same(read.Value, kind.Field(field.Id)!.Copy(made.Map.Find(item)!.Item, kind.Blank)), $"{field.Id}: {field.Value}");
    }

    [Fact]
    public void Every_step_offers_its_forms_the_one_people_want_first_at_the_front() => Assert.Equal(
        "kickoff: kickoff parked decided; personas: persona segment; stages: stage step; goals: goal need question; touchpoints: touchpoint feeling failure pain opportunity message; data: evidence times conversion metric spend; "
        + "teams: gap activity system solution action party; close: close",
        string.Join("; ", Playbook.Standard.Steps.Select(step => $"{step.Id}: {string.Join(' ', step.Forms.Select(form => form.Id))}")));

    [Fact]
    public void Two_forms_with_one_id_stop_the_start() => Assert.Throws<ArgumentException>(() => new Playbook([new Twice()], []));

    private static Form Open(string id, bool whole) => Filling.Open(id, null, [], "form", Room, Ann, whole) is { Ok: true, Value: var form } ? form : throw new InvalidOperationException(id);

    private static Heard Heard(string turn) => new(turn, Ann.Key, "Ann", "", Rooms.Now, Zone.Utc, [], "the room", "m-1");

    private static string Example(FormField field, Field declared) => field.Input switch
    {
        FormInput.OneOf or FormInput.AnyOf => field.Choices.Length > 0 ? field.Choices[^1].Value : "",
        _ when declared.Shape == "person" => "@Ben",
        _ when declared.Id == "language" => "en",
        _ => (declared.Example ?? "").Replace("Maya", "Mia", StringComparison.Ordinal).Replace("Choose", "Decide", StringComparison.Ordinal).Replace("Billing", "Legal", StringComparison.Ordinal),
    };

    private static Item Last(Answered answer, Kind kind) => answer.After.Map.On(kind.Letter).Last().Item;

    private static string Shown(Item item) => string.Join('\n', Rooms.Stored(Playbook.Standard.Kinds.All.First(kind => kind.Blank.GetType() == item.GetType()), item).Select(field => $"{field.Key}={field.Value.GetRawText()}"));

    private sealed class Twice : Step
    {
        public override string Id => "twice";
        public override string Title => "Twice";
        public override string Purpose => "";
        public override string Prompt => "";
        public override string Example => "";
        public override IReadOnlyList<Kind> Kinds => [];
        public override IReadOnlyList<Sheet> Forms => [new StartSheet()];
        public override IEnumerable<Open> Missing(Workshop w) => [];
    }
}

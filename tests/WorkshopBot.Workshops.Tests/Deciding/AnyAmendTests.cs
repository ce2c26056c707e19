using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Deciding;

/// <summary>Whatever a message of items says and is edited to: the map is the one it would be had it said that at first, up to refs and history.</summary>
public sealed class AnyAmendTests
{
    private static readonly string[] Lines =
    [
        "goal Research: compare", "goal Research: compare | for Tom", "goal Research: compare | emotional (survey, n=12, May)", "goal Explore: compare", "need Research: a price without an account", "Research? what is fair", "Choose? what is fair (anecdote)",
        "touchpoint Research: page | web", "touchpoint Research: page | web | during | serves G1", "touchpoint Research: page | phone | serves G1, G2 | answers Q1", "touchpoint Choose: call | friction (analytics, May)",
        "pain Research: dear | severity 3", "pain Research: slow", "opportunity Choose: a film", "gap Choose: nothing there | effect 3", "gap Choose: nothing there | M | effect 5", "metric Purchase: drop-out | 21 %", "metric Purchase: drop-out | 21 % | target: 10 %",
        "T1: 41% could not name the price (survey, n=212, May)", "T1: 41% could not name the price", "G1: heard (interviews, n=3)", "park a bell", "park a lamp", "segment: Families | value: 1200 EUR", "segment: Families",
    ];

    [Fact]
    public void An_edit_to_anything_is_as_if_that_had_been_typed_at_first_and_an_edit_back_restores() =>
        Prop.ForAll(Message.Zip(Message).ToArbitrary(), both =>
        {
            var ((first, then), team) = (both, Before());
            team.Turn("m", "Ben", first);

            team.Changes("Ben", "m", then, MessageChangeKind.Edited);
            Assert.Equal(Typed(then), Items(team.Workshop));
            team.Changes("Ben", "m", first, MessageChangeKind.Edited);
            Assert.Equal(Typed(first), Items(team.Workshop));
            team.Changes("Ben", "m", "", MessageChangeKind.Deleted);
            Assert.Equal(Items(Before().Workshop), Items(team.Workshop));
            team.Changes("Ben", "m", then, MessageChangeKind.Restored);
            Assert.Equal(Typed(then), Items(team.Workshop));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void An_edit_to_the_same_words_changes_nothing() =>
        Prop.ForAll(Message.ToArbitrary(), message =>
        {
            var team = Before();
            team.Turn("m", "Ben", message);
            Assert.Empty(team.Changes("Ben", "m", message, MessageChangeKind.Edited).Events);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    /// <summary>One to four lines, no two of which name the same segment.</summary>
    private static Gen<string> Message { get; } =
        Gen.Elements(Lines).NonEmptyListOf().Select(lines => string.Join('\n', lines.DistinctBy(line => line.StartsWith("segment", StringComparison.Ordinal) ? "segment" : line).Take(4)));

    private static Team Before() => Team.Started().Until("goals").Given("Ann: persona: Tom | teacher", "Ann: Research: one", "Ann: Explore: two", "Ann: Research? is it safe", "Ann: touchpoint Research: shop");

    private static string Typed(string message)
    {
        var team = Before();
        Assert.False(team.Turn("m", "Ben", message).Refused);
        return Items(team.Workshop);
    }

    /// <summary>What is on the map, in no order, with what an item points at by its words.</summary>
    private static string Items(Workshop w) => string.Join('\n', w.Map.Kinds.All.SelectMany(kind => w.Map.LiveOn(kind.Letter)).Where(entry => entry.Item is not Steps.Teams.Gap { Check: not null }).Select(entry => Said(w, entry)).Order(StringComparer.Ordinal));

    private static string Said(Workshop w, Entry entry)
    {
        var said = new StringBuilder(entry.Kind.Id);
        foreach (var field in entry.Kind.Fields.Where(field => !field.IsEmpty(entry.Item))) said.Append(" | ").Append(field.Id).Append(": ").Append(Value(w, field, entry.Item));
        return said.ToString();
    }

    private static string Value(Workshop w, Field field, Item item) => field.Targets(item).Any()
        ? string.Join(", ", field.Targets(item).Select(name => w.Map.Find(name)!).Select(target => $"{target.Kind.Id} {Speech.Say(target.Kind.Main.Show(target.Item), Speech.Culture("en"))}").Order(StringComparer.Ordinal))
        : Speech.Say(field.Show(item), Speech.Culture("en"));
}

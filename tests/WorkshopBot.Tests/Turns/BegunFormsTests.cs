using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Turns;

/// <summary>What was typed into a form and not sent is there again when the form is, and nowhere else.</summary>
public sealed class BegunFormsTests
{
    [Fact]
    public async Task It_outlives_its_step_and_a_closed_workshop_that_is_opened_again()
    {
        await using var talk = await Begun();
        await Types(talk, "goal", ("text", "half a thought"));
        await talk.Takes("ann", "next anyway");
        Assert.Equal("half a thought", await Holds(talk, "goal", "text"));

        await talk.Takes("ann", "throw away");
        var (closed, begun) = await Opens(talk, "goal");
        Assert.Equal((ReplyKind.Refused, null), (closed.Kind, begun));
        await talk.Takes("ann", "reopen");
        Assert.Equal("half a thought", await Holds(talk, "goal", "text"));
    }

    [Fact]
    public async Task A_choice_that_is_there_no_more_is_left_out_and_the_rest_stays()
    {
        await using var talk = await Begun();
        await Types(talk, "goal", ("text", "half a thought"), ("stage", "S2"));
        Assert.Equal("S2", await Holds(talk, "goal", "stage"));
        await talk.Takes("ann", "withdraw S2");
        Assert.Equal(("half a thought", ""), (await Holds(talk, "goal", "text"), await Holds(talk, "goal", "stage")));
    }

    [Fact]
    public async Task Of_an_item_that_is_off_the_map_nothing_is_shown_until_it_is_back()
    {
        await using var talk = await Begun();
        await Types(talk, "goal", [("text", "compare everything")], "G1");
        await talk.Takes("ann", "withdraw G1");
        var (off, begun) = await Opens(talk, "goal", "G1");
        Assert.Equal((ReplyKind.Refused, null), (off.Kind, begun));
        await talk.Takes("ann", "restore G1");
        Assert.Equal("compare everything", await Holds(talk, "goal", "text", "G1"));
    }

    [Fact]
    public async Task Who_leaves_leaves_it_behind_and_a_window_that_is_still_open_then_keeps_nothing()
    {
        await using var talk = await Begun();
        await Types(talk, "goal", ("text", "half a thought"));
        Assert.True(await talk.Loop.Leave("web:local:r", Bob));
        await Types(talk, "need", ("text", "a late thought"));
        // Whoever comes back begins anew.
        await talk.Takes("bob", "Research: see it");
        Assert.Equal(("", ""), (await Holds(talk, "goal", "text"), await Holds(talk, "need", "text")));
    }

    [Fact]
    public async Task Two_forms_at_once_are_two_and_one_form_in_two_windows_is_one()
    {
        await using var talk = await Begun();
        await Task.WhenAll(Types(talk, "goal", ("text", "half a thought")), Types(talk, "need", ("text", "half a need")));
        Assert.Equal(("half a thought", "half a need"), (await Holds(talk, "goal", "text"), await Holds(talk, "need", "text")));
        await Task.WhenAll(Types(talk, "goal", ("text", "a whole thought")), Types(talk, "goal", ("stage", "S2")));
        Assert.Equal(("a whole thought", "S2"), (await Holds(talk, "goal", "text"), await Holds(talk, "goal", "stage")));
    }

    [Fact]
    public async Task After_two_weeks_nothing_of_it_comes_back_also_where_nobody_has_swept_yet()
    {
        await using var talk = await Begun();
        await Types(talk, "goal", ("text", "an old thought"));
        talk.Time.Now += SeatEnd.Unused + TimeSpan.FromMinutes(1);
        Assert.Equal("", await Holds(talk, "goal", "text"));
        await Types(talk, "goal", ("stage", "S2"));
        Assert.Equal(("", "S2"), (await Holds(talk, "goal", "text"), await Holds(talk, "goal", "stage")));
    }

    [Fact]
    public async Task Who_takes_no_part_keeps_nothing()
    {
        await using var talk = await Begun();
        await talk.Loop.Begun.Keep("web:local:eve", Form("goal", [("text", "a stranger's")]), default);
        await talk.Takes("eve", "Research: see it");
        Assert.Null((await talk.Loop.Begun.Begin(Asks(talk, "goal", "", "eve"), default)).Begun);
    }

    const string Bob = "web:local:bob";

    static async Task<Talk> Begun()
    {
        var talk = new Talk();
        await talk.StartGoals();
        await talk.Takes("bob", "Research: compare prices");
        return talk;
    }

    static Task Types(Talk talk, string of, params (string Field, string Text)[] typed) => Types(talk, of, typed, "");

    static Task Types(Talk talk, string of, (string Field, string Text)[] typed, string item) => talk.Loop.Begun.Keep(Bob, Form(of, typed, item), default);

    static ImmutableSortedDictionary<string, string> Form(string of, (string Field, string Text)[] typed, string item = "") =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, typed.Select(one => KeyValuePair.Create(Press.Field + one.Field, one.Text))
            .Concat([KeyValuePair.Create(Press.Workshop, "m-1"), KeyValuePair.Create(Press.Of, of), KeyValuePair.Create(Press.Item, item)]));

    static Turn Asks(Talk talk, string of, string item, string person = "bob") => talk.Turn(person, "") with { Action = new(Press.Form, Form(of, [], item)) };

    static Task<(Reply Reply, Draft? Begun)> Opens(Talk talk, string of, string item = "") => talk.Loop.Begun.Begin(Asks(talk, of, item), default);

    // What stands in a field, and that whoever opens the form is told that it was kept.
    static async Task<string> Holds(Talk talk, string of, string field, string item = "")
    {
        var (reply, draft) = await Opens(talk, of, item);
        var form = Assert.IsType<Screen.Fill>(reply.Parts?.Screen).Form;
        var held = form.Fields.Single(one => one.Id == field).Value;
        Assert.True(held.Length == 0 || draft is not null, reply.Text);
        return held;
    }
}

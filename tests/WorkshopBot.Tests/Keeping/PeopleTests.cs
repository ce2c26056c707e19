using System.Collections.Immutable;
using WorkshopBot.Channels;
using WorkshopBot.Journal;
using WorkshopBot.Keeping;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Keeping;

/// <summary>Messages to one person each.</summary>
public sealed class PeopleTests
{
    static readonly string[] Many = [.. Enumerable.Range(0, 500).Select(i => $"p{i:D3}")];

    static string Key(string name) => $"{Toys.Asks}:{Toys.Person(name)}";

    static async Task Ask(Desk desk, params string[] people)
    {
        await desk.Open(room: "off:t:r");
        await desk.Commit([.. Toys.Begin(people), Toys.Says("one", asks: true)]);
    }

    [Fact]
    public async Task Everybody_gets_theirs_alone_and_in_their_language()
    {
        var desk = new Desk();
        await desk.Open(room: "off:t:r");
        await desk.Commit([.. Toys.Begin("ann", "bob"), new WorkshopEvent.LanguageChosen(Toys.Person("bob"), "de"), Toys.Says("one", asks: true)]);
        await desk.Pass();
        Assert.Equal(new HashSet<Address> { new Address.Person(Toys.Person("ann")), new Address.Person(Toys.Person("bob")) }, desk.Platform.All.Select(shown => shown.To).ToHashSet());
        Assert.Contains(" en UTC ", desk.Platform.The(Key("ann")).Text, StringComparison.Ordinal);
        Assert.Contains(" de UTC ", desk.Platform.The(Key("bob")).Text, StringComparison.Ordinal);
        await desk.Commit(new WorkshopEvent.LanguageChosen(Toys.Person("bob"), "en"));
        await desk.Pass();
        Assert.Equal((0, 1), (desk.Platform.The(Key("ann")).Edits, desk.Platform.The(Key("bob")).Edits));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Five_hundred_people_are_asked_once_each_though_every_node_ends_after_twenty_posts(bool finds)
    {
        var desk = new Desk(finds: finds);
        await Ask(desk, Many);
        var lives = 0;
        for (; lives < 100; lives++)
        {
            var rows = new DyingRows(desk.Rows);
            var chat = new Chat(desk.Platform, finds) { DiesAfter = 20 };
            var pass = desk.Another(chat, rows).BeginPass();
            if (pass.IsCompleted)
                break;
            rows.IsDead = true;
            desk.Time.Advance(TimeSpan.FromSeconds(61));
        }
        Assert.InRange(lives, 12, 99);
        Assert.All(desk.Platform.All.GroupBy(shown => shown.To), same => Assert.Single(same));
        var phases = (await desk.Lanes.Messages(Desk.Workshop, Lanes.People)).CountBy(row => row.Phase).ToDictionary();
        if (finds)
        {
            Assert.Equal(500, desk.Platform.All.Count);
            Assert.Equal(500, phases[MessagePhase.Up]);
        }
        else
            Assert.Equal(500, phases[MessagePhase.Up] + phases[MessagePhase.Unsure]);
    }

    [Fact]
    public async Task At_most_eight_are_called_at_once()
    {
        var desk = new Desk();
        await Ask(desk, Many[..100]);
        var opened = new TaskCompletionSource();
        desk.Chat.Opened = opened.Task;
        var pass = desk.BeginPass();
        Assert.Equal((8, 8), desk.Chat.AtOnce);
        opened.SetResult();
        await pass;
        Assert.Equal((100, 8), (desk.Platform.All.Count, desk.Chat.AtOnce.Most));
    }

    [Fact]
    public async Task What_is_over_is_put_right_where_it_is_and_posted_to_nobody()
    {
        var desk = new Desk();
        await Ask(desk, "ann", "bob");
        await desk.Pass();
        await desk.Commit(new WorkshopEvent.Joined(Toys.Person("cy"), "cy", "UTC", "en"), Toys.Says("two"));
        await desk.Pass();
        Assert.Equal(2, desk.Platform.All.Count);
        Assert.All(desk.Platform.All, shown => Assert.EndsWith(Toys.Over, shown.Text, StringComparison.Ordinal));
        Assert.Null(await desk.Row(Key("cy"), room: Lanes.People));
        await desk.Commit(Toys.Says("three", asks: true));
        await desk.Pass();
        Assert.Equal(3, desk.Platform.All.Count);
        Assert.All(desk.Platform.All, shown => Assert.DoesNotContain(Toys.Over, shown.Text, StringComparison.Ordinal));
        Assert.Equal(3, (await desk.Lane(Lanes.People)).Kept);
    }

    [Fact]
    public async Task What_is_over_is_not_drawn_for_those_who_never_got_it()
    {
        var desk = new Desk();
        var drawn = 0;
        desk.With(kit => kit with { Views = kit.Views with { Show = (key, w, reader) => kit.Views.Show(key, w, reader) is { } kept ? kept with { Draw = Count(kept.Draw) } : null } });
        await desk.Open(room: "off:t:r");
        await desk.Commit([.. Toys.Begin(Many), Toys.Says("one")]);
        await desk.Pass();
        Assert.Equal((0, 0), (drawn, desk.Chat.Calls));

        Func<ImmutableArray<View>> Count(Func<ImmutableArray<View>> draw) => () =>
        {
            drawn++;
            return draw();
        };
    }

    [Fact]
    public async Task A_post_nobody_heard_of_is_looked_for_also_when_it_is_over_and_never_made_anew()
    {
        foreach (var arrived in (bool[])[true, false])
        {
            var desk = new Desk();
            await Ask(desk, "ann");
            desk.Chat.Next.Enqueue(arrived ? Chat.Trouble.LosesAnswer : Chat.Trouble.LosesRequest);
            await desk.Pass();
            await desk.Commit(Toys.Says("two"));
            desk.Time.Advance(TimeSpan.FromSeconds(31));
            await desk.Pass();
            Assert.Equal(arrived ? 1 : 0, desk.Platform.All.Count);
            Assert.All(desk.Platform.All, shown => Assert.EndsWith(Toys.Over, shown.Text, StringComparison.Ordinal));
            Assert.Equal(2, (await desk.Lane(Lanes.People)).Kept);
        }
    }

    [Fact]
    public async Task Somebody_who_cannot_be_reached_does_not_keep_the_others()
    {
        var desk = new Desk();
        desk.Chat.Rule = to => to.Key == Toys.Person("bob") ? Chat.Trouble.Lost : Chat.Trouble.None;
        await Ask(desk, "ann", "bob", "cy");
        await desk.Pass();
        Assert.Equal(2, desk.Platform.All.Count);
        Assert.Equal((LaneState.Ok, 1), ((await desk.Lane(Lanes.People)).State, (await desk.Lane(Lanes.People)).Kept));
        await desk.Commit(Toys.Says("two", asks: true));
        await desk.Pass();
        Assert.All(desk.Platform.All, shown => Assert.Equal(1, shown.Edits));
        Assert.Equal(5, desk.Chat.Calls);
    }

    [Fact]
    public async Task To_ask_whether_all_are_up_to_date_takes_the_lane_from_nobody()
    {
        var desk = new Desk();
        await Ask(desk, Many[..(LaneRound.PeopleTogether + 5)]);
        await desk.Pass();
        await desk.Commit(Toys.Says("two", asks: true));
        var before = (await desk.Lanes.Find(Desk.Workshop, Lanes.People))!;
        Assert.False(await desk.IsTrue());
        var after = (await desk.Lanes.Find(Desk.Workshop, Lanes.People))!;
        Assert.Equal((null, before.ETag), (after.Lane.Holder, after.ETag));
    }

    [Fact]
    public async Task A_pause_in_the_middle_leaves_the_rest_for_later()
    {
        var desk = new Desk();
        await Ask(desk, Many[..100]);
        for (var i = 0; i < 50; i++)
            desk.Chat.Next.Enqueue(Chat.Trouble.None);
        desk.Chat.Next.Enqueue(Chat.Trouble.Later);
        var due = (await desk.Pass()).Due;
        Assert.Equal(50, desk.Platform.All.Count);
        desk.Time.Advance(due!.Value - desk.Time.GetUtcNow());
        await desk.Pass();
        Assert.Equal(100, desk.Platform.All.Select(shown => shown.To).Distinct().Count());
        Assert.Equal(100, desk.Platform.All.Count);
    }
}

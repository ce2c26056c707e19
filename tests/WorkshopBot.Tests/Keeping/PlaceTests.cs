using WorkshopBot.Channels;
using WorkshopBot.Keeping;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What becomes of messages in places that are not alike: without threads, with views of people's own.</summary>
public sealed class PlaceTests
{
    static Desk Flat(int views = 0, Platform? platform = null)
    {
        platform ??= new();
        return new(platform: platform, chat: new(platform) { Rooms = new(Threads: false, Mention: "@Bot") { Views = views } });
    }

    static async Task Step(Desk desk, string step)
    {
        await desk.Commit(new WorkshopEvent.StepOpened(step));
        await desk.Pass();
    }

    [Fact]
    public async Task Without_threads_the_step_stands_in_the_first_message_and_is_no_message_of_its_own()
    {
        var desk = Flat();
        await desk.Begin();
        await desk.Pass();
        Assert.Equal([Toys.Root, Toys.Once], desk.Platform.All.Select(shown => shown.Key));
        Assert.All(desk.Platform.All, shown => Assert.Null(shown.Root));
        Assert.StartsWith("root one ", desk.Platform.The(Toys.Root).Text, StringComparison.Ordinal);
        Assert.Contains("\ninner:kickoff one ", desk.Platform.The(Toys.Root).Text, StringComparison.Ordinal);
        Assert.Null(await desk.Row($"{Toys.Inner}:kickoff"));
    }

    [Fact]
    public async Task Without_threads_the_next_step_takes_the_place_of_the_one_before_it()
    {
        var desk = Flat();
        await desk.Begin();
        await desk.Pass();
        await Step(desk, "goals");
        var board = desk.Platform.The(Toys.Root);
        Assert.Contains("\ninner:goals one ", board.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("inner:kickoff", board.Text, StringComparison.Ordinal);
        // What was told of the step that is over is a message of its own, as it is where there are threads.
        Assert.Equal([Toys.Root, Toys.Once, $"{Toys.Told}:kickoff"], desk.Platform.All.Select(shown => shown.Key));
    }

    [Fact]
    public async Task Without_threads_the_first_message_is_edited_when_only_the_step_reads_differently()
    {
        var desk = Flat();
        var word = "first";
        desk.With(kit => kit with
        {
            Views = kit.Views with
            {
                To = (_, after) => new HashSet<string> { $"{Toys.Inner}:{after.StepId}" },
                Show = (key, w, reader) => Toys.Views.Show(key, w, reader) is { } kept
                    ? kept with { Draw = () => [new Toys.ToyView(key.StartsWith(Toys.Inner, StringComparison.Ordinal) ? word : key)] } : null,
            },
        });
        await desk.Begin();
        await desk.Pass();
        Assert.Equal("root\nfirst", desk.Platform.The(Toys.Root).Text);
        word = "second";
        await desk.Commit(Toys.Says("two"));
        await desk.Pass();
        Assert.Equal("root\nsecond", desk.Platform.The(Toys.Root).Text);
        Assert.Equal((1, 0), (desk.Platform.The(Toys.Root).Edits, desk.Platform.The(Toys.Once).Edits));
        await desk.Commit(Toys.Says("three"));
        await desk.Pass();
        Assert.Equal((1, true), (desk.Platform.The(Toys.Root).Edits, await desk.IsTrue()));
    }

    [Fact]
    public async Task Without_threads_a_start_that_came_as_a_message_has_nothing_under_it()
    {
        var desk = Flat();
        await desk.Open(root: "given");
        await desk.Commit([.. Toys.Begin(), Toys.Says("one")]);
        await desk.Pass();
        Assert.All(desk.Platform.All, shown => Assert.Null(shown.Root));
        Assert.Contains("\ninner:kickoff one ", desk.Platform.The(Toys.Root).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_go_under_nothing_where_there_are_no_threads()
    {
        var desk = Flat();
        await desk.Open();
        await desk.Commit([.. Toys.Begin(), Toys.Says("one", pages: 3)]);
        await desk.Pass();
        Assert.Equal(3, desk.Platform.Of(Toys.List).Count());
    }

    [Fact]
    public async Task The_first_message_names_as_many_people_as_a_place_takes_those_first_who_came_first_and_only_those_of_the_place()
    {
        foreach (var (most, named) in new[] { (0, Array.Empty<string>()), (2, ["ann", "bob"]), (9, ["ann", "bob", "cy"]) })
        {
            var desk = Flat(most);
            var seen = new List<Message>();
            desk.With(kit => kit with { Drawing = kit.Drawing with { Try = seen.Add } });
            await desk.Begin("ann", "bob", "cy");
            await desk.Commit(new WorkshopEvent.Joined("toy:other:@dan", "dan", "UTC", "en"), new WorkshopEvent.Joined("web:t:@eve", "eve", "UTC", "en"));
            await desk.Pass();
            Assert.Equal(named.Select(Toys.Person), seen.Single(message => message.Key == Toys.Root).Views);
            Assert.All(seen.Where(message => message.Key != Toys.Root), message => Assert.Empty(message.Views));
        }
    }

    [Fact]
    public async Task A_message_is_shown_to_one_person_in_their_own_way_with_the_step_below_it_where_there_are_no_threads()
    {
        var desk = Flat(views: 9);
        desk.With(kit => kit with
        {
            Views = kit.Views with { Personal = (key, _, person, reader) => key == Toys.Root ? new Toys.ToyView($"{person} {reader.Culture.Name} {reader.Mention} {reader.Guest}") : null },
        });
        await desk.Begin("ann");
        await desk.Commit(new WorkshopEvent.LanguageChosen(Toys.Person("ann"), "de"));
        await using var keeper = new Keeper(desk.Kit);
        var ann = new Person(Toys.Person("ann"), "Ann", "UTC", "en") { Guest = true };
        var message = keeper.View(Desk.Workshop, await desk.State(), Toys.Root, Desk.Room, ann, "Noted.")!;
        Assert.Equal($"{ann.Key} de @Bot True", message.Brief);
        Assert.Equal((Toys.Root, "Noted.", "de", Desk.Workshop), (message.Key, message.Notice, message.Language, message.Workshop));
        Assert.Equal(ann.Key, Assert.Single(message.Views));
        Assert.StartsWith("inner:kickoff one ", Assert.Single(message.Below).Brief, StringComparison.Ordinal);
        Assert.Null(keeper.View(Desk.Workshop, await desk.State(), Toys.Once, Desk.Room, ann, ""));
        Assert.Empty(desk.Platform.All);
    }

    [Fact]
    public async Task Where_a_start_came_as_a_message_ours_goes_under_it_and_what_a_step_came_to_beside_it()
    {
        var desk = new Desk();
        await desk.Open(root: "given");
        await desk.Commit([.. Toys.Begin(), Toys.Says("one")]);
        await desk.Pass();
        await Step(desk, "goals");
        Assert.Equal(
            [(Toys.Root, "given"), ($"{Toys.Inner}:kickoff", "given"), (Toys.Once, null), ($"{Toys.Inner}:goals", "given"), ($"{Toys.Told}:kickoff", null)],
            desk.Platform.All.Select(shown => (shown.Key, shown.Root)));
        desk.Platform.The(Toys.Root).Deleted = true;
        await desk.Commit(Toys.Says("two"));
        await desk.Pass();
        Assert.Equal(["given", "given"], desk.Platform.Of(Toys.Root).Select(shown => shown.Root));
    }
}

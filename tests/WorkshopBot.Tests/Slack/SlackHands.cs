using WorkshopBot.Cli;
using WorkshopBot.Fakes.Slack;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Lines;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using Wish = WorkshopBot.Workshops.Tests.Forms.Wish;

namespace WorkshopBot.Tests.Slack;

/// <summary>
/// People in a channel of Slack who say a transcript's lines in all the ways there are: by command, by mention at the top and in the thread, unaddressed where nobody can mistake it, with buttons, and in
/// modals that they fill in field by field. Each line goes by the next way that can say it.
/// </summary>
/// <param name="hours">The bot and its Slack.</param>
/// <param name="channel">Where they are.</param>
/// <param name="ways">The ways that are gone round.</param>
sealed class SlackHands(SlackHours hours, FakeSlackChannel channel, params SlackWay[] ways)
{
    int _next;

    /// <summary>How often each way was gone.</summary>
    public SortedDictionary<SlackWay, int> Went { get; } = [];

    /// <summary>What was typed, because nothing that is shown says it.</summary>
    public List<string> Typed { get; } = [];

    /// <summary>The message the workshop is under.</summary>
    public FakeSlackMessage? Root { get; private set; }

    /// <summary>Says it, and everything that follows from it happens. False: it was refused.</summary>
    public async Task<bool> Does(FakeSlackPerson person, string text)
    {
        var w = await hours.Bot.Workshop(channel) ?? new Workshop(Playbook.Standard);
        var typed = new Typed(Tidy.Line(text), w, w.Reading(Meant(person)));
        var commands = LineReader.Read(typed) is Line.Do { Commands: var read } ? read.Select(command => Said(command, w)).ToArray() : [];
        for (var tries = ways.Length; tries > 0; tries--)
        {
            var way = ways[_next++ % ways.Length];
            if (await Goes(way, person, text, w, typed, commands) is { } taken)
            {
                Went[way] = Went.GetValueOrDefault(way) + 1;
                await hours.True();
                Root ??= channel.Posted is [var first, ..] ? first : null;
                return taken;
            }
        }
        Typed.Add($"{person.Name}: {text}");
        Went[SlackWay.Thread] = Went.GetValueOrDefault(SlackWay.Thread) + 1;
        return await Told(person, () => person.Writes(channel, text, Root));
    }

    /// <summary>Types it in their own chat with the bot.</summary>
    public async Task Alone(FakeSlackPerson person, string text)
    {
        var before = person.Dm.Posted.Count;
        await person.Writes(person.Dm, text);
        await hours.True();
        Assert.True(person.Dm.Posted.Count == before + 1, $"{person.Name}: {text}: {person.Dm.Posted.Count - before} answers");
        Went[SlackWay.Alone] = Went.GetValueOrDefault(SlackWay.Alone) + 1;
    }

    // Null: it cannot be said that way.
    async Task<bool?> Goes(SlackWay way, FakeSlackPerson person, string text, Workshop w, Typed typed, WorkshopCommand[] commands)
    {
        switch (way)
        {
            case SlackWay.Home when commands is [WorkshopCommand.Start start]:
                await person.OpensHome();
                await hours.True();
                await person.Presses(person.Home!, person.Home!.Buttons.First(button => button.Verb() == Press.Form && (string?)button.Data()[Press.Of] == "start"));
                await hours.True();
                await person.Picks(person.View!, "where", channel.Id);
                return await Fills(person, start);
            case SlackWay.Command when w.Phase == Phase.Running:
                return await Told(person, () => person.Types(channel, "/journey", text));
            case SlackWay.Mention when w.Phase == Phase.Running || text.StartsWith("start ", StringComparison.Ordinal):
                return await Told(person, async () =>
                {
                    var message = await person.Writes(channel, text);
                    Root ??= message;
                });
            case SlackWay.Thread when Root is not null:
                return await Told(person, () => person.Writes(channel, text, Root));
            case SlackWay.Overheard when Root is not null && LineReader.IsUnmistakable(typed):
                return await Told(person, () => person.Writes(channel, text, Root, mention: false));
            case SlackWay.Button:
                return await Says(person, typed);
            case SlackWay.Form when commands.Length > 0 && commands.All(Wish.IsForm) && commands[0] is not WorkshopCommand.Start:
                foreach (var (command, i) in commands.Select((command, i) => (command, i)))
                    if (!await Opens(person, command, w.StepId))
                        return i == 0 ? null : throw new InvalidOperationException($"The second half of a line has no form: {text}");
                    else if (!await Fills(person, command))
                        return false;
                return true;
            default:
                return null;
        }
    }

    // A button that means the same, in whatever language it was said; what the facilitator can do is a button away.
    async Task<bool?> Says(FakeSlackPerson person, Typed typed)
    {
        var (step, meant) = (typed.Workshop.StepId, LineReader.Read(typed));
        bool Wanted(FakeSlackButton button) => (string?)button.Data()[Press.Line] is { } line
            && (string.Equals(line, typed.Text, StringComparison.OrdinalIgnoreCase) || (meant is Line.Do { Commands: [var command] } && LineReader.Read(typed with { Text = line }) is Line.Do { Commands: [var its] } && its.Equals(command)));
        if (Find(person, Wanted, step) is null && meant is Line.Do { Commands: [WorkshopCommand.Next or WorkshopCommand.Close] })
            await Presses(person, button => button.Verb() == Press.Facilitate, step);
        if (Find(person, Wanted, step) is null)
            return null;
        var taken = await Told(person, () => Presses(person, Wanted, step), isModal: true);
        if (person.View is not null)
            await person.Closes(all: true);
        return taken;
    }

    async Task<bool> Opens(FakeSlackPerson person, WorkshopCommand wish, string step)
    {
        var (of, item) = Wish.For(wish);
        of = wish is WorkshopCommand.SetFrame && step == "close" ? "close" : of;
        bool Opening(FakeSlackButton button) => button.Verb() == Press.Form && button.Data() is var data && (item is { } name ? (string?)data[Press.Item] == name.ToString() && (string?)data[Press.Of] != "drop" : (string?)data[Press.Of] == of && data[Press.Item] is null);
        if (!await Presses(person, Opening, step))
        {
            if (item is null)
                return false;
            // Its name brings an item up, with the button to change it.
            await person.Types(channel, "/journey", $"show {item}");
            await hours.True();
            if (!await Presses(person, Opening, step))
                return false;
        }
        Assert.True(person.View is { Submit.Length: > 0 }, $"{wish}: {person.View?.Says ?? "no modal"}\n{string.Join('\n', person.Whispers(channel).TakeLast(1).Select(message => message.Says))}");
        return true;
    }

    async Task<bool> Fills(FakeSlackPerson person, WorkshopCommand wish)
    {
        var view = person.View!;
        var values = view.Wanted(wish);
        if (!values.Keys.All(view.Inputs().ContainsKey))
        {
            await person.Presses(view, view.Buttons.Single(button => button.Verb() == Press.More));
            await hours.True();
        }
        foreach (var (field, value) in values)
            await person.Fills(view, view.Inputs()[field], value, hours.Time.GetUtcNow());
        return await Told(person, () => person.Submits(), isModal: true);
    }

    async Task<bool> Presses(FakeSlackPerson person, Func<FakeSlackButton, bool> wanted, string step)
    {
        if (Find(person, wanted, step) is not var (on, button))
            return false;
        if (on is not FakeSlackView && person.View is not null)
            await person.Closes(all: true);
        await person.Presses(on, button);
        await hours.True();
        return true;
    }

    // Where people look: what is open, what only they see, what all see, each the newest first; the button that brings the fewest values along.
    (FakeSlackShown On, FakeSlackButton Button)? Find(FakeSlackPerson person, Func<FakeSlackButton, bool> wanted, string step)
    {
        bool IsOf(FakeSlackButton button) => (string?)button.Data()[Press.Shown] is var shown && (shown?.StartsWith("step:", StringComparison.Ordinal) != true || shown == "step:" + step);
        return (person.View is { } view ? [view] : Array.Empty<FakeSlackShown>()).Concat(person.Whispers(channel).Reverse()).Concat(channel.Posted.Reverse())
            .SelectMany(on => on.Buttons.Where(button => wanted(button) && IsOf(button)).Select(button => (On: on, Button: button)).OrderBy(found => found.Button.Data().Count).Take(1)).Select(found => ((FakeSlackShown, FakeSlackButton)?)found).FirstOrDefault();
    }

    // What somebody does is answered once, to them alone.
    async Task<bool> Told(FakeSlackPerson person, Func<Task> act, bool isModal = false)
    {
        // Whoever goes back to the channel has closed the modal.
        if (!isModal && person.View is not null)
            await person.Closes(all: true);
        var before = person.Whispers(channel).ToDictionary(message => message.Ts, message => message.Says, StringComparer.Ordinal);
        await act();
        await hours.True();
        var answers = person.Whispers(channel).Where(message => message.Says != before.GetValueOrDefault(message.Ts)).ToList();
        Assert.Empty(person.Troubles);
        Assert.True(isModal && person.View is not null ? answers.Count == 0 : answers.Count == 1, $"{person.Name}: {answers.Count} answers\n{string.Join("\n--\n", answers.Select(answer => answer.Says))}\n{person.View?.Says}");
        return person.View is null or { Errors.Count: 0 } && !answers.Exists(IsRefusal);
    }

    // What is refused comes with help, and with nothing to take back.
    static bool IsRefusal(FakeSlackMessage message) => message.Buttons.Any(button => (string?)button.Data()[Press.Line] == "help");

    static WorkshopCommand Said(WorkshopCommand command, Workshop w) => command is WorkshopCommand.Edit edit && w.Map.Find(edit.Name) is { } item ? new WorkshopCommand.Revise(edit.Name, [new(item.Kind.Main, edit.Text)]) : command;

    Actor Meant(FakeSlackPerson person) => new($"slack:{channel.Team.Id}:{person.Id}", person.Name, hours.Time.GetUtcNow(), Zone.Utc, "meant", "meant");
}

/// <summary>A way to say something in Slack.</summary>
enum SlackWay
{
    Home,
    Command,
    Mention,
    Thread,
    Overheard,
    Form,
    Button,
    Alone,
}

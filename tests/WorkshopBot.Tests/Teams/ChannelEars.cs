using WorkshopBot.Cli;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Tests.Teams;

/// <summary>People of a transcript typing in Teams, and what each of them hears (settled: "Who hears what").</summary>
sealed class ChannelEars(TeamsHours hours, string locale)
{
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    readonly Dictionary<(string Person, string Step), HashSet<string>> _replies = [];
    string? _root;

    public IEnumerable<FakePerson> People => _known.Select(Person);

    /// <summary>What the bot has said to somebody under their messages, and not taken away.</summary>
    public IEnumerable<FakeMessage> Replies(FakePlace channel, string? person = null) =>
        channel.Posted.Where(message => (person is null ? People.Select(one => one.Name) : [person]).Any(name => message.Shown.ToJsonString().Contains($"{(locale == "de-DE" ? "F\\u00FCr" : "For")} {name}:", StringComparison.Ordinal)));

    /// <summary>Somebody types, and hears what is due: in the channel a sign on what was taken and else one reply, alone one answer. What is typed alone is typed in the channel the first time.</summary>
    public async Task Line(FakePlace channel, ScriptLine.Typed typed, bool alone)
    {
        var person = Person(typed.Person);
        channel.Add(person);
        if (!_known.Add(typed.Person) && alone)
        {
            var before = person.Chat.Posted.Count;
            await hours.Says(person, person.Chat, typed.Text);
            Assert.True(person.Chat.Posted.Count == before + 1, $"{typed.Person}: {typed.Text}: {person.Chat.Posted.Count - before} answers");
            return;
        }
        var replies = Ever(channel, typed.Person).Count;
        var message = await hours.Says(person, channel, typed.Text, _root);
        _root ??= message.Id;
        var isRead = typed.Refused || typed.Text.StartsWith("show ", StringComparison.Ordinal) || typed.Text.StartsWith("export ", StringComparison.Ordinal);
        Assert.True(isRead ? message.Reactions.Count == 0 : message.Reactions.SequenceEqual(["like"]), $"{typed.Person}: {typed.Text}: [{string.Join(", ", message.Reactions)}] {Replies(channel, typed.Person).LastOrDefault()?.Shown.ToJsonString()}");
        var step = (await hours.Bot.Workshop(channel))!.StepId;
        var mine = _replies.TryGetValue((typed.Person, step), out var all) ? all : _replies[(typed.Person, step)] = new(StringComparer.Ordinal);
        mine.UnionWith(Ever(channel, typed.Person).Skip(replies));
        Assert.True(isRead || Ever(channel, typed.Person).Count == replies, $"A line that was taken is replied to: {typed.Person}: {typed.Text}");
        Assert.InRange(Replies(channel, typed.Person).Count(reply => mine.Contains(reply.Id)), 0, 1);
        if (isRead)
            Assert.NotEmpty(Replies(channel, typed.Person));
    }

    // Those that were taken away, too.
    List<string> Ever(FakePlace channel, string person) =>
        [.. channel.Messages.Where(message => message.By is null && message.Versions[0].ToJsonString().Contains($" {person}:", StringComparison.Ordinal) && message.Root == _root).Select(message => message.Id)];

    FakePerson Person(string name)
    {
        var person = hours.Teams.Person(name);
        (person.Zone, person.Locale) = ("UTC", locale);
        return person;
    }
}

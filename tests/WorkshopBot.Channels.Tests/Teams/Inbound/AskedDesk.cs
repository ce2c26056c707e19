namespace WorkshopBot.Channels.Tests.Teams.Inbound;

/// <summary>A bot that only knows numbered choices, and notes what it was asked for.</summary>
sealed class AskedDesk : IChatDesk
{
    const int Choosable = 60;

    public List<(IReadOnlyDictionary<string, string> Asked, string Text, int Most)> Asked { get; } = [];

    public Task<IReadOnlyList<ChatChoice>> Choices(Room room, Person person, IReadOnlyDictionary<string, string> asked, string text, int most, CancellationToken ct)
    {
        Asked.Add((asked, text, most));
        return Task.FromResult<IReadOnlyList<ChatChoice>>([.. Enumerable.Range(1, Choosable).Take(most).Select(i => new ChatChoice($"G{i}", $"G{i} \"ride\" <b>{i}</b>"))]);
    }

    public Task<ChatAnswer> Deliver(Turn turn, CancellationToken ct) => throw new NotSupportedException();

    public Task<bool> Follows(string room, string? thread, string? changed, CancellationToken ct) => throw new NotSupportedException();

    public Task<Message?> View(string workshop, string key, Room room, Person person, string notice, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<FoundItem>> Search(Room room, Person person, bool isPrivate, string text, int skip, int most, CancellationToken ct) => throw new NotSupportedException();

    public Task<Message?> Home(Person person, CancellationToken ct) => throw new NotSupportedException();

    public Task Keep(Person person, IReadOnlyDictionary<string, string> form, CancellationToken ct) => throw new NotSupportedException();

    public void Seen(string workshop, string key, Address where, string platformId) => throw new NotSupportedException();

    public void Heard(Room room) => throw new NotSupportedException();

    public Task Left(Room room, string person, CancellationToken ct) => throw new NotSupportedException();

    public Message? Welcome(Person person) => throw new NotSupportedException();
}

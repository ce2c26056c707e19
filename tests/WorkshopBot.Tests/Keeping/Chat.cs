using WorkshopBot.Channels;

namespace WorkshopBot.Tests.Keeping;

/// <summary>A chat that is strict about what it is asked, and goes wrong as told.</summary>
sealed class Chat(Platform platform, bool finds = true, TimeSpan? every = null, string name = "toy") : IChannel
{
    public enum Trouble { None, LosesAnswer, LosesRequest, Later, Lost, Dies }

    readonly Lock _lock = new();
    int _posts;

    public string Platform => name;

    public ChannelLimits Limits { get; init; } = new(every ?? TimeSpan.Zero, finds);

    /// <summary>What rooms are like here.</summary>
    public ChatPlace Rooms { get; init; } = ChatPlace.Plain;

    public ChatPlace Place(Address to) => to is Address.Room ? Rooms : ChatPlace.Plain;

    /// <summary>What the next calls come to.</summary>
    public Queue<Trouble> Next { get; } = [];

    /// <summary>What a call comes to, where nothing was said of it.</summary>
    public Func<Address, Trouble> Rule { get; set; } = _ => Trouble.None;

    /// <summary>After so many posts nothing is ever heard of again.</summary>
    public int DiesAfter { get; set; } = int.MaxValue;

    public int Calls { get; private set; }

    /// <summary>Calls at this moment, and the most there ever were.</summary>
    public (int Now, int Most) AtOnce { get; private set; }

    /// <summary>Answers wait for this.</summary>
    public Task Opened { get; set; } = Task.CompletedTask;

    public async ValueTask<PostOutcome> Post(Address to, string? root, string operation, Message message, CancellationToken ct)
    {
        var (trouble, id) = await Do(to, () => platform.Post(to, root, operation, message), ct);
        if (Interlocked.Increment(ref _posts) > DiesAfter)
            throw new InvalidOperationException("A dead node posts.");
        return trouble switch
        {
            Trouble.None => new PostOutcome.Posted(id!),
            Trouble.Later => new PostOutcome.Later(TimeSpan.FromSeconds(30)),
            Trouble.Lost => new PostOutcome.Lost("archived"),
            _ => new PostOutcome.Unknown(),
        };
    }

    public async ValueTask<EditOutcome> Edit(Address to, string platformId, Message message, CancellationToken ct)
    {
        var (trouble, id) = await Do(to, () => platform.Edit(to, platformId, message) ? "" : null, ct);
        return trouble switch
        {
            Trouble.None => id is null ? new EditOutcome.Missing() : new EditOutcome.Edited(),
            Trouble.Later => new EditOutcome.Later(TimeSpan.FromSeconds(30)),
            Trouble.Lost => new EditOutcome.Lost("archived"),
            _ => new EditOutcome.Unknown(),
        };
    }

    public ValueTask<FindOutcome> Find(Address to, string? root, string operation, DateTimeOffset when, CancellationToken ct) => !finds
        ? throw new InvalidOperationException("It was said that this cannot be.")
        : ValueTask.FromResult<FindOutcome>(platform.Find(to, operation) is { } id ? new FindOutcome.Found(id) : new FindOutcome.NotThere());

    async Task<(Trouble Trouble, string? Answer)> Do(Address to, Func<string?> land, CancellationToken ct)
    {
        Trouble trouble;
        lock (_lock)
        {
            Calls++;
            AtOnce = (AtOnce.Now + 1, Math.Max(AtOnce.Most, AtOnce.Now + 1));
            trouble = _posts >= DiesAfter ? Trouble.Dies : Next.TryDequeue(out var next) ? next : Rule(to);
        }
        if (trouble == Trouble.Dies)
            await new TaskCompletionSource().Task;
        await Opened.WaitAsync(ct);
        lock (_lock)
            AtOnce = AtOnce with { Now = AtOnce.Now - 1 };
        return (trouble, trouble is Trouble.None or Trouble.LosesAnswer ? land() : null);
    }
}

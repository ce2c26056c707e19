namespace WorkshopBot.Channels.Web;

/// <summary>
/// Follows what other nodes put on the shelf, place by place and only while somebody looks: asks every now and then whether a place has changed, more often while it does, and tells
/// of what is newer than anybody here was told.
/// </summary>
sealed class WebFollowing(IWebShelf shelf, Action<string, WebMessage> tell, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    readonly Lock _lock = new();
    readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>Somebody looks at a place: from the end of this on, what changes there is told.</summary>
    public Task Begin(string name, CancellationToken ct)
    {
        lock (_lock)
        {
            if (!_places.TryGetValue(name, out var place))
            {
                _places[name] = place = new();
                place.Known = Know(name, place);
            }
            place.Lookers++;
            return place.Known.WaitAsync(ct);
        }
    }

    public void End(string name)
    {
        lock (_lock)
            if (_places.TryGetValue(name, out var place) && --place.Lookers == 0)
            {
                _places.Remove(name);
                place.Over.Cancel();
            }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var place in _places.Values)
                place.Over.Cancel();
            _places.Clear();
        }
    }

    // What is there already. Where nobody can tell, everything is told with the first look that succeeds.
    async Task Know(string name, Place place)
    {
        if (await shelf.Mark(name, default).ConfigureAwait(false) is { } mark && await shelf.Load(name, default).ConfigureAwait(false) is { } there)
        {
            place.Mark = mark;
            _ = place.News(there);
        }
        _ = Follow(name, place);
    }

    async Task Follow(string name, Place place)
    {
        for (var wait = Shortest; !place.Over.IsCancellationRequested; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            await Task.Delay(wait, time, place.Over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (place.Over.IsCancellationRequested || await shelf.Mark(name, default).ConfigureAwait(false) is not { } mark || mark == place.Mark
                || await shelf.Load(name, default).ConfigureAwait(false) is not { } there)
                continue;
            // What came between the two is found with the next mark, and told once.
            place.Mark = mark;
            foreach (var message in place.News(there))
                tell(name, message);
            wait = Shortest / 2;
        }
    }

    /// <summary>A place that somebody looks at.</summary>
    sealed class Place
    {
        Dictionary<string, int> _told = new(StringComparer.Ordinal);

        public int Lookers { get; set; }

        public Task Known { get; set; } = Task.CompletedTask;

        public string? Mark { get; set; }

        public CancellationTokenSource Over { get; } = new();

        /// <summary>Messages in a version that was not there before.</summary>
        public List<WebMessage> News(IReadOnlyList<WebMessage> there)
        {
            var news = there.Where(message => message.Version > _told.GetValueOrDefault(message.Id)).ToList();
            _told = there.ToDictionary(message => message.Id, message => message.Version, StringComparer.Ordinal);
            return news;
        }
    }
}

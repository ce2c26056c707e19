using System.Text;
using WorkshopBot.Channels;

namespace WorkshopBot.Tests.Keeping;

/// <summary>What is really to be seen in a chat: the truth that nodes only know by answers.</summary>
sealed class Platform
{
    public sealed class Shown(string id, Address to, string? root, string operation, Message first)
    {
        public string Id => id;
        public Address To => to;
        public string? Root => root;
        public string Operation => operation;
        public string Key => first.Key;
        public string Text { get; set; } = Read(first);
        public bool Deleted { get; set; }
        public int Edits { get; set; }
    }

    readonly Lock _lock = new();
    readonly List<Shown> _all = [];

    public IReadOnlyList<Shown> All
    {
        get
        {
            lock (_lock)
                return [.. _all];
        }
    }

    public IEnumerable<Shown> Of(string key) => All.Where(shown => shown.Key == key);

    public Shown The(string key) => Of(key).Single();

    public string Post(Address to, string? root, string operation, Message message)
    {
        lock (_lock)
        {
            Assert.DoesNotContain(_all, shown => shown.Operation == operation);
            Assert.True(root is null || _all.Any(shown => shown.Id == root) || root == "given", "A root nobody has seen.");
            _all.Add(new($"p{_all.Count + 1}", to, root, operation, message));
            return _all[^1].Id;
        }
    }

    /// <summary>False: it is not there any more.</summary>
    public bool Edit(Address to, string id, Message message)
    {
        lock (_lock)
        {
            var shown = _all.Single(shown => shown.Id == id);
            Assert.Equal((shown.To, shown.Key), (to, message.Key));
            if (shown.Deleted)
                return false;
            shown.Text = Read(message);
            shown.Edits++;
            return true;
        }
    }

    public string? Find(Address to, string operation)
    {
        lock (_lock)
            return _all.Find(shown => shown.To == to && shown.Operation == operation && !shown.Deleted)?.Id;
    }

    // With what stands below it in the same message.
    static string Read(Message message) => string.Join('\n', message.Below.Select(Read).Prepend(Encoding.UTF8.GetString(message.Data.Span)));
}

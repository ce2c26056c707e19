using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using WorkshopBot.Journal;
using WorkshopBot.Workshops;

namespace WorkshopBot.Links;

/// <summary>
/// Makes and reads the links to map pages: a token that only this installation can make, which names a workshop, how often its links were revoked, and when it
/// ends. The token is the whole permission, so it is in no log. Thread-safe.
/// </summary>
public sealed class MapLinks : IDisposable
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(Limits.LinkDays);

    // A message that is rendered again says the same link, so that nothing is edited for its sake alone; made anew, a link is good for almost as long.
    static readonly TimeSpan SaidAgain = TimeSpan.FromDays(1);

    const string Pages = "WorkshopBot.MapLinks.v1";
    const string Files = "WorkshopBot.FileLinks.v1";
    const int MostMade = 10_000;
    const int MostCharacters = 1_024;
    const int Header = sizeof(long) + sizeof(int);

    readonly TimeProvider _time;
    readonly Func<string> _address;
    readonly ConcurrentDictionary<(string Workshop, int Epoch), (string Token, DateTimeOffset At)> _made = new();

    MapLinks(SavedKeys keys, TimeProvider time, Func<string> address) => (Keys, _time, _address) = (keys, time, address);

    /// <summary>What links are made with, and other secrets sealed.</summary>
    public SavedKeys Keys { get; }

    /// <inheritdoc cref="SavedKeys.Lost"/>
    public int Lost => Keys.Lost;

    /// <summary>
    /// Opens the key ring in the storage, wrapped under <paramref name="master"/> where there is one. <paramref name="address"/> is asked when a link is made.
    /// Throws <see cref="StorageUnavailableException"/>.
    /// </summary>
    public static MapLinks Open(IRowStore rows, TimeProvider time, MasterKey? master, Func<string> address) => new(SavedKeys.Open(rows, time, master), time, address);

    /// <summary>
    /// The whole link to a workshop's map, good for almost <see cref="GoodFor"/>; with a <paramref name="format"/>, to a file for whoever may take it away. The link to the page,
    /// which everybody in a room sees, gives no file.
    /// </summary>
    public string Url(string workshop, int epoch, string? format = null) =>
        $"{_address()}/maps/{(format is null ? Said(workshop, epoch) : $"{Make(workshop, epoch, isFile: true)}?as={Uri.EscapeDataString(format)}")}";

    /// <summary>A new token for a page, or for files, good for <see cref="GoodFor"/>.</summary>
    public string Make(string workshop, int epoch, bool isFile = false)
    {
        var payload = new byte[Header + Encoding.UTF8.GetByteCount(workshop)];
        BinaryPrimitives.WriteInt64BigEndian(payload, (_time.GetUtcNow() + GoodFor).ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt32BigEndian(payload.AsSpan(sizeof(long)), epoch);
        Encoding.UTF8.GetBytes(workshop, payload.AsSpan(Header));
        return Base64Url.EncodeToString(Keys.Seal(isFile ? Files : Pages, payload));
    }

    /// <summary>What a token for a page, or for files, leads to; null when it is none of ours, was changed in any way, or has ended.</summary>
    public LinkTarget? Read(string token, bool isFile = false)
    {
        try
        {
            if (token.Length is 0 or > MostCharacters || !Base64Url.IsValid(token))
                return null;
            var bytes = Base64Url.DecodeFromChars(token);
            // The last character has bits that mean nothing; only the one spelling counts.
            if (Base64Url.EncodeToString(bytes) != token)
                return null;
            if (Keys.Open(isFile ? Files : Pages, bytes) is not { Length: >= Header } payload)
                return null;
            var until = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(payload));
            return _time.GetUtcNow() < until ? new(Encoding.UTF8.GetString(payload.AsSpan(Header)), BinaryPrimitives.ReadInt32BigEndian(payload.AsSpan(sizeof(long))), until) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public void Dispose() => Keys.Dispose();

    string Said(string workshop, int epoch)
    {
        var now = _time.GetUtcNow();
        if (_made.TryGetValue((workshop, epoch), out var made) && now - made.At < SaidAgain)
            return made.Token;
        if (_made.Count >= MostMade)
            _made.Clear();
        return (_made[(workshop, epoch)] = (Make(workshop, epoch), now)).Token;
    }
}

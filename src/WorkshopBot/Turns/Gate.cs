using WorkshopBot.Channels;

namespace WorkshopBot.Turns;

/// <summary>What every turn passes before it is read: its person and its room must be of one tenant. Rooms of other tenants are admitted one by one, when there is a way to ask.</summary>
static class Gate
{
    public static bool Admits(Turn turn) => Tenant(turn.Person.Key).SequenceEqual(Tenant(turn.Room.Key));

    // Platform and tenant: the first two of the parts.
    static ReadOnlySpan<char> Tenant(string key)
    {
        var platform = key.IndexOf(':', StringComparison.Ordinal);
        var tenant = platform < 0 ? -1 : key.IndexOf(':', platform + 1);
        return tenant < 0 ? key : key.AsSpan(0, tenant);
    }
}

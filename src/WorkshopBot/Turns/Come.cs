using WorkshopBot.Channels;

namespace WorkshopBot.Turns;

/// <summary>A turn with when it came, by the clock that only goes forward: its deadline is counted from there.</summary>
readonly record struct Come(Turn Turn, long Arrived);

using System.Collections.Immutable;

namespace WorkshopBot.Channels;

/// <summary>A button that was pressed or a form that was sent, as a chat delivers it. Its data only name things and are no proof of anything: anybody can send any.</summary>
/// <param name="Verb">What the button stands for.</param>
/// <param name="Data">What the button carried, and what was put into the inputs beside it, all as text.</param>
public sealed record ChatAction(string Verb, ImmutableSortedDictionary<string, string> Data);

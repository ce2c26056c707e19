using System.Text.Json;

namespace WorkshopBot.Channels.Cards.Binding;

/// <summary>What names are looked up in while a card is written.</summary>
/// <param name="Item">The data, or the part that <c>$data</c> has chosen. Names are never looked for around it.</param>
/// <param name="Root">All data.</param>
/// <param name="Index">Number of the item in the innermost list, from 0; -1 outside any.</param>
readonly record struct Scope(JsonElement Item, JsonElement Root, int Index);

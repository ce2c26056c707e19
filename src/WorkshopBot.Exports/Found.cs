using System.Text.Json;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Exports;

/// <summary>An item as it stands in the file, not read yet.</summary>
/// <param name="Name">Its ref.</param>
/// <param name="Kind">The kind of the array it stands in.</param>
/// <param name="Element">Its object.</param>
/// <param name="Under">The stage or touchpoint it stands under; none at the top.</param>
internal sealed record Found(Ref Name, Kind Kind, JsonElement Element, Ref Under);

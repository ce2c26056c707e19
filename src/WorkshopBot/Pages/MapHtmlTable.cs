using System.Globalization;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Pages;

/// <summary>The table of a map page: stages across, lanes down, each cell a list. A row nobody has begun is named below it.</summary>
sealed class MapHtmlTable(Html html, MapTable map, CultureInfo culture)
{
    const int Shades = 6;

    public void Write()
    {
        html.Open("table", ("class", FormattableString.Invariant($"of-{map.Stages.Length}"))).Open("caption").Text(Wording.Own("page.caption", culture, map.Title)).Close("caption").Open("thead").Open("tr").Element("td", "", ("class", "corner"));
        for (var i = 0; i < map.Stages.Length; i++)
            Stage(map.Stages[i], i);
        html.Close("tr").Close("thead").Open("tbody");
        foreach (var lane in map.Lanes.Where(Begun))
            Row(lane);
        html.Close("tbody").Close("table");
        if (map.Lanes.Where(lane => !Begun(lane)).Select(lane => lane.Name).ToList() is { Count: > 0 } rest)
            html.Element("p", Wording.Own("page.nothing", culture, string.Join(", ", rest)), ("class", "more"));
    }

    /// <summary>A list of items, and how many are left out of it.</summary>
    public static void Items(Html html, IReadOnlyCollection<MapItem> items, int more, CultureInfo culture)
    {
        html.Open("ul", ("class", "items"));
        foreach (var item in items)
            Item(html, item);
        if (more > 0)
            html.Element("li", Wording.Own("page.more", culture, more), ("class", "more"));
        html.Close("ul");
    }

    static bool Begun(MapLane lane) => lane.Always || !lane.IsEmpty;

    void Stage(MapStage stage, int index)
    {
        html.Open("th", ("scope", "col"), ("class", FormattableString.Invariant($"stage shade-{index * Shades / map.Stages.Length + 1}")), ("id", stage.Ref))
            .Element("span", (index + 1).ToString(culture), ("class", "number")).Space().Said("span", stage.Name, "name");
        if (stage.Lasts is { } lasts)
            html.Space().Element("span", lasts, ("class", "lasts"));
        html.Close("th");
    }

    void Row(MapLane lane)
    {
        html.Open("tr", ("class", lane.Always ? $"lane-{lane.Id} always" : $"lane-{lane.Id}")).Open("th", ("scope", "row")).Element("span", lane.Name, ("class", "lane")).Space().Element("span", lane.Hint, ("class", "hint")).Close("th");
        foreach (var cell in lane.Cells)
        {
            html.Open("td");
            if (!cell.IsEmpty)
                Items(html, cell.Items, cell.More, culture);
            else if (cell.Empty.Length > 0)
                html.Said("p", cell.Empty, "empty");
            html.Close("td");
        }
        html.Close("tr");
    }

    static void Item(Html html, MapItem item)
    {
        if (item.Ref.Length > 0)
            html.Open("li", ("id", item.Ref));
        else
            html.Open("li", ("class", "fact"));
        html.Open("p", ("class", "text")).Element("span", item.Text, ("dir", "auto"));
        if (item.Ref.Length > 0)
            html.Space().Element("span", item.Ref, ("class", "ref"));
        html.Close("p");
        if (!item.Chips.IsEmpty || item.At is not null)
            Marks(html, item);
        if (!item.Details.IsEmpty)
        {
            html.Open("ul", ("class", "details"));
            foreach (var detail in item.Details)
                html.Element("li", detail, ("dir", "auto")).Space();
            html.Close("ul");
        }
        html.Close("li");
    }

    static void Marks(Html html, MapItem item)
    {
        html.Open("p", ("class", "marks"));
        foreach (var chip in item.Chips)
            html.Open("span", ("class", $"chip {chip.Tone}"), ("dir", "auto")).Text(chip.Text).Close("span").Space();
        if (item.At is { } at)
        {
            if (at.Ref.Length > 0)
                html.Element("a", $"{at.Ref} {at.Name}".TrimEnd(), ("class", "at"), ("href", $"#{at.Ref}"), ("dir", "auto"));
            else
                html.Said("span", at.Name, "at");
        }
        html.Close("p");
    }
}

using System.Text;
using System.Text.Json;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Views;

/// <summary>Readers for the tests, and views as a card is bound to them.</summary>
public static class Readers
{
    public static readonly Reader English = Of("en"), German = Of("de");

    public static Reader Of(string language) => new(Speech.Culture(language), Zone.Utc, "m-1", () => "https://example.org/maps/1");

    public static string Json(View view) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(view, CardViews.All[view.Card]));

    /// <summary>Who has not answered, as who leads is told in English; empty when nobody is waited for.</summary>
    public static string Awaited(FacilitateView view) => Part(view, "No answer yet from")?.Text ?? "";

    /// <summary>What stands under an English heading for who leads; null when nothing does.</summary>
    public static FacilitatePart? Part(FacilitateView view, string title) => view.Parts.SingleOrDefault(part => part.Title == title);

    /// <summary>The same, line by line.</summary>
    public static IEnumerable<string> Lines(FacilitateView view, string title) => Part(view, title)?.Lines.Select(line => line.Text) ?? [];

    /// <summary>All that a key shows now; empty when nothing.</summary>
    public static string Shown(string key, Workshop w, Reader reader) =>
        Reactions.Show(key, w, reader) is { } kept ? string.Join('\n', kept.Pages.Select(page => page.Brief + Json(page)).Prepend($"{kept.Person} {kept.Must} {kept.InThread}")) : "";
}

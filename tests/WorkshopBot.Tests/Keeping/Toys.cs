using System.Text;
using WorkshopBot.Channels;
using WorkshopBot.Keeping;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Keeping;

/// <summary>
/// Messages as simple as can be, through the seam the real ones come through. What they show follows the frame: its purpose is in every text, its window says
/// how many pages the list has, and with an owner's cadence everybody is asked; without one, and while a step is open again that was told of, what is up is only
/// put right.
/// </summary>
static class Toys
{
    public const string Root = "root";
    public const string Inner = "inner";
    public const string Once = "once";
    public const string List = "list";
    public const string Asks = "ask";
    public const string Told = "told";

    /// <summary>In the text of what must never be posted.</summary>
    public const string Over = "over";

    public sealed record ToyView(string Says) : View
    {
        public override string Card => "toy";
        public override string Brief => Says;
    }

    public static readonly KeptViews Views = new(To, All, Show, reader => new ToyView($"empty {reader.Culture.Name}"));

    /// <summary>Messages that have lost what says that they are only to be put right.</summary>
    public static readonly KeptViews Careless = Views with { Show = (key, w, reader) => Show(key, w, reader) is { } kept ? kept with { OnlyEdits = false } : null };

    public static Drawing Drawing() =>
        new(view => Encoding.UTF8.GetBytes(((ToyView)view).Says), Mark, _ => { });

    static string Mark(Message message) => string.Join('|', [message.Card, Encoding.UTF8.GetString(message.Data.Span), .. message.Views, .. message.Below.Select(Mark)]);

    public static WorkshopEvent[] Begin(params IEnumerable<string> people) =>
        [new WorkshopEvent.Started("Bikes", false, null), .. people.Select(person => new WorkshopEvent.Joined(Person(person), person, "UTC", "en")), new WorkshopEvent.StepOpened("kickoff")];

    public static WorkshopEvent Says(string purpose, int pages = 0, bool asks = false) =>
        new WorkshopEvent.Framed(Frame.Blank with { Purpose = purpose, Window = pages == 0 ? null : $"{pages}", Cadence = asks ? "yes" : null });

    public static string Person(string name) => $"toy:t:@{name}";

    /// <summary>What a key should show now, without the link.</summary>
    public static string? Text(string key, Workshop w, int page = 0) =>
        Show(key, w, new(System.Globalization.CultureInfo.GetCultureInfo("en"), Zone.Utc, "", () => "")) is { } kept && page < kept.Pages.Length ? kept.Pages[page].Brief : null;

    static HashSet<string> To(IEnumerable<WorkshopEvent> events, Workshop after)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happened in events)
            if (happened is WorkshopEvent.Joined joined)
                touched.Add($"{Asks}:{joined.Person}");
            else if (happened is WorkshopEvent.LanguageChosen chosen)
                touched.Add($"{Asks}:{chosen.Person}");
            else
                touched.UnionWith(All(after));
        return touched;
    }

    static IEnumerable<string> All(Workshop w) =>
        [Root, $"{Inner}:{w.StepId}", Once, List, .. w.Opened.Select(step => $"{Told}:{step}"), .. w.Crew.All.Select(person => $"{Asks}:{person.Key}")];

    static Kept? Show(string key, Workshop w, Reader reader)
    {
        if (w.Phase == Phase.NotStarted || w.Frame.Purpose == "throw")
            return w.Frame.Purpose == "throw" && key != Once ? throw new InvalidOperationException() : null;
        var text = $"{key} {w.Frame.Purpose} {w.Map.Size} {reader.Culture.Name} {reader.Zone.Id} {reader.MapUrl()}";
        var (kind, of) = (key.Split(':')[0], key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return kind switch
        {
            Root => One(key, text, must: true) with { Returns = true },
            Inner => One(key, text, must: true) with { InThread = true, Returns = true },
            Once => One(key, text),
            List when int.TryParse(w.Frame.Window, out var pages) => One(key, text) with { Draw = () => [.. Enumerable.Range(1, pages).Select(page => new ToyView($"{page} {text}"))] },
            Told when w.Opened.Contains(of) => of != w.StepId ? One(key, text) : One(key, $"{text} {Over}") with { OnlyEdits = true },
            Asks => w.Frame.Cadence is not null ? One(key, text) with { Person = of } : One(key, $"{text} {Over}") with { Person = of, OnlyEdits = true },
            _ => null,
        };
    }

    static Kept One(string key, string text, bool must = false) => new(key, null, must, InThread: false, () => [new ToyView(text)]);
}

using System.Globalization;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Pages;

/// <summary>The page of one map: what it is about, whose journey it is, the journey as a table, the rest, and who can see it. No script, nothing from elsewhere.</summary>
sealed class MapHtml(MapTable map, CultureInfo culture, DateTimeOffset until, string? look = null)
{
    readonly Html _html = new();

    public byte[] Page()
    {
        Frame.Head(_html, $"{map.Title} · {Own("page.kicker")}", culture, look: look);
        _html.Open("body").Element("a", Own("page.skip"), ("class", "skip"), ("href", "#whole-map"));
        Header();
        _html.Open("main");
        Personas();
        Journey();
        Also();
        _html.Close("main");
        Footer();
        return _html.Close("body").Close("html").Bytes();
    }

    void Header()
    {
        _html.Open("header", ("class", "top")).Open("nav", ("class", "languages"), ("aria-label", Own("page.language")));
        foreach (var language in Speech.Languages.Select(CultureInfo.GetCultureInfo))
            if (language.Name == culture.Name)
                _html.Element("span", language.NativeName, ("lang", language.Name), ("aria-current", "true"));
            else
                _html.Element("a", language.NativeName, ("href", $"?lang={language.Name}{(look is null ? "" : $"&look={look}")}"), ("lang", language.Name), ("hreflang", language.Name));
        _html.Close("nav").Open("p", ("class", "kicker")).Text($"{Own("page.kicker")} · {map.State}").Close("p").Said("h1", map.Title, "title");
        if (map.Scenario is { } scenario)
            _html.Said("p", scenario, "scenario");
        _html.Element("p", map.Label, ("class", map.IsHypothesis ? "label hypothesis" : "label"));
        Facts(map.Facts);
        _html.Close("header");
    }

    void Personas()
    {
        if (map.Personas.IsEmpty)
            return;
        _html.Open("section", ("class", "whose"), ("aria-labelledby", "whose")).Element("h2", Own("page.personas"), ("id", "whose"));
        if (map.Personas.Length > 1)
            _html.Said("p", Own("page.lead", map.Personas[0].Name), "note");
        foreach (var persona in map.Personas)
        {
            _html.Open("article", ("class", "card"), ("id", persona.Ref)).Open("h3").Said("span", persona.Name, "name").Space().Element("span", persona.Ref, ("class", "ref")).Close("h3");
            if (persona.Text is { } text)
                _html.Said("p", text, "job");
            Facts(persona.Facts);
            if (!persona.More.IsEmpty)
            {
                _html.Open("details").Element("summary", Own("page.about", persona.Name));
                Facts(persona.More);
                _html.Close("details");
            }
            _html.Close("article");
        }
        _html.Close("section");
    }

    void Journey()
    {
        _html.Open("section", ("class", "journey")).Element("h2", Own("page.journey"), ("id", "journey"));
        // Scrolled sideways by keyboard too, so it takes the focus and has a name.
        _html.Open("div", ("class", "scroll"), ("id", "whole-map"), ("role", "region"), ("aria-labelledby", "journey"), ("tabindex", "0"));
        if (map.Stages.IsEmpty)
            _html.Element("p", Own("page.no-stages"), ("class", "empty"));
        else
            new MapHtmlTable(_html, map, culture).Write();
        _html.Close("div");
        if (map.Rest is { } rest)
            _html.Element("p", rest, ("class", "more"));
        _html.Close("section");
    }

    void Also()
    {
        if (map.Also.IsEmpty)
            return;
        _html.Open("section", ("class", "also"), ("aria-labelledby", "also")).Element("h2", Own("page.also"), ("id", "also")).Open("div", ("class", "groups"));
        foreach (var group in map.Also)
        {
            _html.Open("section", ("class", "card")).Element("h3", group.Name);
            MapHtmlTable.Items(_html, group.Items, group.More, culture);
            _html.Close("section");
        }
        _html.Close("div").Close("section");
    }

    void Footer()
    {
        _html.Open("footer", ("class", "bottom")).Open("ul", ("class", "counts"));
        foreach (var count in map.Counts)
            _html.Element("li", count);
        _html.Close("ul").Element("h2", Own("page.who")).Element("p", Own("page.who.link", $"{Speech.Say((Arg)DateOnly.FromDateTime(until.UtcDateTime), culture)}, {until.UtcDateTime.ToString("HH:mm", culture)}")).Element("p", Own("page.who.end")).Close("footer");
    }

    void Facts(IReadOnlyCollection<MapFact> facts)
    {
        if (facts.Count == 0)
            return;
        _html.Open("dl", ("class", "facts"));
        foreach (var fact in facts)
            _html.Open("div").Element("dt", fact.Label).Open("dd", ("dir", "auto")).Text(fact.Text).Close("dd").Close("div");
        _html.Close("dl");
    }

    string Own(string code, params ReadOnlySpan<object?> args) => Wording.Own(code, culture, args);
}

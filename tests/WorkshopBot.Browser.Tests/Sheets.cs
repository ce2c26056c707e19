using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopBot.Browser.Tests;

/// <summary>Forms in somebody's tab: opened by a button, filled in by the labels people read, and sent.</summary>
static class Sheets
{
    /// <summary>The form that is open in the conversation.</summary>
    public static ILocator Form(this Tab tab) => tab.Log.Locator("li.answer").Last;

    /// <summary>Presses a button of the room or of an answer, and waits for the form it opens.</summary>
    public static async Task Opens(this Tab tab, string button, ILocator within)
    {
        await Assertions.Expect(tab.Log.Locator(".has-inputs")).ToHaveCountAsync(0);
        await tab.Press(button, within);
        await Assertions.Expect(tab.Log.Locator(".has-inputs")).ToHaveCountAsync(1);
    }

    /// <summary>Brings up an item by its name, and opens its form.</summary>
    public static async Task Opens(this Tab tab, string item, string button)
    {
        await tab.Takes("show " + item, item);
        await tab.Opens(button, tab.Form());
    }

    /// <summary>Asks for all fields of the form. What was filled in stays.</summary>
    public static async Task More(this Tab tab, params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
            await Put(tab.Form(), label, value);
        await tab.Press("More fields", tab.Form());
        await Assertions.Expect(tab.Form().GetByRole(AriaRole.Button, new() { Name = "More fields" })).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Log.Locator(".has-inputs")).ToHaveCountAsync(1);
    }

    /// <summary>Fills in fields, whatever they are, and sends the form, which is taken.</summary>
    public static async Task Sends(this Tab tab, string send, params (string Label, string Value)[] fields)
    {
        await Assertions.Expect(tab.Log.Locator(".has-inputs")).ToHaveCountAsync(1);
        foreach (var (label, value) in fields)
            await Put(tab.Form(), label, value);
        await tab.Press(send, tab.Form());
        await Assertions.Expect(tab.Form().Locator(".has-inputs")).ToHaveCountAsync(0);
        await Assertions.Expect(tab.Form()).ToHaveClassAsync("answer");
    }

    static async Task Put(ILocator form, string label, string value)
    {
        // What is needed has a star; a box that stands alone is called by its own word as well, and the first of a list by the list.
        var all = form.GetByLabel(new Regex($@"^\s*{Regex.Escape(label)}( \*)?( Yes)?\s*$"));
        // A choice may say after its name where it hangs.
        var choice = new Regex($@"^\s*{Regex.Escape(value)}( \(.*\))?\s*$");
        switch (await all.First.EvaluateAsync<string>("field => field.tagName === 'INPUT' ? field.type : field.tagName"))
        {
            case "SELECT":
                await all.SelectOptionAsync(await all.Locator("option").Filter(new() { HasTextRegex = choice }).GetAttributeAsync("value") ?? "");
                break;
            case "radio" or "checkbox" when value.Length > 0:
                await all.First.Locator("xpath=ancestor::div[contains(@class, 'ac-choiceSetInput-')][1]").GetByLabel(choice).CheckAsync();
                break;
            case "checkbox":
                await all.CheckAsync();
                break;
            default:
                await all.FillAsync(value);
                break;
        }
    }
}

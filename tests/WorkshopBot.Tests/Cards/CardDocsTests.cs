using WorkshopBot.Channels.Cards.Subset;
using WorkshopBot.Channels.Cards.Twin;

namespace WorkshopBot.Tests.Cards;

public sealed class CardDocsTests
{
    static readonly string[] Lines = File.ReadAllLines(Checkout.File("docs", "cards.md"));

    static readonly string[] Elements = [.. Lines.SkipWhile(line => !line.StartsWith("| element", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.Length > 0)];

    [Fact]
    public void The_table_of_elements_is_the_declaration() =>
        Assert.Equal(CardSubset.Elements.Select(Row), Elements.Select(line => string.Join(" | ", line.Split(" | ").Take(2))));

    [Fact]
    public void Every_element_says_what_becomes_of_it_everywhere() =>
        Assert.All(Elements, line => Assert.Equal(6, line.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length));

    [Fact]
    public void The_rules_and_the_limits_are_those_that_are_checked()
    {
        Assert.All(CardRules.All.Concat(BoundRules.All), rule => Assert.Contains(Lines, line => line.StartsWith($"* **{rule.Name}**: {rule.Says}", StringComparison.Ordinal)));
        Assert.Contains(Lines, line => line.Contains($"up to {TextTwin.Most.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture)} characters", StringComparison.Ordinal));
        Assert.Contains(Lines, line => line.Contains($"{BoundRules.MostBytes / 1024} KB", StringComparison.Ordinal));
    }

    static string Row(CardElement element) => $"| `{element.Type}` | {string.Join(", ", element.Properties.Where(property => element.Role != CardRole.Body || property.Name is not ("spacing" or "separator") && (property.Name != "id" || element.IsInput)).Select(Said))}";

    static string Said(CardProperty property) =>
        (property.Required ? $"**{property.Name}**" : property.Name) + (property.Value switch
        {
            CardValue.OneOf one => $" ({string.Join(" ", one.Values)})",
            CardValue.Parts parts => $" ({parts.Type}s)",
            CardValue.Part part => $" ({part.Type})",
            _ => "",
        });
}

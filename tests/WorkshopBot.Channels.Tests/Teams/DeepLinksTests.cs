using System.Text.Json.Nodes;
using WorkshopBot.Channels.Teams;

namespace WorkshopBot.Channels.Tests.Teams;

public sealed class DeepLinksTests
{
    const string App = "5b5a0c0e-1111-4222-8333-444455556666";

    [Fact]
    public void A_link_to_the_chat_names_only_the_app() =>
        Assert.Equal($"https://teams.microsoft.com/l/entity/{App}/conversations", DeepLinks.Chat(App));

    [Fact]
    public void A_link_to_the_tab_says_what_to_show_and_where_else_it_is()
    {
        var link = new Uri(DeepLinks.Tab(App, "home", "https://bot.example.com/maps/a?b=c&d", "Bikes & more", "m-1", "19:abc@thread.tacv2")!);
        Assert.Equal($"/l/entity/{App}/home", link.AbsolutePath);
        var query = link.Query[1..].Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));
        Assert.Equal(["webUrl", "label", "context"], query.Keys);
        Assert.Equal(("https://bot.example.com/maps/a?b=c&d", "Bikes & more"), (query["webUrl"], query["label"]));
        var context = JsonNode.Parse(query["context"])!;
        Assert.Equal(("m-1", "19:abc@thread.tacv2"), ((string)context["subEntityId"]!, (string)context["channelId"]!));
    }

    [Fact]
    public void With_nothing_to_say_it_has_no_question_mark() => Assert.Equal($"https://teams.microsoft.com/l/entity/{App}/home", DeepLinks.Tab(App, "home"));

    [Fact]
    public void Whatever_the_words_are_they_stay_words()
    {
        var link = DeepLinks.Tab(App, "home", label: "a\"b}&c=#d/é 👩‍👧", part: "\"},{\"x\":\"")!;
        Assert.All(link, letter => Assert.InRange(letter, '!', '~'));
        var query = new Uri(link).Query[1..].Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));
        Assert.Equal("a\"b}&c=#d/é 👩‍👧", query["label"]);
        Assert.Equal("\"},{\"x\":\"", (string)Assert.Single(JsonNode.Parse(query["context"])!.AsObject()).Value!);
    }

    [Fact]
    public void A_link_too_long_to_be_opened_is_none()
    {
        var empty = DeepLinks.Tab(App, "home", label: "")!.Length;
        Assert.NotNull(DeepLinks.Tab(App, "home", label: new('a', DeepLinks.MostCharacters - 1 - empty)));
        Assert.Null(DeepLinks.Tab(App, "home", label: new('a', DeepLinks.MostCharacters - empty)));
    }
}

using System.Text;
using System.Text.Json.Nodes;
using WorkshopBot.Channels.Cards;

namespace WorkshopBot.Channels.Tests.Cards;

/// <summary>Templates and data as they are written in tests.</summary>
static class Bound
{
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static JsonNode? Json(string template, string data) => JsonNode.Parse(CardTemplate.Compile("toy", Utf8(template)).Bind(Utf8(data)));

    public static void Is(string expected, string template, string data) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Json(template, data)), $"{expected}\n{Json(template, data)?.ToJsonString()}");

    /// <summary>What compiling or binding says is wrong.</summary>
    public static string Fault(string template, string data = "{}") => Assert.Throws<CardException>(() => Json(template, data)).Message;
}

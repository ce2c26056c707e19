using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Pages;

/// <summary>What the page in the chat client asks.</summary>
/// <param name="Locale">The language of the client; a hint.</param>
/// <param name="Map">Id of the map a link into the client named; a hint, which grants nothing.</param>
sealed record TabAsk(string? Locale, string? Map);

/// <summary>What it is answered: the reader's workshops, what waits first.</summary>
/// <param name="Name">What the reader is called.</param>
/// <param name="Workshops">Those they take part in.</param>
/// <param name="Open">Where the map is that was asked for, if the reader takes part in it.</param>
/// <param name="Chat">A link to the private chat with the bot.</param>
sealed record TabAnswer(string Name, ImmutableArray<TabWorkshop> Workshops, string? Open, string? Chat);

/// <summary>One of them, with where its map is.</summary>
sealed record TabWorkshop(MyWorkshop Workshop, string Map);

/// <summary>Why there is no answer, in a word.</summary>
sealed record TabRefusal(string Error);

/// <summary>The JSON of the tab.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TabAsk))]
[JsonSerializable(typeof(TabAnswer))]
[JsonSerializable(typeof(TabRefusal))]
sealed partial class TabJson : JsonSerializerContext;

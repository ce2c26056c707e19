using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using WorkshopBot.Channels;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

/// <summary>The view records there are, and how they are written.</summary>
static class ViewRecords
{
    static readonly JsonSerializerContext[] Contexts =
    [
        .. typeof(View).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(JsonSerializerContext)))
            .Select(type => (JsonSerializerContext)type.GetProperty("Default", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!),
    ];

    public static IReadOnlyList<Type> All { get; } = [.. typeof(View).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(View)) && !type.IsAbstract)];

    /// <summary>Null when no context of the room knows how to write it.</summary>
    public static JsonTypeInfo? Shape(Type view) => Contexts.Select(context => context.GetTypeInfo(view)).FirstOrDefault(shape => shape is not null);

    public static Message Message(View view) => new("", view.Card, JsonSerializer.SerializeToUtf8Bytes(view, Shape(view.GetType())!), view.Brief, "en");
}

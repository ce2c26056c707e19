using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Slack.Inbound;

/// <summary>What a modal carries and brings back: what sending it means, and where it was opened. It names things and grants nothing.</summary>
/// <param name="Verb">What sending stands for; empty where nothing is sent.</param>
/// <param name="Data">What goes with it.</param>
/// <param name="Channel">Where it was opened; empty for no conversation.</param>
/// <param name="Thread">The message it was opened under.</param>
sealed record ModalContext(string Verb, ImmutableSortedDictionary<string, string> Data, string Channel, string? Thread)
{
    /// <summary>Its room is chosen in the form.</summary>
    public bool AsksWhere { get; init; }

    /// <summary>What stood in its inputs when it was opened, each as a mark; null where there are none.</summary>
    public ImmutableSortedDictionary<string, string>? Was { get; init; }

    /// <summary>It began with what its person had typed before.</summary>
    public bool Begun { get; init; }

    public static readonly ModalContext None = new("", ActionData.None, "", null);

    public string Write() => JsonSerializer.Serialize(this, ModalContextJson.Default.ModalContext);

    /// <summary>What came back, as far as it is ours.</summary>
    public static ModalContext Read(string? text)
    {
        try
        {
            var read = text is { Length: > 0 } ? JsonSerializer.Deserialize(text, ModalContextJson.Default.ModalContext) : null;
            return read is null ? None : read with
            {
                Verb = read.Verb is { } verb && ActionData.IsVerb(verb) ? verb : "", Data = Whole(read.Data) ?? ActionData.None, Channel = SlackIds.Known(read.Channel) ?? "",
                Thread = SlackIds.IsTs(read.Thread) ? read.Thread : null, Was = Whole(read.Was),
            };
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return None;
        }
    }

    // What is written as null is none.
    static ImmutableSortedDictionary<string, string>? Whole(ImmutableSortedDictionary<string, string>? read) => read?.WithComparers(StringComparer.Ordinal).RemoveRange(read.Where(pair => pair.Value is null).Select(pair => pair.Key));
}

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ModalContext))]
sealed partial class ModalContextJson : JsonSerializerContext;

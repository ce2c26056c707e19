using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Slack.Answers;

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
    public static ModalContext Read(string text)
    {
        try
        {
            var read = text.Length == 0 ? null : JsonSerializer.Deserialize(text, ModalContextJson.Default.ModalContext);
            return read is { Verb: not null, Channel: not null } ? read with { Data = read.Data?.WithComparers(StringComparer.Ordinal) ?? ActionData.None, Was = read.Was?.WithComparers(StringComparer.Ordinal) } : None;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return None;
        }
    }
}

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ModalContext))]
sealed partial class ModalContextJson : JsonSerializerContext;

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopBot.Channels.Teams.Connector;

/// <summary>The JSON that goes to the Connector and comes back, as far as it is used; what else comes is passed over.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IdBody))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(InnerErrorBody))]
[JsonSerializable(typeof(MembersBody))]
[JsonSerializable(typeof(TeamsMember))]
[JsonSerializable(typeof(TeamsTeam))]
[JsonSerializable(typeof(CreateBody))]
sealed partial class ConnectorJson : JsonSerializerContext;

/// <summary>What was made.</summary>
sealed record IdBody(string? Id, string? ActivityId);

/// <summary>Both forms of an error: the one with <c>error</c>, and the older one whose message is JSON itself.</summary>
sealed record ErrorBody(ErrorText? Error, int? ErrorCode, JsonElement? Message);

/// <summary>An error in the newer form.</summary>
sealed record ErrorText(string? Code);

/// <summary>What the message of an error in the older form holds.</summary>
sealed record InnerErrorBody(string? SubCode);

/// <summary>One page of the people in a conversation.</summary>
sealed record MembersBody(ImmutableArray<TeamsMember?> Members, string? ContinuationToken);

/// <summary>A conversation to be made.</summary>
sealed record CreateBody(bool IsGroup, string TenantId, IdOnly? Bot, ImmutableArray<IdOnly>? Members, CreateData ChannelData, RawBody? Activity);

/// <summary>Somebody or something by its id.</summary>
sealed record IdOnly(string Id);

/// <summary>Where a conversation is made.</summary>
sealed record CreateData(IdOnly? Tenant, IdOnly? Channel);

/// <summary>JSON that is there already, put in as it is.</summary>
[JsonConverter(typeof(RawBodyConverter))]
sealed record RawBody(ReadOnlyMemory<byte> Json);

/// <summary>Writes JSON that is there already.</summary>
sealed class RawBodyConverter : JsonConverter<RawBody>
{
    public override RawBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, RawBody value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
}

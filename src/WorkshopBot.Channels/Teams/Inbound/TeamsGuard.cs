using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Channels.Teams.Protocol;

namespace WorkshopBot.Channels.Teams.Inbound;

/// <summary>Says who may come in: first by the header of a request alone, then by what came with it. Who may not come is not listened to, and learns nothing.</summary>
/// <param name="tokens">Checks tokens; null in development without any.</param>
/// <param name="settings">Where answers may go to.</param>
sealed class TeamsGuard(InboundTokens? tokens, TeamsSettings settings)
{
    /// <summary>The token a request came with, none where none is asked for, or why it is refused.</summary>
    public async ValueTask<(TokenCheck.Valid? Token, DoorRefusal? Refusal)> Look(StringValues authorization, CancellationToken ct) =>
        tokens is null ? (null, null) : await tokens.Verify(authorization, ct).ConfigureAwait(false) switch
        {
            TokenCheck.Valid valid => (valid, null),
            var check => (null, Refused(check)),
        };

    /// <summary>Why the activity is refused that came with the token; null: it is not.</summary>
    public DoorRefusal? Look(TokenCheck.Valid? token, Activity activity)
    {
        if (tokens is not null && token is not null)
            return tokens.Fits(token, activity.ChannelId, activity.ServiceUrl) is { } refused ? Refused(refused) : null;
        return ServiceUrls.Allows(settings.Cloud, activity.ServiceUrl, settings.AllowLoopback) ? null : new(StatusCodes.Status403Forbidden, "servicehost");
    }

    static DoorRefusal Refused(TokenCheck check) => check is TokenCheck.Refused refused ? new(refused.Status, refused.Code) : new(StatusCodes.Status401Unauthorized, "unknown");
}

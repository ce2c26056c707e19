using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkshopBot.Fakes.Connector;

/// <summary>Does what is asked, or refuses it.</summary>
sealed class ConnectorActs(FakeConnector fake)
{
    public Reply Do(FakeCall call, Asked asked)
    {
        lock (fake.Gate)
            return call switch
            {
                FakeCall.Create => Create(asked),
                FakeCall.Team or FakeCall.Conversations => OfTeam(call, asked),
                _ => fake.Find(asked.Conversation) is { } place ? In(place, call, asked) : new(Fault.ConversationGone),
            };
    }

    Reply In(FakePlace place, FakeCall call, Asked asked)
    {
        if (!Ids.TryRoot(asked.Conversation, out var root) || (root is not null && place.Kind != FakePlaceKind.Channel))
            return Reply.Bad("That is no thread.");
        if (root is not null && !place.All.Exists(message => message.Id == root && message.Root == root))
            return new(Fault.ConversationGone);
        if (call is FakeCall.Members or FakeCall.Member)
            return Throttled((ThrottleTable.GetMembers, place.Id)) ?? (call == FakeCall.Members ? Members(place, asked) : Member(place, asked.Id));
        if (call == FakeCall.Typing)
        {
            fake.Did(call, place, top: false);
            return new(202);
        }
        if (Throttled((ThrottleTable.Send, place.Id)) is { } wait)
            return wait;
        return call is FakeCall.Send or FakeCall.Reply ? Send(place, call, root, asked) : Of(place, call, root, asked);
    }

    Reply Send(FakePlace place, FakeCall call, string? root, Asked asked)
    {
        if (Strict.Fault(asked.Body!, place) is { } fault)
            return Reply.Bad(fault);
        if (call == FakeCall.Reply)
        {
            if (place.Find(asked.Id) is not { } to)
                return new(Fault.ActivityGone);
            root ??= to.Root;
        }
        string? only = null;
        if (asked.IsTargeted)
        {
            only = Strict.Text(asked.Body!["recipient"] as JsonObject ?? [], "id");
            if (place.Kind == FakePlaceKind.Personal || place.Members.All(person => person.Id != only))
                return Reply.Bad("A targeted message has a recipient who is in the chat.");
        }
        var message = Written(place, root, asked.Body!, only);
        fake.Did(call, place, top: !message.IsReply && only is null);
        return Reply.Ok(201, new { id = message.Id });
    }

    FakeMessage Written(FakePlace place, string? root, JsonObject activity, string? only = null)
    {
        var id = fake.NewId();
        var message = new FakeMessage(id, place, place.Kind == FakePlaceKind.Channel ? root ?? id : null, null, activity) { Only = only };
        place.All.Add(message);
        return message;
    }

    Reply Of(FakePlace place, FakeCall call, string? root, Asked asked)
    {
        if (place.Find(asked.Id) is not { } message || (root is not null && message.Root != root))
            return new(Fault.ActivityGone);
        var isReaction = call is FakeCall.React or FakeCall.Unreact;
        if (!isReaction && (message.By is not null || asked.IsTargeted != message.Only is not null))
            return new(Fault.ActivityGone);
        switch (call)
        {
            case FakeCall.Edit when Strict.Fault(asked.Body!, place) is { } fault:
                return Reply.Bad(fault);
            case FakeCall.Edit:
                message.Written.Add(asked.Body!);
                break;
            case FakeCall.Delete:
                message.IsDeleted = true;
                break;
            case FakeCall.React:
                message.Reacted.Remove(asked.Extra);
                message.Reacted.Add(asked.Extra);
                break;
            default:
                message.Reacted.Remove(asked.Extra);
                break;
        }
        fake.Did(call, place, top: false);
        return isReaction || call == FakeCall.Delete ? new(200) : Reply.Ok(200, new { id = message.Id });
    }

    Reply Create(Asked asked)
    {
        var body = asked.Body!;
        var isGroup = body["isGroup"] is JsonValue value && value.TryGetValue<bool>(out var group) && group;
        if (isGroup)
        {
            var id = (body["channelData"]?["channel"] as JsonObject ?? []) is var channel ? Strict.Text(channel, "id") : null;
            if (id is null || id != Ids.Base(id) || body["activity"] is not JsonObject activity)
                return Reply.Bad("A thread has a channel and a first activity.");
            if (fake.Find(id) is not { Kind: FakePlaceKind.Channel } place)
                return new(Fault.ConversationGone);
            if (Throttled((ThrottleTable.Create, place.Id), (ThrottleTable.Send, place.Id)) is { } wait)
                return wait;
            if (Strict.Fault(activity, place) is { } fault)
                return Reply.Bad(fault);
            var message = Written(place, null, activity.DeepClone().AsObject());
            fake.Did(FakeCall.Create, place, top: false);
            fake.Did(FakeCall.Send, place, top: true);
            return Reply.Ok(201, new { id = Ids.Thread(place.Id, message.Id), activityId = message.Id });
        }
        if (body["members"] is not JsonArray { Count: 1 } members || (body["tenantId"] ?? body["channelData"]?["tenant"]?["id"]) is null)
            return Reply.Bad("A personal conversation has one member and a tenant.");
        if (fake.FindPerson(Strict.Text(members[0] as JsonObject ?? [], "id")) is not { } person)
            return new(Fault.NotInRoster);
        if (Throttled((ThrottleTable.Create, "personal")) is { } later)
            return later;
        fake.Did(FakeCall.Create, person.Chat, top: false);
        return Reply.Ok(201, new { id = person.Chat.Id });
    }

    static Reply Members(FakePlace place, Asked asked)
    {
        var size = 200;
        if (asked.Query.TryGetValue("pageSize", out var wanted) && (!int.TryParse(wanted, CultureInfo.InvariantCulture, out size) || size is < 50 or > 500))
            return Reply.Bad("A page has 50 to 500 members.");
        var start = 0;
        if (asked.Query.TryGetValue("continuationToken", out var token) && (!token.StartsWith("next/+", StringComparison.Ordinal) || !int.TryParse(token.AsSpan(6), CultureInfo.InvariantCulture, out start)))
            return Reply.Bad("That is no continuation.");
        var all = place.Members;
        var page = all.Skip(start).Take(size).Select(person => person.Listed()).ToArray();
        return start + size < all.Count ? Reply.Ok(200, new { members = page, continuationToken = "next/+" + (start + size).ToString(CultureInfo.InvariantCulture) }) : Reply.Ok(200, new { members = page });
    }

    static Reply Member(FakePlace place, string id) =>
        place.Members.FirstOrDefault(person => person.Id == id || person.AadObjectId == id) is { } person ? Reply.Ok(200, person.Listed()) : new(Fault.Of(404, "MemberNotFoundInConversation"));

    Reply OfTeam(FakeCall call, Asked asked) =>
        fake.FindTeam(asked.Id) is not { } team ? new(Fault.ConversationGone)
        : Throttled((ThrottleTable.GetConversations, team.Id)) is { } wait ? wait
        : call == FakeCall.Team ? Reply.Ok(200, new { id = team.Id, name = team.Name, aadGroupId = team.AadGroupId })
        : Reply.Ok(200, new { conversations = fake.ChannelsOf(team).Select(place => place.Id == team.Id ? (object)new { id = place.Id } : new { id = place.Id, name = place.Name }) });

    Reply? Throttled(params (string Op, string Thread)[] all) =>
        fake.Throttles.Take([.. all, (ThrottleTable.Tenant, "")]) is { } seconds ? new(Fault.Throttled(seconds)) : null;
}

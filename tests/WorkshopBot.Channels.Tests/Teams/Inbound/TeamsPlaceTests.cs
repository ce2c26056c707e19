using System.Text.Json.Nodes;
using WorkshopBot.Channels.Teams.Inbound;

namespace WorkshopBot.Channels.Tests.Teams.Inbound;

public sealed class TeamsPlaceTests
{
    [Theory]
    [InlineData("channel", "19:c@thread.tacv2;messageid=17", "19:c@thread.tacv2", "17", false)]
    [InlineData("channel", "19:c@thread.tacv2", "19:c@thread.tacv2", null, false)]
    [InlineData("channel", "19:c@thread.tacv2;messageid=0", "19:c@thread.tacv2", null, false)]
    [InlineData("channel", "19:c@thread.tacv2;messageid=1 or 2", "19:c@thread.tacv2", null, false, true)]
    [InlineData("channel", "19:c@thread.tacv2;messageid=x", "19:c@thread.tacv2", null, false)]
    [InlineData("channel", "19:c@thread.tacv2;messageid=", "19:c@thread.tacv2", null, false)]
    [InlineData("groupChat", "19:g@thread.v2", "19:g@thread.v2", null, false)]
    [InlineData("groupChat", "19:g@thread.v2;messageid=17", "19:g@thread.v2", null, false)]
    [InlineData("groupChat", "19:meeting_x@thread.v2", "19:meeting_x@thread.v2", null, false)]
    [InlineData("personal", "a:1opaque", "a:1opaque", null, true)]
    public void A_room_is_the_conversation_without_its_thread(string type, string id, string room, string? thread, bool isPersonal, bool isNone = false)
    {
        var json = Said.Json("x");
        (json["conversation"]!["conversationType"], json["conversation"]!["id"]) = (type, id);
        var place = TeamsPlace.Of(Said.Read(json)!);
        Assert.Equal(isNone, place is null);
        if (place is not null)
            Assert.Equal(($"teams:{Said.Tenant}:{room}", thread, isPersonal, id.Contains("meeting_", StringComparison.Ordinal)), (place.RoomKey, place.Thread, place.IsPersonal, place.IsMeeting));
    }

    [Fact]
    public void Ids_of_directories_are_the_same_however_they_are_written()
    {
        var json = Said.Json("x");
        (json["conversation"]!["tenantId"], json["from"]!["aadObjectId"]) = (Said.Tenant.ToUpperInvariant(), Said.Anna.ToUpperInvariant());
        Assert.Equal(TeamsPlace.Of(Said.Message("x")), TeamsPlace.Of(Said.Read(json)!));
    }

    [Fact]
    public void The_tenant_is_the_conversations_and_else_what_Teams_adds()
    {
        var json = Said.Json("x");
        json["conversation"]!.AsObject().Remove("tenantId");
        Assert.Null(TeamsPlace.Of(Said.Read(json)!));
        json["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Said.Tenant } };
        Assert.Equal(Said.Tenant, TeamsPlace.Of(Said.Read(json)!)!.Tenant);
        (json["conversation"]!["tenantId"], json["channelData"]!["tenant"]!["id"]) = (Said.Tenant, Said.Anna);
        Assert.Equal(Said.Tenant, TeamsPlace.Of(Said.Read(json)!)!.Tenant);
    }
}

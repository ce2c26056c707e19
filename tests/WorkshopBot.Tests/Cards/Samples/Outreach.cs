using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Tests.Cards;

static partial class Samples
{
    /// <summary>What people are told in private, unasked.</summary>
    static IEnumerable<(string Name, View View)> Outreach(Reader reader)
    {
        View One(string key, Workshop w) => Page(key, w, reader);
        var asked = new Played().Given("Ann: start Bikes", "Ben: park a bell", "Cleo: park a lamp", "Ann: mode: async", "Ann: goto stages", "Ann: Research, Choose", "Ann: goto goals").Workshop;
        string Invite(string person) => $"invite:goals:{Played.Key(person)}";
        yield return ("invite.asking", One(Invite("Ben"), asked));
        yield return ("invite.answered", One(Invite("Ben"), Played.From(asked).Given("Ben: Research: compare", "Ben: Choose: be sure").Workshop));
        yield return ("invite.passed", One(Invite("Ben"), Played.From(asked).Given("Ben: pass").Workshop));
        yield return ("invite.over", One(Invite("Ben"), Played.From(asked).Given("Ann: goto touchpoints").Workshop));
        yield return ("invite.over-thanks", One(Invite("Ben"), Played.From(asked).Given("Ben: Research: compare", "Ann: goto touchpoints").Workshop));
        var far = new RoomRef("slack:T0FAR:C1", "journey-far");
        Workshop With(params WorkshopEvent[] events) => Conversation.Fold(asked, events, "", asked.At, "rooms");
        WorkshopEvent.RoomAsked ask = new(far, "slack:T0FAR:U1", "Fay", "c1", true), other = new(new("slack:T0FAR:C2", "sales"), "slack:T0FAR:U2", "Gus", "c2", false);
        yield return ("invite.room-asks", One($"ask:1:{Played.Key("Ann")}", With(ask)));
        yield return ("invite.room-admitted", One($"ask:1:{Played.Key("Ann")}", With(ask, new WorkshopEvent.RoomAdmitted(far))));
        yield return ("invite.room-taken", One("answer:1:slack:T0FAR:U1", With(ask, new WorkshopEvent.RoomAdmitted(far), new WorkshopEvent.RoomLeft(far.Key, true))));
        yield return ("invite.room-refused", One("answer:1:slack:T0FAR:U1", With(ask, new WorkshopEvent.RoomRefused(far.Key))));
        yield return ("invite.board-left", Reactions.Show("board", With(ask, new WorkshopEvent.RoomAdmitted(far), new WorkshopEvent.RoomLeft(far.Key)), reader with { Room = far.Key })!.Pages[0]);
        yield return ("facilitate.rooms", FacilitateView.Of(With(ask, new WorkshopEvent.RoomAdmitted(far), other), reader));
        yield return ("invite.many", One(Invite("Ben"), Played.From(asked).Given([.. Enumerable.Range(1, 8).Select(i => $"Ben: Research: compare {i}")]).Workshop));
    }
}

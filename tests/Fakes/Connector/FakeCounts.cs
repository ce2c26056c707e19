namespace WorkshopBot.Fakes.Connector;

/// <summary>What the bot did, counted; only what came about.</summary>
/// <param name="Posts">Top-level messages: new threads of a channel, messages of a chat.</param>
/// <param name="Replies">Messages in a thread.</param>
/// <param name="Created">Conversations that were asked for, threads among them.</param>
public sealed record FakeCounts(int Posts, int Replies, int Edits, int Deletes, int Reactions, int Unreactions, int Created, int Typings)
{
    internal static FakeCounts Of(IEnumerable<(FakeCall Call, FakePlace Place, bool Top)> done)
    {
        var all = done.ToList();
        int Count(FakeCall call) => all.Count(one => one.Call == call);
        var sent = all.Where(one => one.Call is FakeCall.Send or FakeCall.Reply).ToList();
        return new(sent.Count(one => one.Top), sent.Count(one => !one.Top), Count(FakeCall.Edit), Count(FakeCall.Delete), Count(FakeCall.React), Count(FakeCall.Unreact), Count(FakeCall.Create), Count(FakeCall.Typing));
    }
}

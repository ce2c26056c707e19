using WorkshopBot.Channels;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Turns;

/// <summary>Forms that people have begun and not sent: kept in their seats, and there again when the same form is asked for.</summary>
/// <param name="seats">Where they are kept.</param>
/// <param name="deliver">Serves a turn.</param>
sealed class BegunForms(Seating seats, Func<Turn, CancellationToken, Task<Reply>> deliver)
{
    /// <summary>Keeps what somebody typed into a form and did not send, in their seat; with no field it is forgotten.</summary>
    public async Task Keep(string person, IReadOnlyDictionary<string, string> form, CancellationToken ct) => await seats.Keep(person, form, ct);

    /// <summary>Serves a press that asks for a form, with what its person had begun in it; null as the second: there was nothing.</summary>
    public async Task<(Reply Reply, Draft? Begun)> Begin(Turn turn, CancellationToken ct)
    {
        var reply = await deliver(turn, ct);
        if (reply is not { Kind: ReplyKind.Answered, Workshop: { Length: > 0 } workshop, Parts.Screen: Screen.Fill { Form: var form } }
            || await seats.Draft(turn.Person.Key, workshop, form.Of, form.Item?.ToString() ?? "", ct) is not { } draft)
            return (reply, null);
        // It changes nothing, so it may be asked twice.
        var all = await deliver(turn with { Action = new(Press.Form, turn.Action!.Data.SetItems(draft.Fields)) }, ct);
        return all.Parts?.Screen is Screen.Fill ? (all, draft) : (reply, null);
    }
}

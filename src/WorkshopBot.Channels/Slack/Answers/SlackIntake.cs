using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Slack.Inbound;
using WorkshopBot.Channels.Slack.Rooms;
using WorkshopBot.Channels.Words;

namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>
/// Takes what came in to the bot, and sees to it that its person is told. Slack is answered only once it is saved; what has to be called comes after.
/// </summary>
/// <param name="desk">Serves turns.</param>
/// <param name="people">Who is called what.</param>
/// <param name="listeners">Who is where.</param>
/// <param name="answers">Tells people.</param>
/// <param name="presses">What was pressed and asked for.</param>
/// <param name="modals">What was done in a modal.</param>
/// <param name="home">The bot's own page of one person.</param>
/// <param name="happenings">What happened to rooms.</param>
/// <param name="log">Failures, without what anybody said.</param>
sealed class SlackIntake(IChatDesk desk, SlackPeople people, Listeners listeners, SlackAnswers answers, SlackPresses presses, ModalActs modals, SlackHome home, RoomHappenings happenings, ILogger log)
{
    const int MostTold = 2_000;

    readonly RecentNotes<bool> _told = new(MostTold);

    public async Task<SlackAck> Serve(SlackInput input, CancellationToken ct)
    {
        try
        {
            return await Take(input, ct).ConfigureAwait(false);
        }
        // It does not come again, so whoever did it has to be told that nothing came of it, and what they typed stays where it is.
        catch (Exception e) when (e is not OperationCanceledException && input is SlackInput.Command or SlackInput.Submitted or SlackInput.Pressed)
        {
            log.LogError("What somebody did in Slack was not served: {Fault} {Where}", e.GetType().Name, e.StackTrace);
            return NotSaved(input);
        }
    }

    SlackAck NotSaved(SlackInput input)
    {
        var said = Speech.Say("not-saved", "");
        switch (input)
        {
            case SlackInput.Command:
                return new(SlackAckKind.Taken, AnswerBody.Of(default, said));
            case SlackInput.Submitted { Blocks.Count: > 0 } submitted:
                return ViewAnswer.Errors(submitted.Blocks, [new(submitted.Blocks.First().Key, said)]);
            case SlackInput.Pressed pressed:
                answers.Fail(pressed, said);
                break;
        }
        return SlackAck.Ok;
    }

    Task<SlackAck> Take(SlackInput input, CancellationToken ct) => input switch
    {
        SlackInput.Typed typed => Typed(typed, ct),
        SlackInput.Command command => Command(command, ct),
        SlackInput.Pressed { View: { IsHome: false } view } pressed => modals.Pressed(pressed, view, ct),
        SlackInput.Pressed pressed => presses.Pressed(pressed, ct),
        SlackInput.Submitted submitted => modals.Submitted(submitted, ct),
        SlackInput.Closed closed => modals.Closed(closed, ct),
        SlackInput.Shortcut shortcut => presses.Shortcut(shortcut, ct),
        SlackInput.Suggest suggest => modals.Suggest(suggest, ct),
        SlackInput.HomeOpened opened => home.Opened(opened, ct),
        SlackInput.Happened happened => happenings.Take(happened, ct),
        _ => Task.FromResult(SlackAck.Ok),
    };

    async Task<SlackAck> Typed(SlackInput.Typed typed, CancellationToken ct)
    {
        // What people say to each other is not even looked at for who said it.
        if (!typed.Mentions && !typed.Place.IsPersonal && !await desk.Follows(await people.RoomKey(typed.Place, ct).ConfigureAwait(false), typed.Thread, typed.Change is null ? null : typed.Of, ct).ConfigureAwait(false))
            return SlackAck.Ok;
        var to = await listeners.Find(typed.Place, ct, isOurs: true).ConfigureAwait(false) with { Thread = typed.Thread };
        var (text, mentions) = await Named(typed.Place, typed.Text, typed.Others, ct).ConfigureAwait(false);
        var answer = await desk.Deliver(new SlackTurns(to.Person, to.Room, to.IsPrivate).Typed(typed, text, mentions), ct).ConfigureAwait(false);
        // Delivered again, it is served again.
        if (answer.Kind == ChatAnswerKind.NotSaved)
            return new(SlackAckKind.Again);
        if (IsTold(typed, to) && _told.Add(typed.TurnId, true))
            answers.Tell(to, answer);
        return SlackAck.Ok;
    }

    // What names the bot in a room comes twice, maybe to two nodes that do not know of each other: what is new is told as the mention, what was changed as the change.
    static bool IsTold(SlackInput.Typed typed, Listener to) => to.IsPrivate || !typed.Mentions || typed.IsMention == (typed.Change is null);

    async Task<SlackAck> Command(SlackInput.Command command, CancellationToken ct)
    {
        var to = await listeners.Find(command.Place, ct).ConfigureAwait(false) with { ResponseUrl = command.ResponseUrl };
        var (text, mentions) = await Named(command.Place, command.Text, command.Others, ct).ConfigureAwait(false);
        var turn = new SlackTurns(to.Person, to.Room, to.IsPrivate).Typed(command, text.Trim().Length == 0 ? "help" : text, mentions);
        return await presses.Answered(to, turn, command.Trigger, opens: false, ct).ConfigureAwait(false);
    }

    // In the text stands an id; people are called by their names.
    async ValueTask<(string, ImmutableArray<KeyValuePair<string, string>>)> Named(SlackPlace place, string text, ImmutableArray<KeyValuePair<string, string>> others, CancellationToken ct)
    {
        var mentions = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        // All at once: however many they are, it takes no longer than one.
        var found = await Task.WhenAll(others.Select(async other => (other.Key, await people.Mentioned(place, other.Value, ct).ConfigureAwait(false)))).ConfigureAwait(false);
        // The longer one first, so that no other begins with it.
        foreach (var (said, named) in found.OrderByDescending(one => one.Key.Length))
        {
            var name = named.Name.Replace('"', '\'');
            text = text.Replace($"@{said}", $"@\"{name}\"", StringComparison.Ordinal);
            mentions.Add(new(name, named.Key));
        }
        return (text, mentions.ToImmutable());
    }
}

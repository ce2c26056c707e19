using System.Globalization;
using WorkshopBot.Workshops.Lines.Commands;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>Where the workshop is and what can be done about it, for the facilitator and deputies alone: here, and only here, are people named who have not answered.</summary>
public sealed record FacilitateView(
    string Overline, string Title, string Answered, IReadOnlyList<string> Hard, bool HasHard, string MoreHard, bool HasMoreHard, IReadOnlyList<string> Soft, bool HasSoft, string MoreSoft, bool HasMoreSoft, IReadOnlyList<string> Left, bool HasLeft, string MoreLeft, bool HasMoreLeft, string Awaited, bool HasAwaited,
    bool IsReady, IReadOnlyList<UnsureLine> Unsure, bool HasUnsure, string MoreUnsure, bool HasMoreUnsure, IReadOnlyList<string> Unreached, bool HasUnreached, string MoreUnreached, bool HasMoreUnreached, IReadOnlyList<RoomLine> Asks, bool HasAsks, IReadOnlyList<RoomLine> Rooms, bool HasRooms, string MoreRooms, bool HasMoreRooms, string Twins, bool HasTwins, FacilitateWords Words, IReadOnlyList<Button> Buttons) : View
{
    private const int MostPoints = 6, MostNames = 20, MostUnsure = 4, MostUnreached = 6, MostRooms = 4;

    public override string Card => "facilitate";

    public override string Brief => $"{Overline}: {Title}\n{Answered}\n{string.Join("\n", Hard)}";

    public static FacilitateView Of(Workshop w, Reader reader)
    {
        var open = w.Phase == Phase.Running;
        var missing = open ? w.Step.Missing(w).ToList() : [];
        List<Open> hard = [.. missing.Where(point => point.Hard)], soft = [.. missing.Where(point => !point.Hard)];
        // The last step is left by closing, and that looks at all of them.
        List<Open> left = open && w.Step == w.Playbook.Steps[^1] ? [.. Deciding.Closing.Left(w).Select(point => point.Point).Where(point => !hard.Contains(point))] : [];
        List<string> awaited = open ? [.. Progress.Awaited(w).Select(person => person.Name)] : [];
        var names = string.Join(", ", awaited.Take(MostNames).Append(reader.More(awaited.Count - MostNames)).Where(name => name.Length > 0));
        List<UnsureLine> unsure = [.. reader.Unsure.Select(key => UnsureLine.Of(key, w, reader)).OfType<UnsureLine>()];
        var moreUnsure = reader.More(unsure.Count - MostUnsure);
        List<Phrase> unreached = [.. reader.Unreached.Select(one => one.Said(w)).Distinct()];
        var moreUnreached = reader.More(unreached.Count - MostUnreached);
        List<RoomLine> asks = [.. w.Tenancy.Pending.Take(MostRooms).Select(ask => RoomLine.Asks(ask, open, reader))], rooms = [.. w.Tenancy.Admitted.Values.Take(MostRooms).Select(room => RoomLine.In(room, w, reader))];
        var moreRooms = reader.More(w.Tenancy.Pending.Count() - asks.Count + w.Tenancy.Admitted.Count - rooms.Count);
        var twins = w.Tenancy.IsShared ? reader.Say(Phrase.Of("facilitate.twins")) : "";
        var (moreHard, moreSoft) = (reader.More(hard.Count - MostPoints), reader.More(soft.Count - MostPoints));
        var moreLeft = left.Count > MostPoints ? reader.Say(Phrase.Of("digest.more-open", left.Count - MostPoints, Deciding.Closing.Left(w).First(point => point.Point == left[MostPoints]).Step.Word)) : "";
        return new(
            reader.Say(Phrase.Of("facilitate.private")), open ? reader.Say(BoardView.Numbered(w, w.Step)) : w.Title, reader.Say(open ? Progress.Said(w) : Phrase.Of("board.closed")),
            Said(hard, reader), hard.Count > 0, moreHard, moreHard.Length > 0, Said(soft, reader), soft.Count > 0, moreSoft, moreSoft.Length > 0, Said(left, reader), left.Count > 0, moreLeft, moreLeft.Length > 0, names, names.Length > 0,
            open && hard.Count == 0 && left.Count == 0, [.. unsure.Take(MostUnsure)], unsure.Count > 0, moreUnsure, moreUnsure.Length > 0, reader.Say(unreached.Take(MostUnreached)), unreached.Count > 0, moreUnreached, moreUnreached.Length > 0, asks, asks.Count > 0, rooms, rooms.Count > 0, moreRooms, moreRooms.Length > 0, twins, twins.Length > 0, FacilitateWords.Of(reader), Button.Row(Moves(w, hard.FirstOrDefault(), reader).Take(Button.MostInRow)));
    }

    private static List<string> Said(List<Open> points, Reader reader) => [.. points.Take(MostPoints).Select(point => reader.Say(point.What))];

    private static IEnumerable<Button> Moves(Workshop w, Open? held, Reader reader)
    {
        if (w.Phase == Phase.Closed)
        {
            yield return reader.Types(Phrase.Of("button.reopen"), "reopen", Shown.In(Phase.Closed));
            yield break;
        }
        var (shown, position) = (Workshops.Shown.While(w.StepId), w.Playbook.Position(w.StepId));
        var last = position == w.Playbook.Steps.Length - 1;
        // The way to what is missing first: going on without it is a choice, not a habit.
        if (held is not null && reader.Towards(held, w) is { } missing) yield return missing;
        if (!last) yield return held is null ? reader.Types(Phrase.Of("button.next"), "next", shown) : reader.Types(Phrase.Of("button.next-anyway"), "next anyway", shown);
        var closes = !w.Playbook.Steps[^1].Missing(w).Any(point => point.Hard);
        if (last && closes) yield return reader.Types(Phrase.Of("button.close"), "close", Shown.In(Phase.Running));
        if (position > 0) yield return reader.Types(Phrase.Of("button.back"), "back", shown);
        yield return reader.Types(Phrase.Of("button.gaps"), "show gaps");
        if (position > 0 && !last) yield return reader.Opens(Phrase.Of("button.add.kickoff"), Steps.Kickoff.KickoffSheet.Name);
        // At the last step closing is what is to be done; before it, it ends what is still to come.
        if (!last && closes) yield return reader.Types(Phrase.Of("button.close"), "close", Shown.In(Phase.Running)).TakingAway();
    }
}

/// <summary>A message that is told once and may not have arrived: only who leads can say that it shall be posted again.</summary>
public sealed record UnsureLine(string Text, IReadOnlyList<Button> Buttons)
{
    public static UnsureLine? Of(string key, Workshop w, Reader reader) =>
        Reactions.Told(key, w) is { } told ? new(reader.Say(told), [reader.Make(Phrase.Of("button.again"), Press.Again, false, (Press.Key, key))]) : null;
}

/// <summary>A room that asks to take part, or does: only the facilitator decides on it.</summary>
public sealed record RoomLine(string Text, IReadOnlyList<Button> Buttons, bool HasButtons)
{
    public static RoomLine Asks(RoomAsk ask, bool open, Reader reader) => new(reader.Say(ask.Said), open ? Decide(ask, reader) : [], open);

    public static RoomLine In(RoomRef room, Workshop w, Reader reader) =>
        new(reader.Say(Phrase.Of("room.line", room.Name, Tenant.Chat(room.Key), Tenant.Id(room.Key))), Button.Row([reader.Types(Phrase.Of("button.leave"), Line("leave", RoomCommands.Number(room, w))).TakingAway()]), true);

    /// <summary>A room is named by the number it asked under: two may be called the same.</summary>
    public static IReadOnlyList<Button> Decide(RoomAsk ask, Reader reader) => Button.Row([reader.Types(Phrase.Of("button.admit"), Line("admit", ask.Number)), reader.Types(Phrase.Of("button.refuse"), Line("refuse", ask.Number))]);

    private static string Line(string word, int number) => string.Create(CultureInfo.InvariantCulture, $"{word} {number}");
}

/// <summary>The headings of what the facilitator sees.</summary>
public sealed record FacilitateWords(string Hard, string Soft, string Left, string Awaited, string Ready, string Unsure, string Unreached, string Asks, string Rooms)
{
    public static FacilitateWords Of(Reader reader) =>
        new(reader.Say(Phrase.Of("facilitate.hard")), reader.Say(Phrase.Of("facilitate.soft")), reader.Say(Phrase.Of("facilitate.left")), reader.Say(Phrase.Of("facilitate.awaited")), reader.Say(Phrase.Of("facilitate.ready")), reader.Say(Phrase.Of("facilitate.unsure")), reader.Say(Phrase.Of("facilitate.unreached")),
            reader.Say(Phrase.Of("facilitate.asks")), reader.Say(Phrase.Of("facilitate.rooms")));
}

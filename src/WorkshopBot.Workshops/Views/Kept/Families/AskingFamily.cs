using System.Globalization;
using WorkshopBot.Workshops.People;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>In private: a room asks to take part, to each facilitator who may decide; and to who asked there, what became of it if it was not admitted.</summary>
internal sealed class AskingFamily : Family
{
    private const string Ask = "ask", Answer = "answer";

    public override IReadOnlyList<string> Names { get; } = [Ask, Answer];

    public override IEnumerable<string> Keys(Workshop w)
    {
        foreach (var ask in w.Tenancy.Asks)
        {
            foreach (var person in w.Crew.All.Where(person => person.Role == Role.Facilitator && w.Tenancy.Owns(person.Key))) yield return Key(Ask, ask, person.Key);
            if (ask.Outcome is AskOutcome.Refused or AskOutcome.Taken) yield return Key(Answer, ask, ask.Person);
        }
    }

    public override IEnumerable<string> Changed(Happenings happened, Workshop after) => happened.Enters || happened.AreOfRooms ? Keys(after) : [];

    public override Kept? Show(KeptKey key, Workshop w, Reader reader) => (key.Family, Find(key, w)) switch
    {
        (Ask, { } ask) => new(key.Text, key.Person, Must: false, InThread: false, () => [AskingViews.Asks(ask, w, reader)]) { OnlyEdits = ask.Outcome != AskOutcome.Pending || w.Phase == Phase.Closed },
        (Answer, { Outcome: AskOutcome.Refused or AskOutcome.Taken } ask) => new(key.Text, key.Person, Must: false, InThread: false, () => [AskingViews.Answers(ask, reader)]),
        _ => null,
    };

    public override Phrase? Told(KeptKey key, Workshop w) => key.Family == Ask && Find(key, w) is { Outcome: AskOutcome.Pending } ask ? ask.Said : null;

    /// <summary>The room a key is about; null for none.</summary>
    private static RoomAsk? Find(KeptKey key, Workshop w) =>
        key.Person is not null && int.TryParse(key.Of, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= w.Tenancy.Asks.Length ? w.Tenancy.Asks[number - 1] : null;

    private static string Key(string name, RoomAsk ask, string person) => string.Create(CultureInfo.InvariantCulture, $"{name}:{ask.Number}:{person}");
}

using System.Collections.Immutable;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>A line and a button, where others would read the answer: what was asked for opens for whoever presses.</summary>
public sealed record OfferView(string Said, IReadOnlyList<string> Details, bool HasDetails, IReadOnlyList<Button> Buttons) : View
{
    public override string Card => "offer";

    public override string Brief => Said;

    public static OfferView Of(Query query, ImmutableArray<Phrase> lines, Reader reader)
    {
        var said = reader.Say(lines.Where(line => line.Code != "undo-hint"));
        return new(said.FirstOrDefault(""), [.. said.Skip(1)], said.Count > 1, Button.Row(query switch
        {
            Query.FillIn fill => reader.Opens(Phrase.Of("button.fill-in"), fill.Form ?? "", "", fill.Item),
            Query.Facilitate => reader.Facilitates(),
            Query.Rooms => reader.Types(Phrase.Of("button.rooms"), "admit"),
            Query.RoomCode => reader.Types(Phrase.Of("button.code"), "code"),
            Query.PersonCode => reader.Types(Phrase.Of("button.code"), "me"),
            _ => reader.Types(Phrase.Of("button.mine"), "mine"),
        }));
    }
}

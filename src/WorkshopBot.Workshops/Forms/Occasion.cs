using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Shapes;

namespace WorkshopBot.Workshops.Forms;

/// <summary>Who asks for a form, of which workshop, and about which item; null where it is about none.</summary>
public sealed record Occasion(Workshop Workshop, Actor Actor, Entry? Item)
{
    public Reading Reading { get; } = Workshop.Reading(Actor);
}

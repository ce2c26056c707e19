using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Steps.Teams;

/// <summary>A system that makes a touchpoint or activity work (S2-49).</summary>
public sealed record SystemUsed : Item
{
    public string? Name { get; init; }
    public Ref? Place { get; init; }
    public PersonRef? Owner { get; init; }

    public static readonly Kind Kind = new Kind<SystemUsed>
    {
        Id = "system", Letter = 'U', Label = "System", Plural = "systems",
        Line = "system T3: CRM",
        Fields =
        [
            Fields<SystemUsed>.Text("name", "Name", "S2-49", s => s.Name, (s, v) => s with { Name = v }, "CRM", required: true, inOrder: true, max: Limits.Name),
            Fields<SystemUsed>.Item("place", "For", "S2-49", "STB", s => s.Place, (s, v) => s with { Place = v }, "T3", home: true),
            Fields<SystemUsed>.Person("owner", "Owner", "S2-49", s => s.Owner, (s, v) => s with { Owner = v }, "owner"),
        ],
    };
}

/// <summary>Who is involved (S0-09, S0-53 to S0-55): a department, a person or a channel. Not a participant of the workshop.</summary>
public sealed record Party : Item
{
    public string? Name { get; init; }
    public string? Type { get; init; }

    public static readonly Kind Kind = new Kind<Party>
    {
        Id = "party", Letter = 'W', Label = "Party", Plural = "parties", ByName = true,
        Line = "party: Billing | department",
        IdentifiedBy = (party, _) => party.Name is { } name ? Tidy.Fold(name) : null,
        TaggedAs = party => party.Type is { } type ? [$"type:{type}"] : [],
        Fields =
        [
            Fields<Party>.Text("name", "Name", "S0-09 S0-53", p => p.Name, (p, v) => p with { Name = v }, "Billing", required: true, inOrder: true, max: Limits.Name),
            Fields<Party>.Choice("type", "Type", "S0-53 S0-54 S0-55", p => p.Type, (p, v) => p with { Type = v },
                [new("department", "department"), new("person", "person"), new("channel", "channel")]),
        ],
    };
}

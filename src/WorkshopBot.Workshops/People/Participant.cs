using System.Collections.Immutable;

namespace WorkshopBot.Workshops.People;

/// <summary>What somebody may do beyond contributing (grammar, "Commands").</summary>
public enum Role { Contributor, Deputy, Facilitator }

/// <summary>Somebody who takes part: platform + tenant + user as one key, never matched by name or e-mail to anybody else.</summary>
/// <param name="Key">Platform, tenant and user id.</param>
/// <param name="Name">Display name when they joined.</param>
/// <param name="Role">Rights.</param>
/// <param name="Departments">Whom they speak for.</param>
/// <param name="Zone">Id of the zone their dates are read in.</param>
/// <param name="Language">Tag of the language of private texts: what they chose, else what their chat said when they joined; empty when neither said any, and then they follow the room.</param>
/// <param name="At">When they joined.</param>
public sealed record Participant(string Key, string Name, Role Role, ImmutableArray<string> Departments, string Zone, string Language, DateTimeOffset At)
{
    /// <summary>The language was chosen, so that what their chat says no longer counts.</summary>
    public bool Chose { get; init; }

    public bool Leads => Role is Role.Facilitator or Role.Deputy;
}

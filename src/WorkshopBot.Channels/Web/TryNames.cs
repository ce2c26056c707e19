using System.Text;
using Microsoft.AspNetCore.Http;

namespace WorkshopBot.Channels.Web;

/// <summary>What the try-it page may call its rooms and people, and the keys they get. They live in a tenant of their own and can never name anybody of a real chat.</summary>
static class TryNames
{
    public const string Platform = "web";

    const string Tenant = "web:local:";
    const string Own = Tenant + "@";    // no room of the page has this sign in its name
    const int MostPerson = 80;
    const int MostRoom = 64;

    /// <summary>The room, or why it cannot be one.</summary>
    public static TryRefusal? Room(string name, out Room room)
    {
        room = new(Tenant + name, name);
        return name.Length is > 0 and <= MostRoom && name.All(IsRoom) ? null : Wrong($"The room is 1 to {MostRoom} characters of A-Z a-z 0-9 . _ -");
    }

    /// <summary>The person, or why there cannot be one called so. Ann, ann and full-width ａｎｎ are one person, as they would be with one account of a chat.</summary>
    public static TryRefusal? Person(string name, string zone, string language, out Person person)
    {
        name = name.Trim();
        person = new(Tenant + name.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), name, zone, language);
        return name.Length is > 0 and <= MostPerson && !name.Any(char.IsControl) ? null : Wrong($"\"person\" is 1 to {MostPerson} characters, none of them a control character.");
    }

    /// <summary>A person's own chat with the bot, as a room.</summary>
    public static Room OwnChat(Person person) => new(OwnChat(person.Key), "@" + person.Name);

    /// <summary>Its key, by the person's.</summary>
    public static string OwnChat(string person) => person.StartsWith(Tenant, StringComparison.Ordinal) ? Own + person[Tenant.Length..] : person;

    public static bool IsOwnChat(string room) => room.StartsWith(Own, StringComparison.Ordinal);

    // No part holds a line break, so two different turns never share an id.
    public static string Turn(Room room, Person person, string id) => $"{room.Key}\n{person.Key[Tenant.Length..]}\n{id}";

    static bool IsRoom(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-';

    static TryRefusal Wrong(string error) => new(StatusCodes.Status400BadRequest, error);
}

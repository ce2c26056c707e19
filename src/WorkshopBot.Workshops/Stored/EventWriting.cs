using System.Text.Json;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Stored;

public static partial class EventJson
{
    public static void Write(Utf8JsonWriter w, WorkshopEvent happened, Catalogue kinds)
    {
        if (happened is WorkshopEvent.Unknown unknown)
        {
            unknown.Stored.WriteTo(w);
            return;
        }
        w.WriteStartObject();
        Fields(w, happened, kinds);
        w.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter w, WorkshopEvent happened, Catalogue kinds)
    {
        switch (happened)
        {
            case WorkshopEvent.Started e: Texts(w, "started", ("title", e.Title), ("from", e.LinkedTo), ("room", e.Room?.Key), ("roomName", e.Room?.Name)); if (e.ToBe) w.WriteBoolean("toBe", true); break;
            case WorkshopEvent.Joined e: Texts(w, "joined", ("person", e.Person), ("name", e.Name), ("zone", e.Zone), ("language", e.Language)); break;
            case WorkshopEvent.RoleGiven e: Texts(w, "role", ("person", e.Person), ("role", e.Role.ToString())); break;
            case WorkshopEvent.SpokeFor e: Texts(w, "speaks", ("person", e.Person)); List(w, "departments", e.Departments); break;
            case WorkshopEvent.LanguageChosen e: Texts(w, "language", ("person", e.Person), ("tag", e.Tag)); break;
            case WorkshopEvent.Framed e: Texts(w, "framed"); Item(w, "frame", Frame.Kind, e.Frame); break;
            case WorkshopEvent.LeadChosen e: Texts(w, "lead", ("persona", e.Persona?.ToString())); break;
            case WorkshopEvent.StepOpened e: Texts(w, "step", ("step", e.Step)); break;
            case WorkshopEvent.StagesOrdered e: Texts(w, "order"); List(w, "stages", e.Order.Select(name => name.ToString())); break;
            case WorkshopEvent.ItemAdded e:
                Texts(w, "added", ("ref", e.Name.ToString()), ("kind", Kind(e.Name, kinds).Id), ("entry", e.Entry));
                if (e.Timing != 0) w.WriteNumber("timing", (int)e.Timing);
                Item(w, "item", Kind(e.Name, kinds), e.Item);
                break;
            case WorkshopEvent.ItemRevised e: Texts(w, "revised", ("ref", e.Name.ToString()), ("kind", Kind(e.Name, kinds).Id)); Item(w, "item", Kind(e.Name, kinds), e.Item); if (e.Said is { } said) Item(w, "said", Kind(e.Name, kinds), said); break;
            case WorkshopEvent.ItemWithdrawn e: Texts(w, "withdrawn", ("ref", e.Name.ToString())); if (e.Unsaid) w.WriteBoolean("unsaid", true); break;
            case WorkshopEvent.ItemRestored e: Texts(w, "restored", ("ref", e.Name.ToString())); break;
            case WorkshopEvent.Merged e: Texts(w, "merged", ("younger", e.Younger.ToString()), ("older", e.Older.ToString())); break;
            case WorkshopEvent.Unmerged e: Texts(w, "unmerged", ("younger", e.Younger.ToString())); break;
            case WorkshopEvent.Felt e:
                Texts(w, "felt", ("ref", e.Name.ToString()), ("voter", e.Voter), ("word", e.Mood?.Word));
                if (e.Mood is { } mood) w.WriteNumber("score", mood.Score);
                if (e.Wanted) w.WriteBoolean("wanted", true);
                break;
            case WorkshopEvent.Passed e: Texts(w, "passed", ("person", e.Person), ("step", e.Step)); if (e.Off) w.WriteBoolean("off", true); break;
            case WorkshopEvent.FindingRaised e: Texts(w, "finding", ("ref", e.Name.ToString()), ("check", e.Check), ("place", e.Place.ToString())); break;
            case WorkshopEvent.FindingResolved e: Texts(w, "resolved", ("ref", e.Name.ToString())); break;
            case WorkshopEvent.Judged e: Texts(w, "judged", ("person", e.Person)); Judgement(w, e.Judgement); break;
            case WorkshopEvent.Closed e: Texts(w, "closed", ("ending", e.Ending.ToString())); break;
            case WorkshopEvent.Reopened e: Texts(w, "reopened", ("step", e.Step)); break;
            case WorkshopEvent.LinksRevoked: Texts(w, "revoked"); break;
            case WorkshopEvent.Undone e:
                Texts(w, "undone", ("person", e.Person), ("turn", e.Turn));
                w.WriteStartArray("events");
                foreach (var inner in e.Events) Write(w, inner, kinds);
                w.WriteEndArray();
                break;
            case WorkshopEvent.RoomAsked e: Texts(w, "asked", ("room", e.Room.Key), ("roomName", e.Room.Name), ("person", e.Person), ("name", e.Name), ("code", e.Code)); if (e.External) w.WriteBoolean("external", true); break;
            case WorkshopEvent.RoomAdmitted e: Texts(w, "admitted", ("room", e.Room.Key), ("roomName", e.Room.Name)); break;
            case WorkshopEvent.RoomRefused e: Texts(w, "refused", ("room", e.Room)); break;
            case WorkshopEvent.RoomLeft e: Texts(w, "left", ("room", e.Room)); if (e.Taken) w.WriteBoolean("taken", true); break;
            case WorkshopEvent.RoomShared e: Texts(w, "shared", ("room", e.Room)); break;
            case WorkshopEvent.PeopleLinked e: Texts(w, "linked", ("one", e.One), ("other", e.Other)); break;
            case WorkshopEvent.Imported e: Texts(w, "imported"); w.WriteNumber("participants", e.Participants); break;
            default: throw new InvalidOperationException($"No stored form for {happened.GetType().Name}.");
        }
    }

    internal static void Judgement(Utf8JsonWriter w, Judgement judgement)
    {
        if (judgement.Score is { } score) w.WriteNumber("score", score);
        if (judgement.Text is { } text) w.WriteString("text", text);
        if (judgement.SignedOff) w.WriteBoolean("signedOff", true);
        if (judgement.Objection is { } objection) w.WriteString("objection", objection);
    }

    internal static void Item(Utf8JsonWriter w, string name, Kind kind, Item item)
    {
        w.WriteStartObject(name);
        kind.Write(w, item);
        w.WriteEndObject();
    }

    internal static void List(Utf8JsonWriter w, string name, IEnumerable<string> values)
    {
        w.WriteStartArray(name);
        foreach (var value in values) w.WriteStringValue(value);
        w.WriteEndArray();
    }

    private static Kind Kind(Ref name, Catalogue kinds) => kinds.Of(name.Letter) ?? throw new InvalidOperationException($"No kind has the letter of {name}.");

    private static void Texts(Utf8JsonWriter w, string name, params ReadOnlySpan<(string Name, string? Value)> texts)
    {
        w.WriteString("e", name);
        foreach (var (field, value) in texts)
            if (value is not null) w.WriteString(field, value);
    }
}

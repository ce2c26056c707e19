using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What people ask to see; a closed family. Answers change nothing and are never kept.</summary>
public abstract record Query
{
    private Query() { }

    /// <summary>Whether its answer leads to the page with the whole map.</summary>
    public virtual bool LeadsToMap => false;

    /// <summary>Whether its answer tells which messages may not have arrived.</summary>
    public virtual bool TellsUnsure => false;

    /// <summary>Whether its answer tells whom messages do not reach.</summary>
    public virtual bool TellsUnreached => false;

    /// <summary>What a new code is for that its answer tells; the core makes none.</summary>
    public virtual CodeFor Code => CodeFor.Nothing;

    /// <summary>Whether its answer is for the person alone.</summary>
    public virtual bool IsPersonal => false;

    /// <summary>Everything, a step's items, or where the workshop stands (null).</summary>
    public sealed record Show(string? What) : Query
    {
        public override bool LeadsToMap => What == "map";
    }

    public sealed record ShowItem(Ref Name) : Query;

    public sealed record Find(string Words) : Query;

    public sealed record Mine : Query
    {
        public override bool IsPersonal => true;
    }

    public sealed record Help(string? Word) : Query;

    public sealed record WhoSees : Query;

    public sealed record Export(string Format) : Query;

    /// <summary>A form to fill in: by its id, or that of an item (null).</summary>
    public sealed record FillIn(string? Form, Ref? Item) : Query;

    /// <summary>What who leads can do now.</summary>
    public sealed record Facilitate : Query
    {
        public override bool TellsUnsure => true;

        public override bool TellsUnreached => true;

        public override bool IsPersonal => true;
    }

    /// <summary>Rooms that ask to take part, each to be decided on.</summary>
    public sealed record Rooms : Query
    {
        public override bool IsPersonal => true;
    }

    /// <summary>A code with which another room can ask to take part.</summary>
    public sealed record RoomCode : Query
    {
        public override CodeFor Code => CodeFor.Room;

        public override bool IsPersonal => true;
    }

    /// <summary>A code by which the same human is known in another chat.</summary>
    public sealed record PersonCode : Query
    {
        public override CodeFor Code => CodeFor.Person;

        public override bool IsPersonal => true;
    }

    /// <summary>Nothing: somebody was only kind, and is answered.</summary>
    public sealed record Courtesy(Phrase Answer) : Query;

    /// <summary>How to add an item of a kind by typing.</summary>
    public sealed record HowToAdd(Kind Kind) : Query;
}

/// <summary>What a code is for.</summary>
public enum CodeFor { Nothing, Room, Person }

/// <summary>How a code is said.</summary>
public static class CodeWording
{
    /// <summary>What is to be typed in the other room or chat.</summary>
    public static Phrase Said(this CodeFor what, string code) => Phrase.Of(what == CodeFor.Room ? "code-line" : "me-line", JoinCode.Show(code));
}

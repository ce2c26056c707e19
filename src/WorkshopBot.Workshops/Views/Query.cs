using WorkshopBot.Workshops.Kinds;
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

    /// <summary>Nothing: somebody was only kind, and is answered.</summary>
    public sealed record Courtesy(Phrase Answer) : Query;

    /// <summary>How to add an item of a kind by typing.</summary>
    public sealed record HowToAdd(Kind Kind) : Query;
}

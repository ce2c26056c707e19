using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>One row of the map as a table: which kinds it shows, which facts of the stages themselves, and how. It holds no items.</summary>
/// <param name="Id">Names the row, its words and its invitation; lower-case letters.</param>
/// <param name="English">What the row is called.</param>
/// <param name="Hint">What is collected in it, in a few words.</param>
/// <param name="Kinds">The kinds whose items stand in it, in this order; the form of the first adds to the row.</param>
public sealed record Lane(string Id, string English, string Hint, params ImmutableArray<Kind> Kinds)
{
    /// <summary>Shown also while nothing is in it at any stage.</summary>
    public bool Always { get; init; }

    /// <summary>Ids of the stage's own fields that belong here; the rest of them stand in the first row.</summary>
    public ImmutableArray<string> Facts { get; init; } = [];

    /// <summary>Ids of fields whose value says enough without its label: a channel, a level, a state.</summary>
    public ImmutableArray<string> Chips { get; init; } = [];

    /// <summary>Ids of fields that the text of the item says already.</summary>
    public ImmutableArray<string> Said { get; init; } = [];

    /// <summary>It leads on to another stage, so that the last one owes nothing.</summary>
    public bool Onward { get; init; }

    /// <summary>Id of the form that adds to the row; empty where none does.</summary>
    public string Form => Kinds.IsEmpty ? "" : Kinds[0].Id;

    public Arg Word => new Arg.Word($"lane.{Id}.label", English);

    public Arg Collects => new Arg.Word($"lane.{Id}.hint", Hint);
}

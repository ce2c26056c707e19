using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Lines;

/// <summary>What a typed line turned out to be: something to do, something to answer, or a refusal that says what would be understood.</summary>
public abstract record Line
{
    private Line() { }

    /// <summary>Commands that stand or fall together.</summary>
    public sealed record Do(ImmutableArray<WorkshopCommand> Commands) : Line
    {
        public Do(WorkshopCommand command) : this([command]) { }
    }

    /// <summary>A question that changes nothing.</summary>
    public sealed record Ask(Query Query) : Line;

    /// <summary>The line is of a form we know and cannot be taken.</summary>
    public sealed record No(Phrase Reason) : Line;

    [return: NotNullIfNotNull(nameof(command))]
    public static implicit operator Line?(WorkshopCommand? command) => command is null ? null : new Do(command);

    [return: NotNullIfNotNull(nameof(query))]
    public static implicit operator Line?(Query? query) => query is null ? null : new Ask(query);

    [return: NotNullIfNotNull(nameof(reason))]
    public static implicit operator Line?(Phrase? reason) => reason is null ? null : new No(reason);
}

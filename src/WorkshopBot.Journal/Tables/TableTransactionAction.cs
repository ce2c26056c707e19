using Azure;

namespace WorkshopBot.Journal.Tables;

/// <summary>What a transaction does with one entity.</summary>
public enum TableTransactionActionType
{
    /// <summary>Writes an entity that must not be there yet.</summary>
    Add,

    /// <summary>Writes over the state its ETag names.</summary>
    UpdateReplace,

    /// <summary>Writes it whatever is there.</summary>
    UpsertReplace,

    /// <summary>Removes the state its ETag names.</summary>
    Delete,
}

/// <summary>One operation of a transaction; the ETag counts where a state is named.</summary>
public sealed record TableTransactionAction(TableTransactionActionType ActionType, TableEntity Entity, ETag ETag = default);

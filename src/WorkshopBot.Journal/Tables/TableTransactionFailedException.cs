using Azure;

namespace WorkshopBot.Journal.Tables;

/// <summary>The service refused a transaction as a whole because of one of its operations.</summary>
public sealed class TableTransactionFailedException(int status, string? errorCode, int? failedTransactionActionIndex)
    : RequestFailedException(status, FormattableString.Invariant($"The table service refuses operation {failedTransactionActionIndex} of a transaction with {status} {errorCode}."), errorCode, null)
{
    /// <summary>Which one, counted from 0; null when the service does not say.</summary>
    public int? FailedTransactionActionIndex { get; } = failedTransactionActionIndex;
}

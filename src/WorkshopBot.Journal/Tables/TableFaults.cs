using Azure;
using Azure.Identity;

namespace WorkshopBot.Journal.Tables;

/// <summary>What a failure of the client is to those who asked for rows.</summary>
static class TableFaults
{
    /// <summary>An entity was not in the state that was asked for. The same status with another code, or none, is somebody else's answer.</summary>
    public static bool IsConflict(RequestFailedException e) =>
        e.ErrorCode is TableErrorCode.EntityAlreadyExists or TableErrorCode.UpdateConditionNotSatisfied or TableErrorCode.ConditionNotMet or TableErrorCode.ResourceNotFound;

    /// <summary>Null: a bug, not a failure of the world.</summary>
    public static StorageFault? Of(Exception e) => e switch
    {
        RequestFailedException { Status: 429 or 503 } or RequestFailedException { ErrorCode: TableErrorCode.OperationTimedOut } => StorageFault.Busy,
        RequestFailedException { Status: 413 or 507 } or RequestFailedException { ErrorCode: TableErrorCode.EntityTooLarge } => StorageFault.Full,
        RequestFailedException { ErrorCode: { } code } when code.Contains("Quota", StringComparison.OrdinalIgnoreCase) => StorageFault.Full,
        RequestFailedException { ErrorCode: TableErrorCode.AuthorizationPermissionMismatch or TableErrorCode.InsufficientAccountPermissions } => StorageFault.ReadOnly,
        RequestFailedException or AuthenticationFailedException or InvalidDataException or IOException or HttpRequestException or OperationCanceledException => StorageFault.Unreachable,
        _ => null,
    };
}

namespace WorkshopBot.Journal.Tables;

/// <summary>The service's own names for what went wrong, as far as we tell them apart.</summary>
static class TableErrorCode
{
    public const string EntityAlreadyExists = "EntityAlreadyExists";
    public const string UpdateConditionNotSatisfied = "UpdateConditionNotSatisfied";
    public const string ConditionNotMet = "ConditionNotMet";
    public const string ResourceNotFound = "ResourceNotFound";
    public const string TableNotFound = "TableNotFound";
    public const string TableAlreadyExists = "TableAlreadyExists";
    public const string ServerBusy = "ServerBusy";
    public const string EntityTooLarge = "EntityTooLarge";
    public const string OperationTimedOut = "OperationTimedOut";
    public const string AuthorizationPermissionMismatch = "AuthorizationPermissionMismatch";
    public const string InsufficientAccountPermissions = "InsufficientAccountPermissions";
}

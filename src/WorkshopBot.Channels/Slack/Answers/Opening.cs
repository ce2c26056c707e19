namespace WorkshopBot.Channels.Slack.Answers;

/// <summary>A modal that was opened before there was anything to show in it, so that its trigger did not run out: its id, or null where none was opened.</summary>
sealed class Opening
{
    readonly TaskCompletionSource<string?> _view = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null, and none is opened any more.</summary>
    public static Opening None()
    {
        var none = new Opening();
        none.Is(null);
        return none;
    }

    public Task<string?> View => _view.Task;

    public void Is(string? view) => _view.TrySetResult(view);
}

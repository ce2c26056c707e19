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

    /// <summary>One that is open already.</summary>
    public static Opening Of(string view)
    {
        var opened = new Opening();
        opened.Is(view);
        return opened;
    }

    /// <summary>What it says that something is coming in; found out meanwhile.</summary>
    public string Language { get; set; } = "";

    public Task<string?> View => _view.Task;

    public void Is(string? view) => _view.TrySetResult(view);
}

namespace WorkshopBot.Channels.Slack.Protocol;

/// <summary>What somebody did with something of ours: pressed, chose, sent, closed, looked for.</summary>
sealed record SlackInteraction
{
    public string? Type { get; init; }

    /// <summary>None where an install of a whole organisation is used outside its workspaces.</summary>
    public SlackNamed? Team { get; init; }

    public SlackNamed? Enterprise { get; init; }

    public bool? IsEnterpriseInstall { get; init; }

    public SlackActor? User { get; init; }

    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }

    public SlackContainer? Container { get; init; }

    public SlackNamed? Channel { get; init; }

    public SlackMessage? Message { get; init; }

    public string? MessageTs { get; init; }

    public SlackView? View { get; init; }

    /// <summary>What stands in the inputs of a message.</summary>
    public SlackState? State { get; init; }

    public SlackElement?[]? Actions { get; init; }

    /// <summary>Which shortcut.</summary>
    public string? CallbackId { get; init; }

    public string? ActionTs { get; init; }

    /// <summary>The field whose choices are asked for, its block, and what was typed into it.</summary>
    public string? ActionId { get; init; }

    public string? BlockId { get; init; }

    public string? Value { get; init; }
}

/// <summary>A workspace, an organisation or a conversation.</summary>
sealed record SlackNamed(string? Id, string? Name);

/// <summary>Who did it.</summary>
sealed record SlackActor(string? Id, string? Name, string? Username, string? TeamId);

/// <summary>What it was done in: a message or a view.</summary>
sealed record SlackContainer(string? Type, string? MessageTs, string? ChannelId, bool? IsEphemeral, string? ThreadTs);

/// <summary>A modal, or the bot's home. Whose install has shown it is told apart from the workspace of whoever uses it.</summary>
sealed record SlackView(string? Id, string? Type, string? Hash, string? PrivateMetadata, SlackState? State, string? AppInstalledTeamId);

/// <summary>What stands in inputs, by block and by action.</summary>
sealed record SlackState(Dictionary<string, Dictionary<string, SlackElement?>?>? Values);

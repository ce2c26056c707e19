using System.Globalization;

namespace WorkshopBot.Fakes.Slack;

/// <summary>What lets the app answer somebody for a while: trigger ids for windows, and addresses for messages.</summary>
sealed class SlackTriggers(FakeSlack fake)
{
    readonly Dictionary<string, Trigger> _triggers = new(StringComparer.Ordinal);
    readonly Dictionary<string, SlackReplyTo> _addresses = new(StringComparer.Ordinal);

    public string NewTrigger(FakeSlackPerson person, FakeSlackInstall bot)
    {
        var number = fake.NewNumber().ToString(CultureInfo.InvariantCulture);
        var id = $"9{number}.1234567890.{SlackIds.Secret("trigger" + number)}";
        lock (fake.Gate)
            _triggers[id] = new(person, bot, fake.Time.GetUtcNow() + TimeSpan.FromSeconds(3));
        return id;
    }

    /// <summary>Whose trigger it is, once; or why it is none any more.</summary>
    public (FakeSlackPerson? Person, string Error) Use(string? id, FakeSlackInstall bot)
    {
        if (id is null || !_triggers.TryGetValue(id, out var trigger) || trigger.Bot != bot)
            return (null, "invalid_trigger_id");
        if (trigger.IsUsed)
            return (null, "exchanged_trigger_id");
        if (fake.Time.GetUtcNow() > trigger.Ends)
            return (null, "expired_trigger_id");
        trigger.IsUsed = true;
        return (trigger.Person, "");
    }

    /// <summary>An address that takes five messages in half an hour.</summary>
    public string NewAddress(string kind, SlackReplyTo to)
    {
        var number = fake.NewNumber().ToString(CultureInfo.InvariantCulture);
        var path = $"/hooks/{kind}/{to.Bot.Key}/{number}/{SlackIds.Secret("hook" + number, 24)}";
        lock (fake.Gate)
            _addresses[path] = to with { Ends = fake.Time.GetUtcNow() + TimeSpan.FromMinutes(30) };
        return new Uri(fake.Host, path).AbsoluteUri;
    }

    public (SlackReplyTo? To, string Error) Answer(string path)
    {
        lock (fake.Gate)
        {
            if (!_addresses.TryGetValue(path, out var to))
                return (null, "invalid_url");
            if (fake.Time.GetUtcNow() > to.Ends)
                return (null, "expired_url");
            if (to.Uses == 5)
                return (null, "used_url");
            _addresses[path] = to with { Uses = to.Uses + 1 };
            return (to, "");
        }
    }

    sealed record Trigger(FakeSlackPerson Person, FakeSlackInstall Bot, DateTimeOffset Ends)
    {
        public bool IsUsed { get; set; }
    }
}

/// <summary>Where an answer goes.</summary>
/// <param name="On">The message that was used; null where there was none.</param>
sealed record SlackReplyTo(FakeSlackInstall Bot, FakeSlackPerson Person, FakeSlackChannel Channel, FakeSlackMessage? On)
{
    public DateTimeOffset Ends { get; init; }

    public int Uses { get; init; }
}

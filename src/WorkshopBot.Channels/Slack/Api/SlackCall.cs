using System.Collections;

namespace WorkshopBot.Channels.Slack.Api;

/// <summary>A call of one method of Slack's Web API, with its arguments as they go onto the wire: scalars as text, objects and lists as JSON.</summary>
public sealed class SlackCall(string method) : IEnumerable<KeyValuePair<string, string>>
{
    readonly List<KeyValuePair<string, string>> _arguments = [];

    public string Method => method;

    /// <summary>An argument; left out where there is no value.</summary>
    public void Add(string name, string? value)
    {
        if (value is not null)
            _arguments.Add(new(name, value));
    }

    public string? Find(string name) => _arguments.Find(one => one.Key == name).Value;

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _arguments.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

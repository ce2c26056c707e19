using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using WorkshopBot.Fakes.Connector;

namespace WorkshopBot.Fakes.Slack;

/// <summary>What is wrong at one place of what was sent.</summary>
sealed record BlockFault(string Pointer, string Says, string Constraint, JsonNode? Expected = null);

/// <summary>Reads the table, and holds what is sent against it.</summary>
sealed class BlockSchema
{
    public static readonly BlockSchema Of = new();

    readonly FrozenDictionary<string, Record> _records;
    readonly FrozenDictionary<string, FrozenDictionary<string, string>> _sets;

    BlockSchema()
    {
        var lines = BlockTable.Text.Split('\n').Select(line => line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(line => line.Length > 0).ToList();
        _sets = lines.Where(line => line is [_, "=", ..]).ToFrozenDictionary(line => line[0], line => line.Skip(2).Select(name => name.Split('=')).ToFrozenDictionary(name => name[0], name => name[^1]));
        _records = lines.Where(line => line is not [_, "=", ..]).ToFrozenDictionary(line => line[0], Record.Of);
    }

    /// <summary>An object against a line of the table. <paramref name="typed"/>: its type was looked at already.</summary>
    public void Object(string name, JsonNode? node, string at, List<BlockFault> faults, bool typed = false)
    {
        if (node is not JsonObject some)
        {
            faults.Add(new(at, "must be an object", "type", "object"));
            return;
        }
        var record = _records[name];
        foreach (var (member, value) in some)
            if (!record.Members.TryGetValue(member, out var rule))
            {
                if (!typed || member != "type")
                    faults.Add(new($"{at}/{member}", $"no more than the known properties: {member} is none of {name}", "additional_properties"));
            }
            else
                Value(rule.Type, value, $"{at}/{member}", faults);
        foreach (var (member, _) in record.Members.Where(pair => pair.Value.IsMust && some[pair.Key] is null))
            faults.Add(new(at, $"missing required field: {member}", "required", member));
        foreach (var (isOne, names) in record.Sets)
            if (names.Count(member => some[member] is not null) is var count && (count == 0 || (isOne && count > 1)))
                faults.Add(new(at, $"{(isOne ? "exactly one" : "one")} of {string.Join(", ", names)} must be there", "required"));
    }

    /// <summary>An object of a type that is one of a set.</summary>
    public void OneOf(string set, JsonNode? node, string at, List<BlockFault> faults)
    {
        var type = Strict.Text(node as JsonObject ?? [], "type") ?? "";
        if (type is "plain_text" or "mrkdwn" && _sets[set].ContainsKey(type))
            Text(type == "mrkdwn" ? "mrkdwn" : "plain", node, 3000, at, faults);
        else if (_sets[set].TryGetValue(type, out var name))
            Object(name, node, at, faults, typed: true);
        else
            faults.Add(new($"{at}/type", $"unsupported type: {type}", "enum"));
    }

    void Value(string type, JsonNode? value, string at, List<BlockFault> faults)
    {
        if (type[0] == '[')
        {
            var close = type.LastIndexOf(']');
            if (value is not JsonArray list)
                faults.Add(new(at, "must be a list", "type", "array"));
            else if (list.Count == 0)
                faults.Add(new(at, "no fewer than 1 items allowed", "min_items", 1));
            else if (list.Count > Most(type[close..]))
                faults.Add(new(at, $"no more than {Most(type[close..])} items allowed", "max_items", Most(type[close..])));
            else
                for (var i = 0; i < list.Count; i++)
                    Value(type[1..close], list[i], $"{at}/{i}", faults);
        }
        else if (type[0] == '@' && _sets.ContainsKey(type[1..]))
            OneOf(type[1..], value, at, faults);
        else if (type[0] == '@')
            Object(type[1..], value, at, faults);
        else
            Plain(type.Split('(')[0], type, value, at, faults);
    }

    static void Plain(string name, string type, JsonNode? value, string at, List<BlockFault> faults)
    {
        var text = value is JsonValue one && one.TryGetValue<string>(out var said) ? said : null;
        if (name == "any")
            return;
        if (name is "plain" or "text")
            Text(name, value, Most(type), at, faults);
        else if (name == "bool" && (value as JsonValue)?.TryGetValue<bool>(out _) != true)
            faults.Add(new(at, "must be a boolean", "type", "boolean"));
        else if (name is "int" or "int1" && ((value as JsonValue)?.TryGetValue<long>(out var number) != true || number < (name == "int1" ? 1 : 0) || number > Most(type)))
            faults.Add(new(at, $"must be a whole number up to {Most(type)}", "maximum", Most(type)));
        else if (name == "number" && !(value is JsonValue numeral && numeral.TryGetValue<decimal>(out _)))
            faults.Add(new(at, "must be a number", "type", "number"));
        else if (name == "numeral" && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            faults.Add(new(at, "must be a number in a string", "format"));
        else if (name == "https" && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            faults.Add(new(at, "must be an https address", "format"));
        else if (name == "date" && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            faults.Add(new(at, "must be a date as YYYY-MM-DD", "format"));
        else if (name == "time" && !TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            faults.Add(new(at, "must be a time as HH:mm", "format"));
        else if (name is "https" or "numeral" && text!.Length > Most(type))
            faults.Add(new(at, $"must be less than {Most(type) + 1} characters", "max_length", Most(type)));
        else if (name is "str" or "str0" && text is null)
            faults.Add(new(at, "must be a string", "type", "string"));
        else if (name == "str" && text!.Length == 0)
            faults.Add(new(at, "must be more than 0 characters", "min_length", 1));
        else if (name is "str" or "str0" && text!.Length > Most(type))
            faults.Add(new(at, $"must be less than {Most(type) + 1} characters", "max_length", Most(type)));
        else if (name == "of" && (text is null || !type[3..^1].Split(',').Contains(text)))
            faults.Add(new(at, $"must be one of {type[3..^1]}", "enum"));
    }

    static void Text(string kind, JsonNode? node, long most, string at, List<BlockFault> faults)
    {
        var some = node as JsonObject ?? [];
        var type = Strict.Text(some, "type");
        if (type is not ("plain_text" or "mrkdwn") || (kind == "plain" && type != "plain_text"))
            faults.Add(new(at, "must be a text object of another type", "type", "plain_text"));
        else if (some.Where(pair => pair.Key is not ("type" or "text") && pair.Key != (type == "mrkdwn" ? "verbatim" : "emoji")).Select(pair => pair.Key).FirstOrDefault() is { } extra)
            faults.Add(new($"{at}/{extra}", $"no more than the known properties: {extra} is none of {type}", "additional_properties"));
        else
            Plain("str", $"str({most})", some["text"], at + "/text", faults);
    }

    static long Most(string type) => long.Parse(type[(type.LastIndexOf('(') + 1)..^1], CultureInfo.InvariantCulture);

    sealed record Record(FrozenDictionary<string, (string Type, bool IsMust)> Members, (bool IsOne, string[] Names)[] Sets)
    {
        public static Record Of(string[] line) => new(
            line.Skip(1).Where(word => word.Contains(':', StringComparison.Ordinal)).Select(word => word.Split(':', 2)).ToFrozenDictionary(word => word[0].TrimEnd('!'), word => (word[1], word[0].EndsWith('!'))),
            [.. line.Skip(1).Where(word => !word.Contains(':', StringComparison.Ordinal)).Select(word => (word.StartsWith("one(", StringComparison.Ordinal), word[4..^1].Split(',')))]);
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WorkshopBot.Exports.Tests.Schema;

/// <summary>
/// Checks JSON against the part of JSON Schema 2020-12 our schema uses; a keyword it does not know is an error of the schema, so that nothing
/// is believed to be checked that is not.
/// </summary>
internal sealed class SchemaChecker(JsonObject schema)
{
    public List<string> Faults { get; } = [];

    public static List<string> Check(JsonObject schema, JsonNode? value)
    {
        var checker = new SchemaChecker(schema);
        checker.Check(schema, value, "$");
        return checker.Faults;
    }

    private void Check(JsonObject rules, JsonNode? value, string at)
    {
        foreach (var (keyword, rule) in rules)
            if (!Holds(keyword, rule!, rules, value, at)) Faults.Add($"{at}: {keyword} {Short(rule)} does not hold for {Short(value)}");
    }

    private bool Holds(string keyword, JsonNode rule, JsonObject rules, JsonNode? value, string at)
    {
        switch (keyword)
        {
            case "$schema" or "$id" or "$defs" or "title" or "description": return true;
            case "$ref": Check(Defined(rule.GetValue<string>()), value, at); return true;
            case "type": return IsOf(rule.GetValue<string>(), value);
            case "const": return JsonNode.DeepEquals(rule, value);
            case "enum": return rule.AsArray().Any(known => JsonNode.DeepEquals(known, value));
            case "anyOf": return rule.AsArray().Any(way => { var one = new SchemaChecker(schema); one.Check(way!.AsObject(), value, at); return one.Faults.Count == 0; });
            case "minimum": return !IsOf("number", value) || value!.GetValue<decimal>() >= rule.GetValue<decimal>();
            case "maximum": return !IsOf("number", value) || value!.GetValue<decimal>() <= rule.GetValue<decimal>();
            case "pattern": return !IsOf("string", value) || Regex.IsMatch(value!.GetValue<string>(), rule.GetValue<string>(), RegexOptions.ECMAScript);
            case "required": return value is not JsonObject o || rule.AsArray().All(name => o.ContainsKey(name!.GetValue<string>()));
            case "items":
                if (value is JsonArray list) for (var i = 0; i < list.Count; i++) Check(rule.AsObject(), list[i], $"{at}[{i}]");
                return true;
            case "prefixItems":
                if (value is JsonArray row) for (var i = 0; i < Math.Min(row.Count, rule.AsArray().Count); i++) Check(rule[i]!.AsObject(), row[i], $"{at}[{i}]");
                return true;
            case "minItems": return value is not JsonArray least || least.Count >= rule.GetValue<int>();
            case "maxItems": return value is not JsonArray most || most.Count <= rule.GetValue<int>();
            case "properties":
                foreach (var (name, inner) in rule.AsObject())
                    if (value is JsonObject holder && holder.TryGetPropertyValue(name, out var part)) Check(inner!.AsObject(), part, $"{at}.{name}");
                return true;
            case "additionalProperties":
                return rule.GetValue<bool>() || value is not JsonObject closed || closed.All(part => rules["properties"]!.AsObject().ContainsKey(part.Key));
            default: throw new InvalidOperationException($"{at}: the schema uses '{keyword}', which nobody checks.");
        }
    }

    private JsonObject Defined(string name) =>
        schema["$defs"]![name["#/$defs/".Length..]]?.AsObject() ?? throw new InvalidOperationException($"The schema does not define {name}.");

    private static bool IsOf(string type, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("null", null) => true,
        ("object", System.Text.Json.JsonValueKind.Object) or ("array", System.Text.Json.JsonValueKind.Array) or ("string", System.Text.Json.JsonValueKind.String) => true,
        ("number", System.Text.Json.JsonValueKind.Number) => true,
        ("integer", System.Text.Json.JsonValueKind.Number) => value!.GetValue<decimal>() is var n && n == decimal.Truncate(n),
        ("boolean", System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) => true,
        _ => false,
    };

    private static string Short(JsonNode? node) => node?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 80)] : "null";
}

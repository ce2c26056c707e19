using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Exports.Tests;

/// <summary>Files that were maps once: nothing throws, and whatever is accepted is a map that can be used and comes back.</summary>
public class DamagedFileTests
{
    private static readonly string Full = Filled.Workshop(Playbook.Standard).Json(), Small = Sample.Workshop.Json();

    private static readonly string?[] Values =
    [
        null, "null", "true", "0", "-1", "3", "2.5", "1e400", "79228162514264337593543950335", "0.0000000000000000000000000001", "\"\"", "\"x\"", "\"G1\"", "\"S9\"", "\"X3\"", "\"2026-01-01\"", "\"9999-12-31\"",
        "\"When a, b wants until c\"", "\"when ,\"", "\"\\ud83d\"", "[]", "[1]", "[\"G1\",\"G1\",\"G3\"]", "[[]]", "[[\"2026-01-01\"]]", "{}", "{\"ref\":\"G1\"}", "{\"unit\":\"weeks\",\"typical\":1}", "{\"word\":\"a\",\"score\":1,\"votes\":2}",
    ];

    [Fact]
    public void A_file_with_bytes_changed_cut_or_put_in_never_throws()
    {
        var bytes = Encoding.UTF8.GetBytes(Small);
        var damage = from place in Gen.Choose(0, bytes.Length - 1)
                     from what in Gen.Choose(0, 2)
                     from value in Gen.Choose(0, 255)
                     select what switch
                     {
                         0 => (byte[])[.. bytes[..place], (byte)value, .. bytes[(place + 1)..]],
                         1 => bytes[..place],
                         _ => [.. bytes[..place], (byte)value, .. bytes[place..]],
                     };
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(damage.ToArbitrary(), Usable));
    }

    [Fact]
    public void A_file_with_values_of_another_kind_never_throws()
    {
        var count = Holders(JsonNode.Parse(Full)).Count();
        var damage = from at in Gen.Choose(0, count - 1).ListOf(2) from value in Gen.Elements(Values).ListOf(2) select Encoding.UTF8.GetBytes(Damaged(at.Zip(value)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(damage.ToArbitrary(), Usable));
    }

    /// <summary>One after the other, since chance would leave some out.</summary>
    [Fact]
    public void Every_value_of_a_small_map_replaced_by_every_other_never_throws()
    {
        var (count, accepted) = (Holders(JsonNode.Parse(Small)).Count(), 0);
        for (var at = 0; at < count; at++)
            foreach (var value in Values)
            {
                var tree = JsonNode.Parse(Small)!;
                Replace(Holders(tree).ElementAt(at), value);
                var file = Encoding.UTF8.GetBytes(Lenient(tree));
                if (Usable(file) && JsonImport.Read(file, Playbook.Standard).Fault is null) accepted++;
            }
        Assert.InRange(accepted, count, count * Values.Length / 2);
    }

    private static bool Usable(byte[] file)
    {
        var result = JsonImport.Read(file, Playbook.Standard);
        Assert.True(result.Fault is null || (result.Events.IsEmpty && result.Fault.Length is > 0 and < 400 && !result.Fault.Any(char.IsControl)));
        if (result.Fault is null) Given.Fold(result.Events).Again();
        return true;
    }

    private static string Damaged(IEnumerable<(int At, string? Value)> damages)
    {
        var tree = JsonNode.Parse(Full)!;
        foreach (var (at, value) in damages)
            if (Holders(tree).ElementAtOrDefault(at) is { Holder: not null } place) Replace(place, value);
        return Lenient(tree);
    }

    private static void Replace((JsonNode Holder, object Key) place, string? value)
    {
        var holder = place.Holder;
        // Numbers no decimal holds and half characters are put in as text afterwards.
        JsonNode? node = value is null ? null : value is "1e400" or "\"\\ud83d\"" ? JsonValue.Create("§" + value + "§") : JsonNode.Parse(value);
        if (place.Key is string name) { if (value is null) holder.AsObject().Remove(name); else holder[name] = node; }
        else if (value is null) holder.AsArray().RemoveAt((int)place.Key);
        else holder[(int)place.Key] = node;
    }

    private static string Lenient(JsonNode tree) => tree.ToJsonString().Replace("\"\\u00A71e400\\u00A7\"", "1e400", StringComparison.Ordinal).Replace("\"\\u00A7\\u0022\\\\ud83d\\u0022\\u00A7\"", "\"\\ud83d\"", StringComparison.Ordinal);

    private static IEnumerable<(JsonNode Holder, object Key)> Holders(JsonNode? node) => node switch
    {
        JsonObject o => o.ToList().SelectMany(part => Holders(part.Value).Prepend((o, part.Key))),
        JsonArray list => list.Select((entry, n) => (entry, n)).ToList().SelectMany(part => Holders(part.entry).Prepend((list, part.n))),
        _ => [],
    };
}

using System.Collections.Immutable;
using System.Text.Json;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Shapes;

/// <summary>Teams by name, typed as <c>Billing + Web</c>. A new set replaces the old one; a team nobody knew is added by the decider, not here.</summary>
public sealed class TeamsShape : Shape<ImmutableArray<string>>
{
    private const int MostTeams = 8;

    public override string Name => "teams";

    public override ImmutableArray<string> Nothing => [];

    public override string Again(ImmutableArray<string> value) => value.IsDefaultOrEmpty ? "" : string.Join(" + ", value);

    public override bool Same(ImmutableArray<string> one, ImmutableArray<string> other) => one.IsDefaultOrEmpty ? other.IsDefaultOrEmpty : !other.IsDefaultOrEmpty && one.AsSpan().SequenceEqual(other.AsSpan());

    public override bool IsEmpty(ImmutableArray<string> value) => value.IsDefaultOrEmpty;

    public override Parsed<ImmutableArray<string>> Read(string text, Reading reading)
    {
        var names = Split(text);
        return names.Length is 0 or > MostTeams ? Phrase.Of("teams-count", MostTeams)
            : names.Select(name => TextShape.Checked(name, Limits.Name)).FirstOrDefault(fault => fault is not null) is { } fault ? fault
            : Parsed<ImmutableArray<string>>.Yes([.. names.Select(name => Known(name, reading))]);
    }

    public static string[] Split(string text) => text.Split(['+', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value) => writer.WriteStringValue(string.Join(" + ", value));

    public override ImmutableArray<string> Load(JsonElement stored) => [.. Split(stored.GetString()!)];

    public override Arg Show(ImmutableArray<string> value) => string.Join(" + ", value);

    /// <summary>The way a team's name is written on the map, whatever way it was typed.</summary>
    private static string Known(string name, Reading reading) =>
        reading.Map.Named(name, "W") is { } found && reading.Map.Live(found) is { Kind.Id: "party" } party
            && reading.Map.Kinds.WithId("party")!.Main.Show(party.Item) is Arg.Text { Value: var written } ? written : name;
}

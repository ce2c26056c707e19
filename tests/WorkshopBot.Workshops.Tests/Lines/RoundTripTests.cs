using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Data;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Values;

namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>Every line that the declarations allow is read as what it was made from.</summary>
public sealed class RoundTripTests
{
    private static readonly Workshop Room = Rooms.Hear(Rooms.At("teams"), "segment: Families", turn: "room").After;

    public static TheoryData<string> Kinds => [.. Playbook.Standard.Kinds.All.Where(kind => kind.Typed).Select(kind => kind.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_line_of_a_kind_is_read_as_what_it_was_made_from(string id)
    {
        var kind = Playbook.Standard.Kinds.WithId(id)!;
        Holds(60, KindLine(kind), line => Is(line.Text, Room, kind, line.Stored, Room.Map.Next(kind)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_source_at_the_end_of_a_line_becomes_evidence_of_its_item(string id)
    {
        var kind = Playbook.Standard.Kinds.WithId(id)!;
        var lines = from line in KindLine(kind) from n in Gen.Choose(1, 100_000) select (Text: $"{line.Text} (n={n}, May 2026, survey)", n);
        Holds(20, lines, line => Rooms.Hear(Room, line.Text).After.Map.Live(Room.Map.Next(Evidence.Kind))?.Item is Evidence evidence && (kind == Evidence.Kind || evidence is { Level: "survey", Period: "May 2026" } && evidence.N == line.n && evidence.On == Room.Map.Next(kind)));
    }

    [Fact]
    public void A_persona_line_is_read_as_what_it_was_made_from() => Holds(120, BareLine(Steps.Personas.Persona.Kind), line =>
        Is(line.Text, Rooms.Hear(Rooms.At("personas"), "segment: Families", turn: "room").After, Steps.Personas.Persona.Kind, line.Stored, new('P', 1)));

    [Fact]
    public void A_stage_line_is_read_as_what_it_was_made_from() =>
        Holds(120, BareLine(Steps.Stages.Stage.Kind), line => Is(line.Text, Rooms.At("stages"), Steps.Stages.Stage.Kind, line.Stored, new('S', 1)));

    [Fact]
    public void A_list_of_stages_is_read_as_its_names() => Holds(120, Gen.Shuffle("Try", "Try again", "Phase 2: pilot", "Größe wählen", "比較する", "שלום", "👩‍👩‍👧 Family", "Look, compare", "Need help"), names =>
    {
        var line = string.Join(", ", names.Select(name => name.Contains(',', StringComparison.Ordinal) ? $"\"{name}\"" : name));
        var answer = Rooms.Hear(Rooms.At("stages"), line);
        return !answer.Refused && answer.After.Map.Stages.Select(stage => ((Steps.Stages.Stage)stage.Item).Name).SequenceEqual(names);
    });

    [Fact]
    public void A_frame_line_is_read_as_what_it_was_made_from()
    {
        // A scenario also fills other fields, and anonymous names are not there yet: both have tests of their own.
        var fields = Frame.Kind.Fields.Where(field => field.Id is not ("scenario" or "names")).ToArray();
        var lines = Gen.Elements(fields).SelectMany(field => GivenValues.Of(field, "").SelectMany(value => Label(field).Select(label => (field, value, text: $"{label}: {value.Typed}"))));
        Holds(120, lines, line =>
        {
            var answer = Rooms.Hear(Rooms.At("kickoff"), line.text);
            var expected = line.field.Shape == "texts" ? $"[{line.value.Stored}]" : line.value.Stored;
            return !answer.Refused && Same(JsonNode.Parse(expected), Rooms.Stored(Frame.Kind, answer.After.Frame)[line.field.Id]);
        });
    }

    [Fact]
    public void An_edge_is_read_as_what_it_was_made_from()
    {
        var lines =
            from ends in Gen.Shuffle(GivenValues.Known("S").Append(("Advocate", "S6")).ToArray()).Select(all => all.DistinctBy(end => end.Item2).ToArray())
            from arrow in Gen.Elements("->", " → ", " => ", " –> ", "  -->")
            from percent in Gen.Choose(0, 1000).Select(n => n / 10m)
            from sign in Gen.Elements("%", " %", "％")
            from medium in Gen.Elements("", "website", "Größe & Maße", "比較", "phone call")
            from n in Gen.Choose(0, 100_000)
            select (From: ends[0].Item2, To: ends[1].Item2, percent, medium, n,
                Text: $"{ends[0].Item1}{arrow}{ends[1].Item1} {Workshops.Lines.Scan.Num.Show(percent)}{sign}{(medium.Length == 0 ? "" : $" via {medium}")}{(n == 0 ? "" : $" (n={n}, May, web analytics)")}");
        Holds(120, lines, line =>
        {
            var answer = Rooms.Hear(Room, line.Text);
            return answer.After.Map.Live(new('C', 1))?.Item is Conversion c && c.From.ToString() == line.From && c.To.ToString() == line.To && c.Percent == line.percent
                && (c.Medium ?? "") == line.medium && c.Source == (line.n == 0 ? null : new Source("web analytics", "analytics", "May", line.n, null));
        });
    }

    [Fact]
    public void A_fact_is_read_as_what_it_was_made_from()
    {
        var stage = Steps.Stages.Stage.Kind;
        var lines =
            from place in Gen.Elements(GivenValues.Known("S"))
            from field in Gen.Elements(stage.Fields.Where(field => field.Verb is not null).ToArray())
            from value in GivenValues.Of(field, "")
            select (place, field, value, Text: $"{place.Item1} {field.Verb} {value.Typed}");
        Holds(120, lines, line => Rooms.Hear(Room, line.Text) is { Refused: false } answer
            && Same(JsonNode.Parse(line.value.Stored), Rooms.Stored(stage, answer.After.Map.Live(Ref.Read(line.place.Item2)!.Value)!.Item)[line.field.Id]));
    }

    [Fact]
    public void A_feeling_is_read_as_what_it_was_made_from()
    {
        var moods = from word in Gen.Elements("lost", "ganz verloren", "不安", "ready for it", "calm & sure") from score in Gen.Choose(1, 5) select new Mood(word, score);
        var lines =
            from place in Gen.Elements(GivenValues.Known("ST"))
            from actual in moods
            from wanted in moods
            from form in Gen.Choose(0, 2)
            from whose in Gen.Elements("", " for Maya", " for P1")
            select (place, Actual: form == 1 ? null : actual, Wanted: form == 0 ? null : wanted,
                Text: $"{place.Item1} {string.Join(", ", new[] { form == 1 ? null : $"feels {actual.Word} {actual.Score}", form == 0 ? null : $"wants {wanted.Word} {wanted.Score}" }.OfType<string>())}{whose}");
        Holds(120, lines, line => Rooms.Hear(Room, line.Text).After.Map.Live(new('V', 1))?.Item is Steps.Touchpoints.Feeling feeling
            && feeling.Place.ToString() == line.place.Item2 && feeling.Persona == new Ref('P', 1)
            && feeling.Actual.Of("test:local:ann") == line.Actual && feeling.Wanted.Of("test:local:ann") == line.Wanted);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void More_said_of_an_item_by_its_ref_is_read_as_what_it_was_made_from(string id)
    {
        var kind = Playbook.Standard.Kinds.WithId(id)!;
        var there = Rooms.Hear(Room, Example(kind));
        Assert.False(there.Refused, Team.Text(there));
        var name = there.After.Map.LiveOn(kind.Letter).Last().Name;
        var before = Rooms.Stored(kind, there.After.Map.Live(name)!.Item);
        var fields = kind.Fields.Where(field => !field.Hidden && !before.ContainsKey(field.Id)).ToArray();
        if (fields.Length == 0) return;
        var lines = Gen.Elements(fields).SelectMany(field => GivenValues.Of(field, Letters(kind, field)).SelectMany(value => Piece(kind, field, value).Select(piece => (field, value, piece))));
        Holds(60, lines, line =>
        {
            var answer = Rooms.Hear(there.After, $"{name} | {line.piece}", turn: "more");
            var expected = line.field.Shape == "texts" ? $"[{line.value.Stored}]" : line.value.Stored;
            return !answer.Refused && Same(JsonNode.Parse(expected), Rooms.Stored(kind, answer.After.Map.Live(name)!.Item)[line.field.Id]);
        });
    }

    private static string Example(Kind kind) => kind.Home is { } home && kind.Id != "gap" ? $"{kind.Id} {Place(kind, home)[0].Typed}: something new" : $"{kind.Id}: Something new";

    private sealed record Line(string Text, SortedDictionary<string, JsonNode?> Stored);

    private static Gen<Line> KindLine(Kind kind) =>
        from name in Gen.Elements([kind.Id, kind.Label, kind.Id.ToUpperInvariant(), .. kind.Also])
        from mark in Gen.Elements("", "- ", "• ", "1. ", "  ")
        from place in kind.Home is { } home ? Gen.Elements(Place(kind, home)) : Gen.Constant(("", ""))
        from rest in Pieces(kind)
        select new Line($"{mark}{name}{(place.Item1.Length == 0 ? "" : $" {place.Item1}")}: {rest.Text}", Presumed(kind, place.Item2, rest.Stored));

    private static Gen<Line> BareLine(Kind kind) => Pieces(kind).Select(rest => new Line(rest.Text.Contains('|', StringComparison.Ordinal) ? rest.Text : rest.Text + " |", rest.Stored));

    /// <summary>The main text, then some of the other fields in any order, each with its label or the way it can go without.</summary>
    private static Gen<Line> Pieces(Kind kind) =>
        from main in GivenValues.Of(kind.Main, "")
        from some in Gen.Shuffle(kind.Fields.Where(field => !field.Hidden && !field.Home && field != kind.Main).ToArray()).SelectMany(all => Gen.Choose(0, Math.Min(6, all.Length)).Select(count => all.Take(count).ToList()))
        from pieces in some.Select(field => GivenValues.Of(field, Letters(kind, field)).SelectMany(value => Piece(kind, field, value).Select(piece => (field, value, piece))))
            .Aggregate(Gen.Constant<(Field field, Given value, string piece)[]>([]), (all, one) => from a in all from b in one select (((Field, Given, string)[])[.. a, b]))
        select new Line(string.Join(" | ", pieces.Select(piece => piece.piece).Prepend(main.Typed)), Stored([.. pieces.Select(piece => (piece.field, piece.value)), (kind.Main, main)]));

    private static SortedDictionary<string, JsonNode?> Stored(IEnumerable<(Field Field, Given Value)> values) =>
        new(values.ToDictionary(value => value.Field.Id, value => JsonNode.Parse(value.Field.Shape == "texts" ? $"[{value.Value.Stored}]" : value.Value.Stored)), StringComparer.Ordinal);

    private static SortedDictionary<string, JsonNode?> Presumed(Kind kind, string place, SortedDictionary<string, JsonNode?> stored)
    {
        if (place.Length > 0) stored[kind.Home!.Id] = place;
        if (kind.Fields.FirstOrDefault(field => field.LeadByDefault) is { } persona) stored.TryAdd(persona.Id, "P1");
        if (kind.Id == "gap") stored["state"] = "accepted";
        if (kind.Id == "evidence") stored.TryAdd("level", "assumption");
        return stored;
    }

    /// <summary>With a label; or with its introducing word, or bare where nothing else of the kind looks like it.</summary>
    private static Gen<string> Piece(Kind kind, Field field, Given value)
    {
        var forms = new List<Gen<string>> { Label(field).Select(label => $"{label}: {value.Typed}"), Label(field).Select(label => $"{label.ToUpperInvariant()} :{value.Typed}") };
        if (field.Prefix is { } prefix && field.Shape is "number" or "date" or "person" or "item" or "items") forms.Add(Gen.Constant($"{field.Prefix} {value.Typed}"));
        if (field.Shape == "choice" && kind.Fields.Count(other => other.Choices.Any(choice => choice.Fits(value.Typed))) == 1) forms.Add(Gen.Constant(value.Typed));
        return Gen.OneOf(forms);
    }

    private static Gen<string> Label(Field field) => Gen.Elements([field.Label, field.Id, .. field.Also]);

    private static (string Typed, string Ref)[] Place(Kind kind, Field home) => [.. GivenValues.Known(Letters(kind, home)).Where(known => known.Ref[0] is not 'Y' || known.Typed == "Y1")];

    private static string Letters(Kind kind, Field field) => string.Concat("SPGQNTXIY".Where(letter => field.Accepts(new Ref(letter, 1)))) is { Length: > 0 } letters ? letters : kind.Id;

    private static bool Is(string line, Workshop room, Kind kind, SortedDictionary<string, JsonNode?> expected, Ref name)
    {
        var answer = Rooms.Hear(room, line, confirmed: []);
        if (answer.After.Map.Live(name) is not Entry entry) throw new InvalidOperationException($"{line}\n{Team.Text(answer)}");
        var actual = Rooms.Stored(kind, entry.Item);
        var wrong = expected.Keys.Union(actual.Keys).Where(id => !expected.TryGetValue(id, out var value) || !actual.TryGetValue(id, out var read) || !Same(value, read)).ToList();
        return wrong.Count == 0 ? true : throw new InvalidOperationException($"{line}\n" + string.Join('\n', wrong.Select(id => $"{id}: {(expected.TryGetValue(id, out var value) ? value?.ToJsonString() : "–")} was read as {(actual.TryGetValue(id, out var read) ? read.GetRawText() : "–")}")));
    }

    private static void Holds<T>(int tests, Gen<T> values, Func<T, bool> property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(values.ToArbitrary(), property));

    private static bool Same(JsonNode? expected, JsonElement actual) => JsonNode.DeepEquals(expected, JsonNode.Parse(actual.GetRawText()));
}

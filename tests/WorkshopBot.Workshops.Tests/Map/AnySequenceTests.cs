using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Stored;
using WorkshopBot.Workshops.Tests.Topics;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Map;

/// <summary>Whatever people do in whatever order, what the map keeps count of is what is on it, and undo takes back exactly what was done.</summary>
public sealed class AnySequenceTests
{
    private static readonly string[] Lines =
    [
        "Research: compare", "Explore: try | for Tom", "goal S2: see it (survey, n=12, May)", "Research? what is fair", "Choose? is it safe", "touchpoint Research: page | web | serves G1 | answers Q1", "touchpoint Choose: call | phone | serves G1, G2",
        "T1 is a moment of truth because it decides", "T1 fails when it is down | severity 3", "T2 fails when nobody answers", "Research feels lost 2, wants safe 4", "Explore feels fine 4", "T1 feels odd 3", "pain T1: slow", "pain Research: dear",
        "T1: seen (analytics, May)", "G1: heard (anecdote)", "G1: we think so", "Research takes 2 weeks (CRM, May)", "Choose takes 3 days", "Research -> Explore 31% via web (n=4, May)", "Explore -> Choose 40%", "Research -> Choose unknown",
        "gap Choose: nothing there | effect 3", "gap X1", "drop X2 wrong", "X1 -> Billing | M", "X3 | effect 5", "T1 backstage: checks | 2 h", "metric Research: seen | 21 %", "merge S3 into S2", "merge S4 into S2", "merge G2 into G1", "merge T2 into T1", "merge P2 into P1",
        "split S2 into One, Two", "rename S2 Look", "move S4 before S1", "withdraw G1", "withdraw T1", "withdraw G2", "withdraw E1", "withdraw F1", "restore G1", "restore T1", "restore E1", "restore F1", "unlink T1 G1", "link T1 G1", "T1 | stage: Choose", "edit G1 other words",
        "lead P2", "lead P1", "undo", "undo", "next anyway", "back", "i speak for Support", "park it", "pass",
        .. Topic.All.SelectMany(topic => topic.Sequence),
    ];

    private static readonly string[] People = ["Ann", "Ann", "Ben", "Cleo"];

    [Fact]
    public void Counters_lists_and_names_are_those_of_a_map_made_anew() => Play((team, _) =>
    {
        var (live, anew) = (team.Workshop, Read(Json(team.Workshop)));
        Assert.Equal(Says(anew), Says(live));
    });

    [Fact]
    public void Replayed_events_and_a_snapshot_are_the_workshop_that_lived()
    {
        var replayed = (Of: (Team?)null, Workshop: (Workshop?)null);
        Play((team, answer) =>
        {
            // A new script begins: what led to it is taken from a snapshot, itself under test.
            if (replayed.Of != team) replayed = (team, null);
            else replayed.Workshop = Conversation.Fold(replayed.Workshop!, answer.Answer.Events.Select(Stored), "test:local:" + answer.Person.ToLowerInvariant(), team.At, answer.Turn);
            replayed.Workshop ??= Read(Json(team.Workshop));
            Assert.Equal(Encoding.UTF8.GetString(Json(team.Workshop)), Encoding.UTF8.GetString(Json(replayed.Workshop)));
        });
    }

    [Fact]
    public void Undo_takes_back_exactly_what_the_message_did() => Play((team, answer) =>
    {
        if (answer.Answer.Events.IsEmpty || !team.Workshop.Acts.TryGetValue("test:local:" + answer.Person.ToLowerInvariant(), out var acts) || acts.IsEmpty || acts[^1].Turn != answer.Turn) return;
        var undone = team.Says(answer.Person, "undo");
        if (!undone.Refused) Assert.Equal(answer.Before, Items(team.Workshop));
    });

    private static void Play(Action<Team, (string Person, string Turn, string Before, Answered Answer)> after) =>
        Prop.ForAll(Gen.Elements(Lines).Zip(Gen.Elements(People)).ListOf(45).ToArbitrary(), script =>
        {
            var team = Team.Started().Until("goals").Given("Ann: persona: Tom | teacher");
            var number = 0;
            var played = new StringBuilder();
            foreach (var (line, person) in script)
            {
                var (turn, before) = ($"a{++number}", Items(team.Workshop));
                var answer = team.Turn(turn, person, line);
                if (answer.Refused) continue;
                played.Append(CultureInfo.InvariantCulture, $"\n{person}: {line}");
                try
                {
                    after(team, (person, turn, before, answer));
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException($"{e.Message}{played}", e);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    /// <summary>All that decisions read of a map.</summary>
    private static string Says(Workshop w)
    {
        var map = w.Map;
        var says = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{map.Size} {map.Evidence} {map.Lead}\n");
        foreach (var step in w.Playbook.Steps)
            foreach (var open in step.Missing(w)) says.Append(step.Id).Append(open.Hard).Append(' ').AppendLine(Speech.Say(open.What, Speech.Culture("en")));
        foreach (var kind in map.Kinds.All)
        {
            says.Append(kind.Id);
            foreach (var stage in map.StageOrder.Prepend(default))
                foreach (var persona in map.On(JourneyMap.Persona).Select(entry => entry.Name).Prepend(default)) says.Append(' ').Append(map.Count(kind.Letter, stage, persona));
            foreach (var entry in map.On(kind.Letter))
                says.Append(CultureInfo.InvariantCulture, $" {entry.Name}{entry.State}{entry.Backing}{(kind.Identity(entry.Item, map.Resolve) is { } identity ? map.Identified(kind.Letter, identity) : null)}");
            says.AppendLine();
        }
        return says.ToString();
    }

    /// <summary>What is on the map, without how often it was changed and without findings: their refs stay.</summary>
    private static string Items(Workshop w)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartArray();
        writer.WriteStringValue($"{w.StepId} {string.Join(' ', w.Map.Stages.Select(stage => stage.Name))} {w.Map.Lead}");
        foreach (var entry in w.Map.Kinds.All.SelectMany(kind => w.Map.LiveOn(kind.Letter)).Where(entry => entry.Item is not Steps.Teams.Gap { Check: not null }))
        {
            writer.WriteStartObject();
            writer.WriteString("ref", entry.Name.ToString());
            entry.Kind.Write(writer, entry.Item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static byte[] Json(Workshop w)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) StateJson.Write(writer, w);
        return buffer.WrittenSpan.ToArray();
    }

    private static WorkshopEvent Stored(WorkshopEvent happened)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) EventJson.Write(writer, happened, Steps.Playbook.Standard.Kinds);
        return EventJson.Read(JsonDocument.Parse(buffer.WrittenMemory).RootElement, Steps.Playbook.Standard.Kinds);
    }

    private static Workshop Read(byte[] json) => StateJson.Read(JsonDocument.Parse(json).RootElement, Steps.Playbook.Standard);
}

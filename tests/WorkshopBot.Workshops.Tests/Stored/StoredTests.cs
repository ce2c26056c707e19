using System.Buffers;
using System.Text;
using System.Text.Json;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Stored;
using WorkshopBot.Workshops.Tenants;
using WorkshopBot.Workshops.Tests.Topics;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Tests.Stored;

/// <summary>What is stored says the same when it is read: events, snapshots, answers.</summary>
public sealed class StoredTests
{
    /// <summary>What belongs to no topic, and each topic that has a transcript after it.</summary>
    public static TheoryData<string> Played => [.. Topic.All.Where(topic => topic.Transcript.Length > 0).Select(topic => topic.GetType().Name).Prepend("")];

    [Theory]
    [MemberData(nameof(Played))]
    public void A_snapshot_and_the_replayed_events_are_the_same_workshop(string topic)
    {
        var (team, events) = Play(topic);

        var replayed = events.Aggregate(new Workshop(Playbook.Standard), (w, turn) => Conversation.Fold(w, turn.Events.Select(RoundTrip), turn.Person, turn.At, turn.Turn));
        var snapshot = Snapshot(team.Workshop);

        Assert.Equal(snapshot, Snapshot(replayed));
        Assert.Equal(snapshot, Snapshot(Read(snapshot)));
    }

    [Theory]
    [MemberData(nameof(Played))]
    public void A_workshop_from_a_snapshot_answers_and_counts_as_the_one_it_was_made_of(string topic)
    {
        var (team, _) = Play(topic);
        var read = Read(Snapshot(team.Workshop));

        Assert.Equal(team.Workshop.Map.Evidence, read.Map.Evidence);
        Assert.Equal(team.Workshop.Map.Size, read.Map.Size);
        foreach (var step in team.Workshop.Playbook.Steps) Assert.Equal(step.Missing(team.Workshop), step.Missing(read));
        foreach (var kind in team.Workshop.Playbook.Kinds.All) Assert.Equal(team.Workshop.Map.Count(kind.Letter), read.Map.Count(kind.Letter));
    }

    [Fact]
    public void An_event_of_a_later_version_survives_and_changes_nothing()
    {
        const string Later = """{"e":"teleported","to":"the moon"}""";
        var read = EventJson.Read(JsonDocument.Parse(Later).RootElement, Playbook.Standard.Kinds);

        Assert.Equal(Later, Json(writer => EventJson.Write(writer, read, Playbook.Standard.Kinds)));
        Assert.Equal(Phase.NotStarted, Conversation.Fold(new Workshop(Playbook.Standard), [read], "a", DateTimeOffset.UnixEpoch, "t").Phase);
    }

    [Fact]
    public void Rooms_and_linked_people_are_the_same_when_they_are_read()
    {
        var team = Team.Started();
        RoomRef far = new("far:org:general", "general"), off = new("far:org:off", "off"), late = new("far:org:late", "late");
        WorkshopEvent[] events =
        [
            new WorkshopEvent.Started("A bike", false, null) { Room = new("test:local:r", "the room") },
            .. new[] { far, off, late }.Select((room, i) => new WorkshopEvent.RoomAsked(room, "far:org:fay", "Fay", $"c{i}", i == 0)),
            new WorkshopEvent.RoomAdmitted(far), new WorkshopEvent.RoomAdmitted(off), new WorkshopEvent.RoomLeft(off.Key, true), new WorkshopEvent.RoomRefused(late.Key), new WorkshopEvent.RoomShared(far.Key), new WorkshopEvent.PeopleLinked("far:org:fay", "test:local:ann"),
        ];
        foreach (var happened in events)
        {
            Assert.Equal(happened, RoundTrip(happened));
            team.Happened(happened);
        }

        Assert.Equal([AskOutcome.Admitted, AskOutcome.Taken, AskOutcome.Refused], team.Workshop.Tenancy.Asks.Select(ask => ask.Outcome));
        Assert.Equal(Snapshot(team.Workshop), Snapshot(Read(Snapshot(team.Workshop))));
        Assert.Equal("far:org:fay", Read(Snapshot(team.Workshop)).VoterOf("test:local:ann"));
    }

    [Fact]
    public void What_was_stored_before_rooms_were_is_of_its_first_persons_tenant()
    {
        var started = EventJson.Read(JsonDocument.Parse("""{"e":"started","title":"A bike"}""").RootElement, Playbook.Standard.Kinds);
        var team = new Team().Happened(started).Happened(new WorkshopEvent.Joined("test:local:ann", "Ann", "UTC", "en"));
        var old = System.Text.RegularExpressions.Regex.Replace(Snapshot(team.Workshop), "\"tenancy\":\\{[^}]*\\},", "");

        Assert.DoesNotContain("tenancy", old, StringComparison.Ordinal);
        foreach (var w in (Workshop[])[team.Workshop, Read(old)])
            Assert.Equal((true, false, true, false), (w.Tenancy.Holds("test:local:r"), w.Tenancy.Holds("far:org:r"), w.Tenancy.Reaches("test:local:ben"), w.Tenancy.Reaches("far:org:fay")));
    }

    [Fact]
    public void A_field_of_a_later_version_survives_a_round_trip()
    {
        const string Later = """{"e":"added","ref":"K1","kind":"parked","entry":"x","item":{"text":"a bell","colour":"red"}}""";
        var read = EventJson.Read(JsonDocument.Parse(Later).RootElement, Playbook.Standard.Kinds);
        Assert.Equal(Later, Json(writer => EventJson.Write(writer, read, Playbook.Standard.Kinds)));
    }

    [Fact]
    public void An_item_of_a_kind_of_a_later_version_is_kept_as_it_came()
    {
        const string Later = """{"e":"added","ref":"K1","kind":"wish","entry":"x","item":{"text":"a bell"}}""";
        Assert.Equal(Later, Json(writer => EventJson.Write(writer, EventJson.Read(JsonDocument.Parse(Later).RootElement, Playbook.Standard.Kinds), Playbook.Standard.Kinds)));
    }

    [Fact]
    public void An_answer_is_given_again_word_for_word()
    {
        var phrase = Phrase.Of("added.at", Phrase.Of("named", "S1", "Choose \"it\""), Arg.List([(Arg)2.5m, new DateOnly(2026, 6, 12), new Arg.Word("step.goals.title", "Goals"), new Arg.Moment(new(2026, 6, 12, 15, 0, 0, TimeSpan.Zero), "Europe/Berlin")]));
        Assert.Equal(phrase, PhraseJson.Read(JsonDocument.Parse(Json(writer => PhraseJson.Write(writer, phrase))).RootElement));
    }

    private static (Team Team, List<(IReadOnlyList<WorkshopEvent> Events, string Person, DateTimeOffset At, string Turn)> Events) Play(string topic)
    {
        var team = new Team();
        var events = new List<(IReadOnlyList<WorkshopEvent>, string, DateTimeOffset, string)>();
        var number = 0;
        foreach (var line in Transcript.Concat(Topic.All.Where(one => one.GetType().Name == topic).SelectMany(one => one.Transcript)))
        {
            var parts = line.Split(": ", 2);
            var answer = team.Turn($"s{++number}", parts[0], parts[1]);
            Assert.False(answer.Refused, line + "\n" + Team.Text(answer));
            events.Add((answer.Events, $"test:local:{parts[0].ToLowerInvariant()}", team.At, $"s{number}"));
        }
        return (team, events);
    }

    private static readonly string[] Transcript =
    [
        "Ann: start A bike", "Ann: why: sell more", "Ann: owner: @Ann", "Ben: i speak for Support", "Ann: language en", "Ann: next anyway",
        "Ben: Maya | nurse | goal: calm | challenge: time | fear: rain | value: children", "Ben: Tom | teacher", "Ann: lead P2", "Ann: lead P1", "Ann: next anyway",
        "Ann: Discover, Research, Choose", "Ann: Choose | goal: be sure | done when: one left | should take: 3 days", "Ann: split S2 into Search, Compare", "Ann: merge S4 into S2", "Ann: move S3 before S1", "Ann: next anyway",
        "Ben: Search: compare (survey, n=12, May)", "Ben: Search? is it safe", "Ben: edit G1 compare costs", "Ben: withdraw Q1", "Ben: restore Q1", "Ann: Discover: see it", "Ann: undo", "Ann: next anyway",
        "Ann: Search: price page | web | friction | serves G1", "Ann: T1 is a moment of truth because it decides", "Ben: T1 fails when it is down | prevent: two of them | severity 3", "Ann: Search feels lost 2, wants safe 4", "Ben: Search feels fine 4", "Ann: next anyway",
        "Ann: Search takes 2/6/21 days (CRM, May)", "Ann: Search -> Choose 31% via web (n=40, May)", "Ann: metric Search: seen | 21 % | target: 10 % | reading: 2026-05-01 21", "Ann: next anyway",
        "Ann: gap Choose: nothing to share", "Ann: X3 -> Billing | M | effect 4 | owner @Ben | mock-up by 12 June", "Ann: drop X2 no", "Ann: next anyway",
        "Ben: pass", "Ann: overall 4: good", "Ben: object: too thin", "Ann: review in 3 months", "Ann: close", "Ann: revoke links", "Ann: reopen data",
    ];

    private static WorkshopEvent RoundTrip(WorkshopEvent happened) =>
        EventJson.Read(JsonDocument.Parse(Json(writer => EventJson.Write(writer, happened, Playbook.Standard.Kinds))).RootElement, Playbook.Standard.Kinds);

    private static string Snapshot(Workshop workshop) => Json(writer => StateJson.Write(writer, workshop));

    private static Workshop Read(string snapshot) => StateJson.Read(JsonDocument.Parse(snapshot).RootElement, Playbook.Standard);

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

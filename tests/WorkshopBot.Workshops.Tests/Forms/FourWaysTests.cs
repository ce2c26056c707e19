using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using WorkshopBot.Workshops.Dialogs;
using WorkshopBot.Workshops.Forms;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Lines;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Steps.Kickoff;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Tests.Forms;

/// <summary>The e-bike workshop played by lines, by forms and by dialogs: three ways to one map.</summary>
public sealed class FourWaysTests
{
    private static readonly Lazy<string> ByLines = new(() => Content(Play((team, person, line) => team.Says(person, line))));

    [Fact]
    public void The_e_bike_workshop_played_by_forms_gives_the_same_map_as_by_lines()
    {
        var forms = 0;
        var played = Play((team, person, line) => Wishes(team, person, line, (wish, number) =>
        {
            forms++;
            var form = Opened(team, person, wish, $"f{forms}");
            return team.Sends(person, form.Filled([.. Wish.Values(wish, form).SelectMany(value => (string[])[value.Key, value.Value])]));
        }));

        Assert.Equal(ByLines.Value, Content(played));
        Assert.True(forms > 130, $"{forms}");
    }

    [Fact]
    public void The_e_bike_workshop_played_by_dialogs_gives_the_same_map_as_by_lines()
    {
        var questions = 0;
        var played = Play((team, person, line) => Wishes(team, person, line, (wish, number) =>
        {
            var form = Opened(team, person, wish, $"d{questions}");
            var values = Wish.Values(wish, form);
            // What is filled in already is changed by its own question.
            var (dialog, question) = Interview.Open(form, "m-1", team.Workshop.Title, "opened", team.At);
            dialog = dialog with { Field = form.Fields[0].Id };
            question = Interview.Again(dialog, team.Workshop, team.Actor(person)).Value;
            for (; ; questions++)
            {
                dialog = DialogJson.Read(DialogJson.Write(dialog))!;
                var answer = !values.TryGetValue(question.Field.Id, out var value) ? "skip" : question.Field.Input == FormInput.Toggle ? "yes" : value;
                var step = Interview.Hear(dialog, answer, $"q{questions}", team.Workshop, team.Actor(person));
                if (step is DialogStep.Submits done) return team.Sends(person, done.Press);
                (dialog, question) = Assert.IsType<DialogStep.Asks>(step);
                if (question.Notice is { } notice) return new Answered([], [notice], true, null, [], team.Workshop);
            }
        }));

        Assert.Equal(ByLines.Value, Content(played));
        Assert.True(questions > 1000, $"{questions}");
    }

    private static Team Play(Func<Team, string, string, Answered> say)
    {
        var team = new Team();
        foreach (var line in File.ReadLines(Path.Combine(Docs.Root, "samples", "e-bike.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("@ +", StringComparison.Ordinal))
            {
                team.At += int.Parse(line[3..^1], CultureInfo.InvariantCulture) * (line[^1] switch { 'm' => TimeSpan.FromMinutes(1), 'h' => TimeSpan.FromHours(1), _ => TimeSpan.FromDays(1) });
                continue;
            }
            var refused = line.EndsWith("# refused", StringComparison.Ordinal);
            var parts = (refused ? line[..^9] : line).Split(": ", 2);
            var answer = say(team, parts[0], parts[1].Trim());
            Assert.True(answer.Refused == refused, $"{line}\n{Team.Text(answer)}");
        }
        return team;
    }

    /// <summary>Plays a line as what it is a wish for: what can be a form is one, anything else a button that says it.</summary>
    private static Answered Wishes(Team team, string person, string line, Func<WorkshopCommand, int, Answered> send)
    {
        var read = LineReader.Read(new Typed(Tidy.Line(line), team.Workshop, team.Workshop.Reading(team.Actor(person))));
        if (read is not Line.Do { Commands: var commands } || !commands.All(Wish.IsForm))
            return team.Presses(person, Press.Say, Press.Line, line, Press.Workshop, "m-1");
        return commands.Select(send).Last();
    }

    private static Form Opened(Team team, string person, WorkshopCommand wish, string id)
    {
        var (of, item) = Wish.For(wish);
        var opened = Filling.Open(of, item, [], id, team.Workshop, team.Actor(person), whole: true);
        Assert.True(opened.Ok, $"{wish}\n{opened.Fault}");
        return opened.Value;
    }

    /// <summary>The map with everything on it, live or not; refs too, since they are given in the order things are said.</summary>
    private static string Content(Team team)
    {
        var w = team.Workshop;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            writer.WriteStringValue($"{w.Title} {w.Phase} {w.Ending} {w.StepId} {string.Join(' ', w.Map.Stages.Select(stage => stage.Name))} {w.Map.Lead} {w.Map.EvidenceShare}");
            foreach (var (person, judgement) in w.Judgements) writer.WriteStringValue($"{person} {judgement}");
            foreach (var person in w.Crew.All) writer.WriteStringValue($"{person.Name} {person.Role} {string.Join(", ", person.Departments)}");
            Item(writer, "frame", Frame.Kind, w.Frame);
            foreach (var entry in w.Map.Kinds.All.SelectMany(kind => w.Map.On(kind.Letter))) Item(writer, $"{entry.Name} {entry.State} {entry.By} {entry.Timing} {entry.Backing}", entry.Kind, entry.Item);
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Item(Utf8JsonWriter writer, string name, Kind kind, Item item)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(name);
        kind.Write(writer, item);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

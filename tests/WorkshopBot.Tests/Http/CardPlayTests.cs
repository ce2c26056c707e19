using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopBot.Channels.Web;
using WorkshopBot.Cli;
using WorkshopBot.Exports;
using WorkshopBot.Turns;
using WorkshopBot.Workshops;
using WorkshopBot.Workshops.Lines;
using WorkshopBot.Workshops.Lines.Scan;
using WorkshopBot.Workshops.Schedule;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Values;
using Wish = WorkshopBot.Workshops.Tests.Forms.Wish;
using Xunit.Abstractions;

namespace WorkshopBot.Tests.Http;

/// <summary>The e-bike workshop through the real door by people who only press, and by people who let themselves be asked: the map of the rehearsal.</summary>
[Collection(Alone.Name)]
public sealed partial class CardPlayTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>What no card offers at that moment: kinds of a step that is not open, the lead that is chosen by name, and questions that change nothing.</summary>
    static readonly string[] OnlyTyped =
    [
        "Cleo: opportunity: show the monthly cost in every ad", "Ann: lead P1", "Ann: show personas",
        "Dev: park a subscription for winter tyres", "Ann: decided: the partner page comes first | votes: 5", "Ann: export json",
    ];

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_e_bike_workshop_played_by_cards_alone_gives_the_map_of_its_rehearsal()
    {
        var hands = await Play((hands, person, form, wish, now) => hands.Fill(person, form, wish, now));

        Assert.InRange(hands.Forms, 130, int.MaxValue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_e_bike_workshop_played_by_dialog_alone_gives_the_map_of_its_rehearsal(bool byButton)
    {
        var hands = await Play((hands, person, form, wish, now) => hands.Answer(person, form, wish, now, byButton));

        Assert.InRange(hands.Questions, 500, int.MaxValue);
    }

    async Task<CardHands> Play(Func<CardHands, string, JsonNode, WorkshopCommand, DateTimeOffset, Task<bool>> fill)
    {
        var time = new Ahead(new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
        await using var server = await Served.Start(_folder.File(), time: time);
        var hands = new CardHands(server.Door, async () => await server.Workshop() ?? new Workshop(Playbook.Standard));
        foreach (var line in File.ReadLines(Checkout.File("samples", "e-bike.txt")).Select(ScriptLine.Read).OfType<ScriptLine>())
            if (line is ScriptLine.Passes passes)
                time.Pass(passes.Time);
            else if (line is ScriptLine.Typed typed)
                Assert.True(await Do(server, hands, typed, time, fill) != typed.Refused, $"{typed.Person}: {typed.Text}\n{hands.LastText}");
        output.WriteLine($"{hands.Forms} forms, {hands.Buttons} buttons, {hands.Questions} questions; typed {hands.Typed.Count}, looked at {hands.LookedAt.Count}: {string.Join(", ", hands.LookedAt)}");
        Assert.Equal(await Rehearsed(), Pretty((await server.Door.Map()).ToJsonString()));
        Assert.Equal(OnlyTyped, hands.Typed);
        // An item is brought up by its name, which is a question and no answer; its own buttons do the rest.
        Assert.InRange(hands.LookedAt.Count, 1, 26);
        return hands;
    }

    /// <summary>Does what the line says; false when it is refused or no card offers it.</summary>
    static async Task<bool> Do(Served server, CardHands hands, ScriptLine.Typed typed, Ahead time, Func<CardHands, string, JsonNode, WorkshopCommand, DateTimeOffset, Task<bool>> fill)
    {
        var (person, text) = (typed.Person, typed.Text);
        var w = await server.Workshop() ?? new Workshop(Playbook.Standard);
        var actor = new Actor("web:local:" + person.ToLowerInvariant(), person, time.GetUtcNow(), Zone.Utc, "meant", "meant");
        var read = LineReader.Read(new Typed(Tidy.Line(text), w, w.Reading(actor)));
        if (read is not Line.Do { Commands: var commands } || !commands.All(IsForm))
            return await Pressed(hands, person, text) ?? (!typed.Refused && await hands.Type(person, text));
        var done = true;
        foreach (var command in commands)
        {
            var wish = command is WorkshopCommand.Edit edit ? new WorkshopCommand.Revise(edit.Name, [new(w.Map.Find(edit.Name)!.Kind.Main, edit.Text)]) : command;
            if (wish is WorkshopCommand.Start start)
                return await hands.Start(person, start.Title);
            var form = await Opened(hands, person, wish, w.StepId);
            done &= form is null ? !typed.Refused && await hands.Type(person, text) : await fill(hands, person, form, wish, time.GetUtcNow());
        }
        return done;
    }

    static bool IsForm(WorkshopCommand command) => Wish.IsForm(command) || command is WorkshopCommand.Edit;

    static async Task<JsonNode?> Opened(CardHands hands, string person, WorkshopCommand wish, string step)
    {
        var (of, item) = Wish.For(wish);
        // Whoever closes has the owner on the form of the close.
        of = wish is WorkshopCommand.SetFrame && step == "close" ? "close" : of;
        if (await hands.Open(person, of, item?.ToString()) is { } form)
            return form;
        // What hangs on an item can be added where the item is shown.
        if ((item ?? (wish is WorkshopCommand.Add { Kind.Id: "evidence" } add ? Ref.Read(add.Answers[0].Text) : null)) is not { } name)
            return null;
        await hands.Look(person, name.ToString());
        return await hands.Open(person, of, item?.ToString());
    }

    static async Task<bool?> Pressed(CardHands hands, string person, string line)
    {
        if (await hands.Say(person, line) is { } taken)
            return taken;
        if (line.Split(' ') is ["next" or "close", ..] or ["show", "gaps"] && await hands.Facilitate(person))
            return await hands.Say(person, line);
        if (line.Split(' ') is not ["gap" or "withdraw" or "restore", var item])
            return null;
        await hands.Look(person, item);
        return await hands.Say(person, line);
    }

    async Task<string> Rehearsed()
    {
        var file = _folder.File("rehearsed.json");
        using var errors = new StringWriter();
        Assert.Equal(0, await Rehearsal.Run([Checkout.File("samples", "e-bike.txt"), "--quiet", "--export", "json", file], Playbook.Standard, new([new JsonExport()]), TextWriter.Null, errors));
        return Pretty(await File.ReadAllTextAsync(file));
    }

    static string Pretty(string json) => JsonNode.Parse(json)!.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
}

using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Views;

namespace WorkshopBot.Workshops.Lines.Commands;

/// <summary>Every command there is, in the order help shows them. A command is one line here.</summary>
public static class CommandList
{
    public static readonly IReadOnlyList<CommandWord> All =
    [
        new("start", "start <title> | start to-be <title> [from <map id>]", Who.Anyone, "Starts a workshop in this room.", ReadStart),
        new("next", "next | next anyway", Who.Leads, "Closes the open step and opens the next one.", (rest, typed) => Word(rest, "anyway", typed) is { } anyway ? new WorkshopCommand.Next(anyway) : null),
        new("back", "back", Who.Leads, "Opens the step before this one again.", (rest, _) => rest.Length == 0 ? new WorkshopCommand.Back() : null),
        new("goto", "goto <step>", Who.Leads, "Opens any step, by name or number.", (rest, typed) => One(rest) ? new WorkshopCommand.Goto(Step(rest, typed)) : null),
        new("close", "close | close anyway", Who.Leads, "Ends the workshop; it needs an owner and a review date.", (rest, typed) => Word(rest, "anyway", typed) is { } anyway ? new WorkshopCommand.Close(Anyway: anyway) : null),
        new("reopen", "reopen [<step>]", Who.Leads, "Opens a closed workshop, or one step of it, again.", (rest, typed) => rest.Length == 0 ? new WorkshopCommand.Reopen(null) : One(rest) ? new WorkshopCommand.Reopen(Step(rest, typed)) : null),
        new("add", "add <kind>", Who.Anyone, "Opens the form to add one: add goal. Also add feeling, conversion, times, kickoff, close.", ReadAdd) { Asks = true },
        new("show", "show [map | personas | stages | goals | touchpoints | data | teams | gaps | <ref>]", Who.Anyone, "Shows the map or a part of it.", ReadShow) { Asks = true },
        new("find", "find <words>", Who.Anyone, "Finds items by their words.", (rest, _) => rest.Length > 0 ? new Query.Find(rest) : null) { Asks = true },
        new("mine", "mine", Who.Anyone, "Lists what you added.", (rest, _) => rest.Length == 0 ? new Query.Mine() : null) { Asks = true },
        new("edit", "edit <ref> [<text>]", Who.Own, "Puts another text in an item; without a text it opens the whole item as a form.", (rest, _) => Known.Leading(rest) is not (var name, var text) ? null : text.Length > 0 ? new WorkshopCommand.Edit(name, text) : new Query.FillIn(null, name)),
        new("withdraw", "withdraw <ref>", Who.Own, "Takes an item off the map; restore brings it back.", (rest, _) => Ref.Read(rest) is { } name ? new WorkshopCommand.Withdraw(name) : null),
        new("undo", "undo", Who.Anyone, "Takes back your last message here, within 24 hours.", (rest, _) => rest.Length == 0 ? new WorkshopCommand.Undo() : null),
        new("restore", "restore <ref>", Who.Own, "Puts a withdrawn item back.", (rest, _) => Ref.Read(rest) is { } name ? new WorkshopCommand.Restore(name) : null),
        new("pass", "pass", Who.Anyone, "Says that you have nothing to add to this step.", (rest, _) => rest.Length == 0 ? new WorkshopCommand.Pass() : null),
        new("park", "park <idea>", Who.Anyone, "Keeps an idea for later.", (rest, typed) => rest.Length > 0 ? Parked(rest) : null),
        new("help", "help [<word>]", Who.Anyone, "Says what can be typed here.", (rest, _) => rest.Length == 0 ? new Query.Help(null) : One(rest) ? new Query.Help(rest) : null) { Asks = true },
        new("language", "language <tag>", Who.Anyone, "Sets the language of what is said to you.", (rest, _) => One(rest) ? new WorkshopCommand.Language(rest) : null),
        new("i speak for", "i speak for <department>", Who.Anyone, "Says whose view you bring.", (rest, _) => Departments(rest) is { Length: > 0 } names ? new Line.Do([.. names.Select(name => new WorkshopCommand.SpeakFor(name))]) : null),
        new("rename", "rename <ref> <name>", Who.Own, "Gives an item another name.", (rest, typed) => Place(rest, typed) is (var name, { Length: > 0 } text) ? new WorkshopCommand.Edit(name, text) : null),
        new("move", "move <stage> before|after <stage>", Who.Own, "Changes the order of the stages.", ReadMove),
        new("split", "split <stage> into <a>, <b>", Who.Own, "Makes two stages of one; what hung on it stays with the first.", ReadSplit),
        new("merge", "merge <ref> into <ref>", Who.Own, "Makes one item of two; the older ref stays.", (rest, typed) => Between(rest, "into", typed) is var (one, other) ? new WorkshopCommand.Merge(one, other) : null),
        new("link", "link <ref> <ref>", Who.Own, "Says that one serves, answers or belongs to the other.", (rest, _) => Two(rest) is var (one, other) ? new WorkshopCommand.Link(one, other) : null),
        new("unlink", "unlink <ref> <ref>", Who.Own, "Takes a link back.", (rest, _) => Two(rest) is var (one, other) ? new WorkshopCommand.Link(one, other, Off: true) : null),
        new("lead", "lead <persona>", Who.Leads, "Chooses the persona that lines without a name speak of.", (rest, typed) => Place(rest, typed) is (var name, "") ? new WorkshopCommand.Lead(name) : null),
        new("gap", "gap <X>", Who.Leads, "Accepts a finding as a gap to work on.", (rest, _) => Ref.Read(rest) is { } name ? new WorkshopCommand.AcceptGap(name) : null),
        new("drop", "drop <X> <reason>", Who.Leads, "Drops a finding with a reason.", (rest, _) => Known.Leading(rest) is (var name, { Length: > 0 } reason) ? new WorkshopCommand.DropGap(name, reason) : null),
        new("export", "export json", Who.Members, "Hands the map over as a file.", (rest, _) => string.Equals(rest, "json", StringComparison.OrdinalIgnoreCase) ? new Query.Export("json") : null),
        new("who can see this", "who can see this", Who.Anyone, "Says who sees what is written here.", (rest, _) => rest.Length == 0 ? new Query.WhoSees() : null) { Asks = true },
        new("revoke links", "revoke links", Who.Facilitator, "Ends every link to the map page that was given out.", (rest, _) => rest.Length == 0 ? new WorkshopCommand.RevokeLinks() : null),
        new("switch", "switch <map id or title>", Who.Anyone, "Chooses the workshop that this private chat speaks to.", (rest, typed) => One(rest) && rest.Contains('-', StringComparison.Ordinal) ? Words.Phrase.Of("switch-private") : null),
        .. RoomCommands.All,
        .. LaterCommands.All,
    ];

    /// <summary>True for an English line that asks for something to be shown, and changes nothing.</summary>
    public static bool IsQuestion(string line) => All.Any(command => command.Asks && line.StartsWith(command.Words, StringComparison.OrdinalIgnoreCase) && (line.Length == command.Words.Length || line[command.Words.Length] == ' '));

    private static Line? ReadAdd(string rest, Typed typed) =>
        typed.Workshop.Playbook.Kinds.Called(rest, typed.Reading.Tongue) is { } kind && typed.Workshop.Playbook.Sheet(kind.Id) is not null ? new Query.HowToAdd(kind)
        : typed.Workshop.Playbook.Sheets.FirstOrDefault(sheet => typed.Reading.Tongue.Is(rest, sheet.Id)) is { } form ? new Query.FillIn(form.Id, null)
        : typed.Workshop.Playbook.Called(rest, typed.Reading.Tongue) is { } step && typed.Workshop.Playbook.Sheet(step.Id) is { } own ? new Query.FillIn(own.Id, null) : null;

    private static Line? ReadStart(string rest, Typed typed)
    {
        var toBe = rest.StartsWith("to-be ", StringComparison.OrdinalIgnoreCase);
        var title = (toBe ? rest[6..] : rest).Trim().Trim('"').Trim();
        var from = toBe ? From(title) : null;
        if (from is not null) title = title[..title.LastIndexOf(" from ", StringComparison.OrdinalIgnoreCase)].Trim();
        return title.Length == 0 ? Words.Phrase.Of("start-title") : new WorkshopCommand.Start(title, toBe, from);
    }

    /// <summary>The map id a title ends with, after "from": one word with a hyphen in it, as ids are.</summary>
    internal static string? From(string title) =>
        title.LastIndexOf(" from ", StringComparison.OrdinalIgnoreCase) is > 0 and var at && title[(at + 6)..].Trim() is { Length: > 0 } id && One(id) && id.Contains('-', StringComparison.Ordinal) ? id : null;

    private static Line? ReadShow(string rest, Typed typed)
    {
        if (rest.Length == 0) return new Query.Show(null);
        if (Known.Leading(rest) is (var name, "")) return new Query.ShowItem(name);
        if (Array.Find((string[])["map", "gaps"], word => typed.Reading.Tongue.Is(rest, word)) is { } part) return new Query.Show(part);
        if (typed.Workshop.Playbook.Called(rest, typed.Reading.Tongue) is { } step) return new Query.Show(step.Id);
        return Known.Whole(rest, typed.Workshop.Map) is { } known ? new Query.ShowItem(known) : null;
    }

    private static Line? ReadMove(string rest, Typed typed) =>
        Between(rest, "before", typed) is var (a, b) ? new WorkshopCommand.Move(a, true, b) : Between(rest, "after", typed) is var (c, d) ? new WorkshopCommand.Move(c, false, d) : null;

    private static Line? ReadSplit(string rest, Typed typed)
    {
        if (Place(rest, typed) is not (var stage, var rests) || typed.Reading.Tongue.After(rests, "into") is not { } into) return null;
        var names = NameList.Split(into);
        return names.Length == 2 ? new WorkshopCommand.Split(stage, names[0], names[1]) : Words.Phrase.Of("split-form");
    }

    private static WorkshopCommand.Add Parked(string idea) => new(Steps.Teams.ParkedIdea.Kind, [new(Steps.Teams.ParkedIdea.Kind.Main, idea)]);

    /// <summary>A ref, or the name of a stage or persona, and what follows.</summary>
    private static (Ref Name, string After)? Place(string text, Typed typed) => Known.Leading(text) ?? Known.Start(text, typed.Workshop.Map);

    private static (Ref One, Ref Other)? Between(string text, string word, Typed typed) =>
        Place(text, typed) is var (one, rest) && typed.Reading.Tongue.After(rest, word) is { } after && Place(after, typed) is (var other, "") ? (one, other) : null;

    private static (Ref One, Ref Other)? Two(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var one, var other] && Ref.Read(one) is { } a && Ref.Read(other) is { } b ? (a, b) : null;

    private static string[] Departments(string text) => text.TrimEnd('.', '!').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool One(string text) => text.Length > 0 && !text.Contains(' ', StringComparison.Ordinal) && text.Length <= Limits.Name;

    /// <summary>Nothing more (false), or exactly this word (true); null when anything else follows.</summary>
    private static bool? Word(string rest, string word, Typed typed) => rest.Length == 0 ? false : typed.Reading.Tongue.Is(rest, word) ? true : null;

    /// <summary>The id of the step a word names, or the word where it names none.</summary>
    private static string Step(string word, Typed typed) => typed.Workshop.Playbook.Called(word, typed.Reading.Tongue)?.Id ?? word;
}

using System.Net.Sockets;
using WorkshopBot;
using WorkshopBot.Channels;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Slack;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Channels.Teams;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Channels.Web;
using WorkshopBot.Chats;
using WorkshopBot.Cli;
using WorkshopBot.Cli.Journals;
using WorkshopBot.Exports;
using WorkshopBot.Install;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Links;
using WorkshopBot.Pages;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

// Everything that is chosen for the whole product is chosen here: the steps, the exports, the storage, the doors.
var playbook = Playbook.Standard;
var exports = new Handing([new JsonExport()]);

switch (args)
{
    case ["rehearse", .. var rest]:
        return await Rehearsal.Run(rest, playbook, exports, Console.Out, Console.Error);
    case ["import", .. var rest]:
        return Importing.Run(rest, playbook, exports, Console.Out, Console.Error);
    case ["journal", .. var rest]:
        return await JournalCommand.Run(rest, playbook, TimeProvider.System, Console.Out, Console.Error);
    case ["package", "teams", .. var rest]:
        return Packaging.Run("teams", rest, setting => AppPackage.Of(setting, typeof(Bot).Assembly.GetName().Version!.ToString(3)), Console.Out, Console.Error);
    case ["package", "slack", "http", .. var rest]:
        return Packaging.Copy("slack/http", rest, SlackManifest.Of, Console.Out, Console.Error);
    case ["package", "slack", "socket", .. var rest]:
        return Packaging.Copy("slack/socket", rest, SlackManifest.Of, Console.Out, Console.Error);
    case [..] when args.Any(arg => !arg.StartsWith("--", StringComparison.Ordinal) || !arg.Contains('=', StringComparison.Ordinal)):
        return Usage.Refuse(Console.Error);
}

try
{
    var builder = Server.Builder(args);
    var urls = (builder.Configuration["Urls"] ?? Settings.DefaultUrl).Split(';');
    var teams = TeamsSettings.Read(builder.Configuration, builder.Environment.IsDevelopment(), urls);
    var slack = SlackSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
    IReadOnlyList<SettingFault> faults = [.. teams.Faults, .. slack.Faults];
    foreach (var fault in faults.SkipLast(1))
        Console.Error.WriteLine($"WorkshopBot does not start: {new SettingException(fault.Key, fault.Why).Message}");
    if (faults is [.., var last])
        throw new SettingException(last.Key, last.Why);
    var settings = Settings.Read(builder.Configuration, isAlone: teams.Settings is null && slack.Settings is null);
    await using var rows = SqliteRowStore.Open(settings.JournalPath, TimeProvider.System);
    await Refusing.Unfilled(rows, settings.JournalPath);
    await using var app = builder.Build();
    using var links = MapLinks.Open(rows, TimeProvider.System, settings.MasterKey, () => LinkAddress.Of(settings.PublicUrl, app.Urls));
    var cards = CardDeck.Load(Path.Combine(AppContext.BaseDirectory, "cards"), CardViews.All);
    using var web = new WebChannel(new WebShelf(rows, app.Logger), message => cards.Bind(message) is var bound ? (bound.Json, bound.Text) : default, TimeProvider.System);
    await using var teamsChat = teams.Settings is { } set ? new TeamsChat(set, cards, new ChatBook(rows), TimeProvider.System, app.Logger) : null;
    var seal = new SlackSeal(links.Keys.Protector("WorkshopBot.Slack.Tokens.v1").Protect, closed => links.Keys.Open("WorkshopBot.Slack.Tokens.v1", closed));
    await using var slackChat = slack.Settings is { } given ? new SlackChat(given, cards, new ChatBook(rows), seal, Speech.Languages, TimeProvider.System, app.Logger) : null;
    List<IChannel> channels = [.. new IChannel?[] { settings.TryIt ? web : null, teamsChat?.Channel, slackChat?.Channel }.OfType<IChannel>()];
    // Short enough to be typed; it grants nothing, so it need not be hard to guess.
    await using var bot = new Bot(rows, playbook, exports, cards, channels, (id, workshop, format) => links.Url(id, workshop.LinkEpoch, format), TimeProvider.System, () => "m-" + Guid.NewGuid().ToString("n")[..10], app.Logger, alone: true);
    Server.Map(app, bot, cards, TimeProvider.System, settings.TryIt ? web : null);
    if (teamsChat is not null)
    {
        teamsChat.Map(app, new ChatDesk(bot, app.Logger), Speech.Languages);
        TabPage.Open(app, bot.Loop, links, new(TeamsChat.Platform, Frames.Ancestors, teamsChat.SignedIn, teamsChat.Settings.AppId is { } id ? DeepLinks.Chat(id) : null));
    }
    slackChat?.Map(app, new ChatDesk(bot, app.Logger));
    MapPages.Open(app, bot.Loop, links, exports, settings.TryIt, teamsChat is null ? "'none'" : Frames.Ancestors);
    await app.StartAsync();
    bot.Start();
    slackChat?.Start();
    if (teamsChat is null)
        Console.WriteLine("Microsoft Teams is off: Teams:AppId is not set.");
    if (slackChat is null)
        Console.WriteLine("Slack is off: Slack:BotToken and Slack:ClientId are not set.");
    foreach (var url in app.Urls)
        Console.WriteLine($"WorkshopBot listens on {url}" + (settings.TryIt ? " (try it: open it in a browser, or POST /api/try/<room>/turns)" : ""));
    if (!settings.TryIt && !LinkAddress.IsKnownOutside(settings.PublicUrl, app.Urls))
        Console.Error.WriteLine($"WorkshopBot warns: Web:PublicUrl is not set, so links to maps lead to {LinkAddress.Of(null, app.Urls)} and open on this machine only.");
    if (settings.MasterKey is null && app.Environment.IsProduction())
        Console.Error.WriteLine("WorkshopBot warns: Security:MasterKey is not set, so whoever gets hold of the database can make links to its maps and read the tokens of installs. Set it to 32 bytes in base64.");
    if (links.Lost > 0)
        Console.Error.WriteLine($"WorkshopBot warns: Security:MasterKey does not open {links.Lost} of the saved keys: links made with them are dead, and what was installed under them must be installed again. Was it changed, or are they damaged?");
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (e is SettingException or CardException or StorageInUseException or StorageFormatException or StorageUnavailableException or IOException or SocketException)
{
    Console.Error.WriteLine($"WorkshopBot does not start: {e.Message}");
    return 1;
}

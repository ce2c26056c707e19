using System.Net.Sockets;
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
using WorkshopBot.Links;
using WorkshopBot.Pages;
using WorkshopBot.Telemetry;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot;

/// <summary>The program. Everything that is chosen for the whole product is chosen here: the steps, the exports, the storage, the doors.</summary>
sealed class Program
{
    static readonly Playbook Steps = Playbook.Standard;
    static readonly Handing Exports = new([new JsonExport()]);
    static readonly TimeSpan ClockOff = TimeSpan.FromSeconds(30);
    static readonly string Version = typeof(Bot).Assembly.GetName().Version!.ToString(3);

    /// <summary>What was typed behind the program's name decides: a command, or nothing but settings, which serves.</summary>
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["rehearse", .. var rest]:
                return await Rehearsal.Run(rest, Steps, Exports, Console.Out, Console.Error);
            case ["import", .. var rest]:
                return Importing.Run(rest, Steps, Exports, Console.Out, Console.Error);
            case ["journal", .. var rest]:
                return await JournalCommand.Run(rest, Steps, TimeProvider.System, Console.Out, Console.Error);
            case ["package", "teams", .. var rest]:
                return Packaging.Run("teams", rest, setting => AppPackage.Of(setting, Version), Console.Out, Console.Error);
            case ["package", "slack", "http", .. var rest]:
                return Packaging.Copy("slack/http", rest, SlackManifest.Of, Console.Out, Console.Error);
            case ["package", "slack", "socket", .. var rest]:
                return Packaging.Copy("slack/socket", rest, SlackManifest.Of, Console.Out, Console.Error);
            case [..] when args.Any(arg => !arg.StartsWith("--", StringComparison.Ordinal) || !arg.Contains('=', StringComparison.Ordinal)):
                return Usage.Refuse(Console.Error);
        }
        return await Serve(args, TimeProvider.System);
    }

    /// <summary>Serves until it is asked to end.</summary>
    /// <param name="args">Settings.</param>
    /// <param name="machine">The clock of the machine, however wrong.</param>
    public static async Task<int> Serve(string[] args, TimeProvider machine)
    {
        try
        {
            var builder = Server.Builder(args);
            var (settings, teams, slack) = Read(builder);
            using var collector = settings.Collector is { } collect ? new Collector(collect, Version, Guid.NewGuid().ToString("n")) : null;
            await using var storage = await settings.Storage.Own(machine, true);
            await Refusing.Unfilled(storage.Rows, settings.Storage.Says);
            // The one clock: what a storage that many share says, so that they agree about leases and deadlines.
            var (rows, time) = (storage.Rows, storage.Clock);
            await using var app = builder.Build();
            using var trim = MemoryTrim.OfProcess(machine);
            using var links = MapLinks.Open(rows, time, settings.MasterKey, () => LinkAddress.Of(settings.PublicUrl, app.Urls));
            var cards = CardDeck.Load(Path.Combine(AppContext.BaseDirectory, "cards"), CardViews.All);
            using var web = new WebChannel(new WebShelf(rows, app.Logger, storage.IsShared), message => cards.Bind(message) is var bound ? (bound.Json, bound.Text) : default, time);
            await using var teamsChat = teams is { } set ? new TeamsChat(set, cards, new ChatBook(rows), time, app.Logger) : null;
            var seal = new SlackSeal(open => links.Keys.Seal("WorkshopBot.Slack.Tokens.v1", open), closed => links.Keys.Open("WorkshopBot.Slack.Tokens.v1", closed));
            await using var slackChat = slack is { } given ? new SlackChat(given, cards, new ChatBook(rows), seal, Speech.Languages, time, app.Logger) : null;
            List<IChannel> channels = [.. new IChannel?[] { settings.TryIt ? web : null, teamsChat?.Channel, slackChat?.Channel }.OfType<IChannel>()];
            await using var ending = new Ending(machine, app.Lifetime.ApplicationStopping);
            // Short enough to be typed; it grants nothing, so it need not be hard to guess.
            var bot = new Bot(rows, Steps, Exports, cards, channels, (id, workshop, format) => links.Url(id, workshop.LinkEpoch, format), time, () => "m-" + Guid.NewGuid().ToString("n")[..10], app.Logger, alone: !storage.IsShared);
            ending.Add(() => bot.DisposeAsync().AsTask());
            if (teamsChat is not null)
                ending.Add(teamsChat.Stop);
            if (slackChat is not null)
            {
                ending.Add(slackChat.Stop);
                // Before the doors are closed, which takes a while: what comes by a connection of our own would still be taken.
                app.Lifetime.ApplicationStopping.Register(slackChat.Close);
            }
            Server.Map(app, bot, cards, time, settings.TryIt ? web : null, settings.Proxies, () => time is not StorageClock { IsLearnt: false });
            if (teamsChat is not null)
            {
                teamsChat.Map(app, new ChatDesk(bot, app.Logger), Speech.Languages);
                TabPage.Open(app, bot.Loop, links, new(TeamsChat.Platform, Frames.Ancestors, teamsChat.SignedIn, teamsChat.Settings.AppId is { } id ? DeepLinks.Chat(id) : null));
            }
            slackChat?.Map(app, new ChatDesk(bot, app.Logger));
            MapPages.Open(app, bot.Loop, links, Exports, settings.TryIt, teamsChat is null ? "'none'" : Frames.Ancestors);
            await app.StartAsync();
            bot.Start();
            slackChat?.Start();
            Tell(app, settings, time, links.Lost, teamsChat is not null, slackChat is not null);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception e) when (e is SettingException or CardException or StorageInUseException or StorageFormatException or StorageUnavailableException or IOException or SocketException)
        {
            Console.Error.WriteLine($"WorkshopBot does not start: {e.Message}");
            return 1;
        }
    }

    static (Settings Settings, TeamsSettings? Teams, SlackSettings? Slack) Read(WebApplicationBuilder builder)
    {
        var urls = (builder.Configuration["Urls"] ?? Settings.DefaultUrl).Split(';');
        var teams = TeamsSettings.Read(builder.Configuration, builder.Environment.IsDevelopment(), urls);
        var slack = SlackSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        IReadOnlyList<SettingFault> faults = [.. teams.Faults, .. slack.Faults];
        foreach (var fault in faults.SkipLast(1))
            Console.Error.WriteLine($"WorkshopBot does not start: {new SettingException(fault.Key, fault.Why).Message}");
        if (faults is [.., var last])
            throw new SettingException(last.Key, last.Why);
        return (Settings.Read(builder.Configuration, isAlone: teams.Settings is null && slack.Settings is null), teams.Settings, slack.Settings);
    }

    // What an operator should know who looks at the console.
    static void Tell(WebApplication app, Settings settings, TimeProvider time, int lost, bool hasTeams, bool hasSlack)
    {
        if (!hasTeams)
            Console.WriteLine("Microsoft Teams is off: Teams:AppId is not set.");
        if (!hasSlack)
            Console.WriteLine("Slack is off: Slack:BotToken and Slack:ClientId are not set.");
        foreach (var url in app.Urls)
            Console.WriteLine($"WorkshopBot listens on {url}" + (settings.TryIt ? " (try it: open it in a browser, or POST /api/try/<room>/turns)" : ""));
        if (!settings.TryIt && !LinkAddress.IsKnownOutside(settings.PublicUrl, app.Urls))
            Console.Error.WriteLine($"WorkshopBot warns: Web:PublicUrl is not set, so links to maps lead to {LinkAddress.Of(null, app.Urls)} and open on this machine only.");
        if (settings.MasterKey is null && app.Environment.IsProduction())
            Console.Error.WriteLine("WorkshopBot warns: Security:MasterKey is not set, so whoever gets hold of the database can make links to its maps and read the tokens of installs. Set it to 32 bytes in base64.");
        if (time is StorageClock { Offset: var off } && off.Duration() > ClockOff)
            Console.Error.WriteLine(FormattableString.Invariant($"WorkshopBot warns: the clock of this machine is {Math.Abs(off.TotalSeconds):F0} s {(off < TimeSpan.Zero ? "ahead of" : "behind")} the storage's, and is corrected. Set it."));
        if (lost > 0)
            Console.Error.WriteLine($"WorkshopBot warns: Security:MasterKey does not open {lost} of the saved keys: links made with them are dead, and what was installed under them must be installed again. Was it changed, or are they damaged?");
    }
}

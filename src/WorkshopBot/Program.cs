using System.Net.Sockets;
using WorkshopBot;
using WorkshopBot.Channels.Web;
using WorkshopBot.Cli;
using WorkshopBot.Exports;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Pages;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

// Everything that is chosen for the whole product is chosen here: the steps, the exports, the storage, the doors.
var playbook = Playbook.Standard;
var exports = new Handing([new JsonExport()]);

switch (args)
{
    case ["rehearse", .. var rest]:
        return await Rehearsal.Run(rest, playbook, exports, Console.Out, Console.Error);
    case ["import", .. var rest]:
        return Importing.Run(rest, playbook, exports, Console.Out, Console.Error);
    case [..] when args.Any(arg => !arg.StartsWith("--", StringComparison.Ordinal) || !arg.Contains('=', StringComparison.Ordinal)):
        return Usage.Refuse(Console.Error);
}

try
{
    var builder = Server.Builder(args);
    var settings = Settings.Read(builder.Configuration);
    await using var rows = SqliteRowStore.Open(settings.JournalPath, TimeProvider.System);
    await using var app = builder.Build();
    // Short enough to be typed; it grants nothing, so it need not be hard to guess.
    await using var loop = new TurnLoop(rows, playbook, exports, TimeProvider.System, () => "m-" + Guid.NewGuid().ToString("n")[..10], app.Logger);
    using var web = new WebChannel(new WebShelf(rows, app.Logger), message => throw new NotSupportedException($"There is no card {message.Card} yet."), TimeProvider.System);
    Server.Map(app, loop, TimeProvider.System, settings.TryIt, web);
    await app.StartAsync();
    foreach (var url in app.Urls)
        Console.WriteLine($"WorkshopBot listens on {url}" + (settings.TryIt ? " (try it: open it in a browser, or POST /api/try/<room>/turns)" : ""));
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (e is SettingException or StorageInUseException or StorageFormatException or StorageUnavailableException or IOException or SocketException)
{
    Console.Error.WriteLine($"WorkshopBot does not start: {e.Message}");
    return 1;
}

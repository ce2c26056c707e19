using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WorkshopBot.Channels.Cards;
using WorkshopBot.Channels.Slack;
using WorkshopBot.Channels.Slack.Install;
using WorkshopBot.Chats;
using WorkshopBot.Exports;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Views;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Bench;

/// <summary>The bot in a process of this program, put together as the product's Program does for Slack alone, on rows that count what is asked of them. Only counts are read off it, never times.</summary>
static class Counted
{
    public static async Task<int> Run()
    {
        var builder = Server.Builder([]);
        builder.Logging.ClearProviders();
        var settings = SlackSettings.Read(builder.Configuration, development: true).Settings!;
        var rows = new CountedRows(SqliteRowStore.Open(builder.Configuration["Journal:Path"]!, TimeProvider.System));
        await using var app = builder.Build();
        var cards = CardDeck.Load(Path.Combine(AppContext.BaseDirectory, "cards"), CardViews.All);
        await using var chat = new SlackChat(settings, cards, new ChatBook(rows), new(bytes => bytes, bytes => bytes), Speech.Languages, TimeProvider.System, app.Logger);
        var ids = 0;
        await using var bot = new Bot(rows, Playbook.Standard, new([new JsonExport()]), cards, [chat.Channel], (_, _, _) => "", TimeProvider.System, () => $"m-{Interlocked.Increment(ref ids)}", app.Logger, alone: true);
        Server.Map(app, bot, cards, TimeProvider.System, null);
        chat.Map(app, new ChatDesk(bot, app.Logger));
        app.MapGet("/bytes", (RequestDelegate)(context => context.Response.WriteAsync(GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture))));
        app.MapGet("/live", (RequestDelegate)(context => context.Response.WriteAsync(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture))));
        app.MapGet("/rows", (RequestDelegate)(context => context.Response.WriteAsync(rows.ToString())));
        await app.StartAsync();
        bot.Start();
        chat.Start();
        await app.WaitForShutdownAsync();
        return 0;
    }
}

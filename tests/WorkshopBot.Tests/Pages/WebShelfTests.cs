using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels.Web;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Pages;

namespace WorkshopBot.Tests.Pages;

/// <summary>Where the page's messages lie, on a real file.</summary>
public sealed class WebShelfTests : IAsyncLifetime, IDisposable
{
    const string Place = "web:local:demo";

    readonly TempFolder _folder = new();
    SqliteRowStore _rows = null!;
    WebShelf _shelf = null!;

    public Task InitializeAsync()
    {
        _rows = SqliteRowStore.Open(_folder.File(), TimeProvider.System);
        _shelf = new(_rows, NullLogger.Instance);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _rows.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_shows_the_newest_and_an_older_one_is_still_found_and_edited()
    {
        for (var i = 0; i <= WebShelf.MostShown; i++)
            Assert.True(await _shelf.Save(Place, At(i), default));
        var shown = (await _shelf.Load(Place, default))!;
        Assert.Equal(Enumerable.Range(1, WebShelf.MostShown).Select(Name), shown.Select(message => message.Id));

        var oldest = (await _shelf.Find(Place, Name(0), default)).Message!;
        Assert.True(await _shelf.Save(Place, oldest with { Version = 2, Text = "later" }, default));
        Assert.Equal((2, "later"), (await _shelf.Find(Place, Name(0), default)).Message is var again ? (again!.Version, again.Text) : default);
        Assert.Equal(WebShelf.MostShown, (await _shelf.Load(Place, default))!.Count);
    }

    [Fact]
    public async Task What_lies_elsewhere_is_not_there()
    {
        await _shelf.Save(Place, At(1), default);
        Assert.Equal(new(Told: true, null), await _shelf.Find("web:local:other", Name(1), default));
        Assert.Equal(new(Told: true, null), await _shelf.Find(Place, Name(2), default));
    }

    static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"m{i}");

    static WebMessage At(int i) => new(Name(i), "board", null, 1, "first", "{}"u8.ToArray(), DateTimeOffset.UnixEpoch.AddSeconds(i));
}

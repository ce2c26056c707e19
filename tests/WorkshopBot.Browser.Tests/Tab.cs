using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace WorkshopBot.Browser.Tests;

/// <summary>Somebody's tab: what they type, press and see. Closed, it must have had nothing to complain of.</summary>
sealed class Tab : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly ConcurrentQueue<string> _complaints = [];
    bool _excused;

    Tab(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public ILocator Log => Page.Locator("#log");

    public ILocator Board => Page.Locator("#board");

    public static async Task<Tab> Open(IBrowserContext context, string path)
    {
        var tab = new Tab(context, await context.NewPageAsync());
        tab.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                tab._complaints.Enqueue($"{message.Text} {message.Location}");
        };
        tab.Page.PageError += (_, error) => tab._complaints.Enqueue(error);
        tab.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal) && new Uri(request.Url).Host is not ("127.0.0.1" or "localhost"))
                tab._complaints.Enqueue("It asked another machine: " + request.Url);
        };
        await tab.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))");
        await tab.Page.GotoAsync(path);
        return tab;
    }

    /// <summary>From here on the server is taken away or refuses, which the browser reports by itself.</summary>
    public void Excuse() => _excused = true;

    /// <summary>Another page of the same browser, to be looked at in the same way.</summary>
    public Tab On(IPage page) => new(_context, page);

    public async Task Type(string line)
    {
        await Page.Locator("#say").FillAsync(line);
        await Page.Locator("#say").PressAsync("Enter");
    }

    /// <summary>Types a line and waits for its answer.</summary>
    public async Task Takes(string line, string answer)
    {
        var before = await Log.Locator("li.answer").CountAsync();
        await Type(line);
        await Assertions.Expect(Log.Locator("li.answer").Nth(before)).ToContainTextAsync(answer);
    }

    public Task Press(string button, ILocator? within = null) => (within ?? Page.Locator("body")).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    public Task Sees(ILocator? where, string text) => Assertions.Expect(where ?? Page.Locator("body")).ToContainTextAsync(text);

    /// <summary>No rule of axe is broken.</summary>
    public async Task IsAccessible()
    {
        var found = await Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.SelectMany(broken => broken.Nodes.Select(node => $"{broken.Id} [{broken.Impact}] {node.Target} {node.Html}"))));
        Assert.InRange(found.Passes.Length, 15, int.MaxValue);
    }

    /// <summary>Nothing has to be scrolled sideways to be read.</summary>
    public async Task Fits() => Assert.Empty(await Page.EvaluateAsync<string[]>("""
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.body.querySelectorAll('*')]
            .filter(el => el.getBoundingClientRect().right > document.documentElement.clientWidth && !el.closest('.table')).map(el => `${el.tagName}.${el.className}#${el.id}`)
        """));

    /// <summary>A picture into the folder that SHOTS names, where it names one.</summary>
    public async Task Shoot(string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        if (!_excused)
            Assert.Empty(_complaints);
    }
}

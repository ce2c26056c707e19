using Microsoft.Playwright;

namespace WorkshopBot.Browser.Tests;

/// <summary>One browser for all tests of this project, which run one after the other.</summary>
public sealed class Browser : IAsyncLifetime
{
    IPlaywright? _playwright;
    IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A tab with a storage of its own, at an address.</summary>
    internal async Task<Tab> Open(Uri address, string path = "", Sight? sight = null, Func<IBrowserContext, Task>? before = null)
    {
        var look = sight ?? Sight.Light;
        var context = await _browser!.NewContextAsync(new() { ColorScheme = look.Scheme, ViewportSize = new() { Width = look.Width, Height = look.Height }, Locale = look.Locale, BaseURL = address.ToString() });
        context.SetDefaultTimeout(15_000);
        if (before is not null)
            await before(context);
        return await Tab.Open(context, path);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}

/// <summary>How somebody looks at the page.</summary>
sealed record Sight(string Name, ColorScheme Scheme, int Width = 1440, int Height = 900, string Locale = "en-GB")
{
    public static readonly Sight Light = new("light", ColorScheme.Light);
    public static readonly Sight Dark = new("dark", ColorScheme.Dark);
    public static readonly Sight Small = new("320", ColorScheme.Light, 320, 640);
    public static readonly Sight German = new("de", ColorScheme.Light, Locale: "de-DE");

    public static readonly Sight SmallGerman = new("de-320", ColorScheme.Light, 320, 640, "de-DE");

    public static Sight Called(string name) => new[] { Light, Dark, Small, German, SmallGerman }.Single(sight => sight.Name == name);
}

[CollectionDefinition(Name)]
public sealed class Browsing : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}

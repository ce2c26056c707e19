namespace WorkshopBot.Browser.Tests;

/// <summary>The browser these tests are driven in: one that is installed, never one that is fetched.</summary>
static class Chromium
{
    static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

    /// <summary>Null: there is none. The environment's CHROMIUM goes before what is found; <c>none</c> there means that one has looked.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") switch
    {
        "none" => null,
        { Length: > 0 } told => told,
        _ => Places.FirstOrDefault(File.Exists),
    };

    public static string? Skip => Path is null ? "there is no Chromium or Chrome on this machine; install one, or name it in CHROMIUM" : null;
}

/// <summary>A test in the browser; skipped, by its name, where there is none.</summary>
sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Skip;
}

/// <summary>The same with several cases.</summary>
sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Skip;
}

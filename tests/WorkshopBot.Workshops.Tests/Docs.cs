namespace WorkshopBot.Workshops.Tests;

/// <summary>The pages under docs/ that follow from the code.</summary>
public static class Docs
{
    /// <summary>The root of the checkout, found from where the tests run.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorkshopBot.sln"))) folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the checkout.");
        }
    }

    public static void Same(string page, string fresh)
    {
        var path = Path.Combine(Root, "docs", page);
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1") File.WriteAllText(path, fresh);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == fresh, $"docs/{page} is not what the code says. Write it anew with WRITE_DOCS=1, and read the difference.");
    }
}

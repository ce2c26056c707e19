using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WorkshopBot.Bench;

/// <summary>What all measurements stand on: a folder that goes away at the end, and the product as it is published.</summary>
sealed class Ground : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshopbot-bench-");
    int _folders;

    Ground(string? bot) => Bot = System.IO.Path.Combine(bot ?? System.IO.Path.Combine(_folder.FullName, "published"), "WorkshopBot.dll");

    /// <summary>The published product.</summary>
    public string Bot { get; }

    /// <summary>This program, which is the floor and the counted bot too.</summary>
    public static string Self => typeof(Ground).Assembly.Location;

    public static async Task<Ground> Prepare(Asked asked)
    {
        var ground = new Ground(asked.Text("bot"));
        if (asked.Text("bot") is null)
            await Publish(System.IO.Path.GetDirectoryName(ground.Bot)!);
        return ground;
    }

    /// <summary>A new folder.</summary>
    public string Folder() => _folder.CreateSubdirectory(FormattableString.Invariant($"{++_folders}")).FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    static async Task Publish(string to)
    {
        using var publish = Process.Start("dotnet", ["publish", System.IO.Path.Combine(Root(), "src", "WorkshopBot"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            // The lock files of the checkout are not those of one platform.
            "-p:NuGetLockFilePath=obj/published.lock.json", "-o", to, "--nologo", "-v", "quiet"]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException("The bot cannot be published.");
    }

    static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "WorkshopBot.sln")))
                return at.FullName;
        throw new InvalidOperationException("It is run from a checkout, or told with --bot where the published bot lies.");
    }
}

namespace WorkshopBot.Journal.Tests;

/// <summary>A fact that needs the commands of a Unix; elsewhere it is skipped, and says so.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (!File.Exists("/usr/bin/flock"))
            Skip = "needs flock(1)";
    }
}

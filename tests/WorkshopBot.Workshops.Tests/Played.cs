namespace WorkshopBot.Workshops.Tests;

/// <summary>Samples, played.</summary>
public static class Played
{
    /// <summary>What the transcript leads to; lines that must be refused are said as well.</summary>
    public static Workshop Sample(string name)
    {
        var team = new Team();
        foreach (var line in File.ReadLines(Path.Combine(Docs.Root, "samples", name)).Where(line => line.Length > 0 && line[0] is not '#' and not '@'))
        {
            var parts = line.Replace(" # refused", "", StringComparison.Ordinal).Split(": ", 2);
            team.Says(parts[0], parts[1]);
        }
        return team.Workshop;
    }
}

using WorkshopBot.Turns;

namespace WorkshopBot.Cli;

/// <summary>What is said to somebody who called the program wrongly.</summary>
public static class Usage
{
    public const int ExitCode = 2;

    public static int Refuse(TextWriter errors, string? reason = null)
    {
        if (reason is not null)
            errors.WriteLine(reason);
        errors.WriteLine(Wording.Own("usage", "en"));
        return ExitCode;
    }
}

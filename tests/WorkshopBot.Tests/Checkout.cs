namespace WorkshopBot.Tests;

/// <summary>The checkout these tests were built from.</summary>
static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    static string Find(string folder) => System.IO.File.Exists(Path.Combine(folder, "WorkshopBot.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}

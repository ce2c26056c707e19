namespace WorkshopBot.Tests.Turns;

/// <summary>Fills a map by messages of fifty lines.</summary>
static class Fill
{
    const int Lines = 50;

    public static string Message(int number, int lines = Lines) =>
        string.Join('\n', Enumerable.Range(number * Lines, lines).Select(i => $"Research: goal number {i} of the customers, who compare the true monthly cost"));

    public static async Task Goals(Talk talk, int count)
    {
        for (var i = 0; i < count / Lines; i++)
            await talk.Takes("ann", Message(i), id: $"fill-{i}");
    }
}

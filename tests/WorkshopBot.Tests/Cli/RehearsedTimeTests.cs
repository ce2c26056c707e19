using WorkshopBot.Cli;
using WorkshopBot.Exports;
using WorkshopBot.Tests.Turns;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.Cli;

/// <summary>In a rehearsal time passes between two lines, and what is due meanwhile happens at its own hour.</summary>
public sealed class RehearsedTimeTests : IDisposable
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_hangs_on_what_happened_before_it_happens_a_day_after_that_and_not_when_the_next_line_comes()
    {
        var rung = new List<DateTimeOffset>();
        var (code, output, _) = await Play(
            "Ann: start Bikes\nAnn: goto goals\n@ +3d\nAnn: show map\n",
            Bell.Opens("goals", "touchpoints", Day, w => rung.Add(w.StepOpenedAt)), Bell.Opens("touchpoints", "data", Day, w => rung.Add(w.StepOpenedAt)), Bell.Opens("data", "close", Day, w => rung.Add(w.StepOpenedAt)));
        Assert.True(code == 0, output);
        Assert.Equal([Day, Day], rung.Zip(rung.Skip(1), (one, next) => next - one));
    }

    [Fact]
    public async Task The_same_file_gives_the_same_bytes()
    {
        const string Script = "Ann: start Bikes\nAnn: goto goals\n@ +12h\nBob: start Cars # refused\n@ +2d\nAnn: show map\n@ +1d\nAnn: show map\n";
        var plays = new List<(int Code, string Output, string Errors)>();
        for (var i = 0; i < 3; i++)
            plays.Add(await Play(Script, Bell.Opens("goals", "touchpoints", Day), Bell.Quiet()));
        Assert.True(plays[0].Code == 0, plays[0].Output + plays[0].Errors);
        Assert.Single(plays.Distinct());
    }

    async Task<(int Code, string Output, string Errors)> Play(string script, params Workshops.Schedule.Alarm[] alarms)
    {
        var file = _folder.File("script.txt");
        await File.WriteAllTextAsync(file, script);
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await Rehearsal.Run([file], Bell.Playbook(alarms), new Handing([new JsonExport()]), output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}

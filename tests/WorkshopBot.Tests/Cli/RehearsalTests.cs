using WorkshopBot.Cli;
using WorkshopBot.Exports;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Cli;

/// <summary>Transcripts are played, and end where they surprise.</summary>
public sealed class RehearsalTests : IDisposable
{
    const string Good = """
        # Five minutes of two people.
        Ann: start Bikes
        Ann: goto stages

        Ann: Research, Purchase
        Ann: goto goals
        Bob: Research: compare prices
        @ +2h
        Bob: frobnicate # refused
        Bob (private): Purchase: pay by month
        Ann: export json
        """;

    static readonly Handing Exports = new([new JsonExport()]);

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_prints_the_conversation_and_writes_the_export()
    {
        var (code, output, errors) = await Play(Good, "--export", "json", Path.Combine(_folder.Path, "new", "x.json"));
        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith("Ann: start Bikes\n  ", output, StringComparison.Ordinal);
        Assert.Contains("\nBob (private): Purchase: pay by month\n  ", output, StringComparison.Ordinal);
        Assert.Contains("\nBob: frobnicate\n", output, StringComparison.Ordinal);
        Assert.Contains("\n  [bikes.json, ", output, StringComparison.Ordinal);
        Assert.Contains("compare prices", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "new", "x.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_gives_the_same_bytes()
    {
        var one = await Play(Good + "\nAnn: show map\n", "--export", "json", _folder.File("1.json"));
        var two = await Play(Good + "\nAnn: show map\n", "--export", "json", _folder.File("2.json"));
        Assert.Equal(one, two);
        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("1.json")), await File.ReadAllBytesAsync(_folder.File("2.json")));
    }

    [Fact]
    public async Task Quiet_prints_nothing() => Assert.Equal((0, "", ""), await Play(Good, "--quiet"));

    [Theory]
    [InlineData("Ann: start Bikes\n\nBob: frobnicate\n", ":3: was refused")]
    [InlineData("Ann: start Bikes\nBob: i speak for Support # refused\n", ":2: was accepted")]
    [InlineData("Bob: hello\n", ":1: was refused")]
    public async Task The_first_line_that_is_answered_otherwise_ends_it(string script, string fault)
    {
        var (code, _, errors) = await Play(script);
        Assert.Equal(1, code);
        Assert.Contains(fault, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ann: start Bikes\nwhat is this\n")]
    [InlineData("Ann: start Bikes\n@ +2 weeks\n")]
    [InlineData("Ann: start Bikes\n@ yesterday\n")]
    [InlineData("Ann: start Bikes\n: nobody\n")]
    public async Task A_line_that_cannot_be_read_is_named_before_anything_is_played(string script)
    {
        var (code, output, errors) = await Play(script);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(":2: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_moves_as_told()
    {
        // Taken back within 24 hours, and not a day later.
        Assert.Equal(0, (await Play("Ann: start Bikes\nAnn: why: growth\n@ +23h\nAnn: undo\n")).Code);
        Assert.Equal(0, (await Play("Ann: start Bikes\nAnn: why: growth\n@ +1d\n@ +30m\nAnn: undo # refused\n")).Code);
    }

    [Theory]
    [InlineData()]
    [InlineData("--export", "json")]
    [InlineData("--export", "punchcards", "x")]
    [InlineData("a.txt", "b.txt")]
    [InlineData("a.txt", "--loud")]
    public async Task Called_wrongly_it_says_how(params string[] words)
    {
        using var errors = new StringWriter();
        Assert.Equal(2, await Rehearsal.Run(words, Playbook.Standard, Exports, TextWriter.Null, errors));
        Assert.Contains("Usage:", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_to_be_so()
    {
        using var errors = new StringWriter();
        Assert.Equal(1, await Rehearsal.Run([_folder.File("none.txt")], Playbook.Standard, Exports, TextWriter.Null, errors));
        Assert.Contains("none.txt", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("e-bike.txt")]
    [InlineData("quick.txt")]
    public async Task The_samples_play_and_what_they_export_comes_back_to_the_same_bytes(string sample)
    {
        var (file, again) = (_folder.File("x.json"), _folder.File("y.json"));
        using var errors = new StringWriter();
        Assert.Equal(0, await Rehearsal.Run([Checkout.File("samples", sample), "--quiet", "--export", "json", file], Playbook.Standard, Exports, TextWriter.Null, errors));
        using var output = new StringWriter();
        Assert.Equal(0, Importing.Run([file, "--export", "json", again], Playbook.Standard, Exports, output, errors));
        Assert.Contains("stages: ", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", errors.ToString());
        Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(again));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task What_is_no_map_is_not_imported(string content)
    {
        await File.WriteAllTextAsync(_folder.File("x.json"), content);
        using var errors = new StringWriter();
        Assert.Equal(1, Importing.Run([_folder.File("x.json")], Playbook.Standard, Exports, TextWriter.Null, errors));
        Assert.StartsWith(_folder.File("x.json") + ": ", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Importing.Run([_folder.File("x.json"), "--quiet"], Playbook.Standard, Exports, TextWriter.Null, errors));
    }

    async Task<(int Code, string Output, string Errors)> Play(string script, params string[] more)
    {
        await File.WriteAllTextAsync(_folder.File("script.txt"), script);
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await Rehearsal.Run([_folder.File("script.txt"), .. more], Playbook.Standard, Exports, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}

using System.Text.RegularExpressions;
using WorkshopBot.Workshops.Steps;
using Xunit.Abstractions;

namespace WorkshopBot.Tests;

/// <summary>The hall only translates: what the rooms know has no name in it.</summary>
public sealed partial class HallTests(ITestOutputHelper output)
{
    static readonly string[] Platforms = ["slack", "teams", "webex", "discord", "adaptivecard", "blockkit"];

    [Fact]
    public void It_names_no_step_kind_card_or_platform_outside_Program()
    {
        var known = Playbook.Standard.Steps.Select(step => step.Id)
            .Concat(Playbook.Standard.Kinds.All.SelectMany(kind => new[] { kind.Id, kind.Plural }))
            .Concat(Cards())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Sources("WorkshopBot").Where(file => Path.GetFileName(file) != "Program.cs"))
            foreach (var text in Literal().Matches(Code(file)).Select(match => match.Groups[1].Value))
                Assert.False(known.Contains(text) || Platforms.Any(platform => text.Contains(platform, StringComparison.OrdinalIgnoreCase)), $"{Path.GetFileName(file)} names \"{text}\".");
    }

    [Fact]
    public void Outside_the_one_clock_nobody_asks_what_time_it_is()
    {
        foreach (var file in Directory.EnumerateDirectories(Checkout.File("src")).SelectMany(folder => Sources(Path.GetFileName(folder))))
            Assert.False(Clock().IsMatch(File.ReadAllText(file)), file);
    }

    [Fact]
    public void Nobody_reads_the_zones_of_the_machine_and_one_folder_knows_the_package_that_has_them()
    {
        foreach (var file in Directory.EnumerateDirectories(Checkout.File("src")).SelectMany(folder => Sources(Path.GetFileName(folder))))
        {
            // A clock names the zone of its machine.
            Assert.DoesNotContain(File.ReadLines(file), line => line.Contains("TimeZoneInfo", StringComparison.Ordinal) && !line.Contains("LocalTimeZone", StringComparison.Ordinal));
            Assert.True(!Code(file).Contains("NodaTime", StringComparison.Ordinal) || Path.GetFileName(Path.GetDirectoryName(file)) == "Schedule", file);
        }
    }

    [Fact]
    public void It_is_a_quarter_of_the_whole_at_most()
    {
        var lines = Directory.EnumerateDirectories(Checkout.File("src")).ToDictionary(folder => Path.GetFileName(folder), folder => Sources(Path.GetFileName(folder)).Sum(file => File.ReadLines(file).Count()));
        output.WriteLine(FormattableString.Invariant($"the hall has {lines["WorkshopBot"]} of {lines.Values.Sum()} lines, {100.0 * lines["WorkshopBot"] / lines.Values.Sum():F0} %"));
        Assert.InRange(lines["WorkshopBot"], 1, lines.Values.Sum() / 4);
    }

    // What a comment says of a parameter is no literal.
    static string Code(string file) => string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    static IEnumerable<string> Cards() =>
        Directory.EnumerateFiles(Checkout.File("cards"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file));

    static IEnumerable<string> Sources(string room) =>
        Directory.EnumerateFiles(Checkout.File("src", room), "*.cs", SearchOption.AllDirectories).Where(file => !Built().IsMatch(Path.GetRelativePath(Checkout.Root, file)));

    [GeneratedRegex("\"((?:[^\"\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|Stopwatch\.|SystemClock|GetCurrentInstant")]
    private static partial Regex Clock();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();
}

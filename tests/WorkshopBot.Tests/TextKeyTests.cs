using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WorkshopBot.Tests;

/// <summary>The texts of the hall and of the channels fit the code that says them; those of the core have a test of their own, by their arguments.</summary>
public sealed partial class TextKeyTests
{
    static readonly string[] OfTheirOwn = ["WorkshopBot.Workshops"];

    public static TheoryData<string> Rooms => [.. Directory.EnumerateFiles(Checkout.File("src"), "Texts.resx", SearchOption.AllDirectories).Where(file => !Built().IsMatch(Path.GetRelativePath(Checkout.Root, file)))
        .Select(file => Path.GetRelativePath(Checkout.File("src"), file)).Where(file => !OfTheirOwn.Contains(file.Split(Path.DirectorySeparatorChar)[0])).Order(StringComparer.Ordinal)];

    [Fact]
    public void Both_rooms_that_speak_are_looked_at() => Assert.Equal(2, Rooms.Count);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_text_is_said_somewhere_in_its_room(string file)
    {
        var source = Source(file);
        var unsaid = Keys(file).FindAll(key => !IsSaid(key, source));
        Assert.Empty(unsaid);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_text_that_is_said_is_there(string file)
    {
        var said = Said().Matches(Source(file)).Select(match => match.Groups["code"].Value).Distinct().ToList();
        Assert.NotEmpty(said);
        Assert.Empty(said.Except(Keys(file)));
    }

    // As it stands; or put together: of a beginning and a word, or of a text that is said and an end.
    static bool IsSaid(string key, string source)
    {
        return Has($"\"{key}\"") || Enumerable.Range(0, key.Length).Where(at => key[at] == '.').Any(at =>
            (Has($"\"{key[..at]}.{{") && Has($"\"{key[(at + 1)..]}\"")) || ((Has($"+ \"{key[at..]}\"") || Has($"}}{key[at..]}\"")) && IsSaid(key[..at], source)));

        bool Has(string text) => source.Contains(text, StringComparison.Ordinal);
    }

    static List<string> Keys(string file) => [.. XDocument.Load(Checkout.File("src", file)).Root!.Elements("data").Select(data => (string)data.Attribute("name")!)];

    static string Source(string file) => string.Join('\n', Directory.EnumerateFiles(Checkout.File("src", file.Split(Path.DirectorySeparatorChar)[0]), "*.cs", SearchOption.AllDirectories)
        .Where(source => !Built().IsMatch(Path.GetRelativePath(Checkout.Root, source))).SelectMany(File.ReadLines).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"(?:Wording\.Own|Speech\.Say|(?<!\.)Own)\(""(?<code>[a-z]+(?:[.-][a-z]+)*)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();
}

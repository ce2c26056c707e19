using System.Text.RegularExpressions;

namespace WorkshopBot.Tests;

/// <summary>The house rules that a machine can hold everybody to.</summary>
public sealed partial class HouseTests
{
    [Fact]
    public void Every_public_type_says_in_a_sentence_what_it_is()
    {
        // A type in several files says it in one of them.
        var types = Sources().SelectMany(file => PublicType().Matches(File.ReadAllText(file)), (file, match) => (Folder: Path.GetDirectoryName(file), Type: match.Groups["type"].Value, Says: match.Groups["says"].Success));
        Assert.Empty(types.GroupBy(type => (type.Folder, type.Type)).Where(parts => !parts.Any(part => part.Says)).Select(parts => parts.Key.Type));
    }

    [Fact]
    public void No_file_is_over_300_lines_and_half_of_them_are_under_80()
    {
        var lines = Sources().Select(file => (File: Path.GetFileName(file), Lines: File.ReadLines(file).Count())).OrderBy(file => file.Lines).ToList();
        Assert.True(lines[^1].Lines <= 300, $"{lines[^1]}");
        Assert.InRange(lines[lines.Count / 2].Lines, 1, 79);
    }

    static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Checkout.File("src"), "*.cs", SearchOption.AllDirectories).Where(file => !Built().IsMatch(Path.GetRelativePath(Checkout.Root, file)));

    // Types at the margin: those within others belong to what is said of the family.
    [GeneratedRegex(@"(?<says>///[^\n]*\n(?:\[[^\n]*\n)*)?^public (?:(?:sealed|static|abstract|readonly|partial|unsafe) )*(?:class|record struct|record|struct|enum|interface|delegate) (?<type>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();
}

using System.Text;
using WorkshopBot.Cli.Journals;
using WorkshopBot.Journal;
using WorkshopBot.Tests.Turns;
using WorkshopBot.Turns;
using WorkshopBot.Workshops.Steps;

namespace WorkshopBot.Tests.Cli.Journals;

/// <summary>Commits as they are read for checking: what a later program adds is passed over, what it changes is told.</summary>
public sealed class FoldTests
{
    const string Turn = """{"id":"0000000000000001","by":"web:local:ann","at":"2026-05-04T09:00:00+00:00","reply":[],"language":"en","events":[EVENTS]MORE}""";
    const string Started = """{"e":"started","title":"Bikes"MORE}""";

    [Fact]
    public void A_field_that_was_added_is_passed_over()
    {
        var fold = new WorkshopFold(Playbook.Standard);
        Assert.Null(Read(fold, $$"""{"v":1,"since":2027,"turns":[{{Turn.Replace("EVENTS", Started.Replace("MORE", ",\"mood\":\"sunny\"", StringComparison.Ordinal), StringComparison.Ordinal).Replace("MORE", ",\"by2\":{}", StringComparison.Ordinal)}}]}"""));
        Assert.Equal("Bikes", fold.State!.Title);
    }

    [Fact]
    public void An_event_of_another_name_is_told_and_what_stands_beside_it_counts()
    {
        var fold = new WorkshopFold(Playbook.Standard);
        Assert.Contains("does not know", Read(fold, $$"""{"v":1,"turns":[{{Turn.Replace("EVENTS", """{"e":"levitated"},""" + Started.Replace("MORE", "", StringComparison.Ordinal), StringComparison.Ordinal).Replace("MORE", "", StringComparison.Ordinal)}}]}"""), StringComparison.Ordinal);
        Assert.Equal("Bikes", fold.State!.Title);
    }

    [Theory]
    [InlineData("""{"v":2,"turns":[]}""")]
    [InlineData("""{"turns":[]}""")]
    [InlineData("""{"v":1,"turns":[{}]}""")]
    [InlineData("""{"v":1,"turns":[{"id":"secret"}]}""")]
    [InlineData("")]
    [InlineData("\u0000")]
    public void What_cannot_be_read_is_told_without_a_word_of_it_and_what_follows_is_only_read(string commit)
    {
        var fold = new WorkshopFold(Playbook.Standard);
        var said = Read(fold, commit);
        Assert.StartsWith("cannot be read (", said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
        Assert.Null(Read(fold, """{"v":1,"turns":[]}"""));
        Assert.Null(fold.State);
    }

    [Fact]
    public async Task A_snapshot_says_what_the_commits_say_or_is_told()
    {
        await using var talk = new Talk();
        await talk.StartGoals();
        var (fold, map) = (new WorkshopFold(Playbook.Standard), await talk.Map());
        foreach (var commit in await new WorkshopJournal(talk.Rows).Tail("m-1", 0))
            Assert.Null(fold.Read(commit));
        Assert.Null(fold.Compare(SnapshotJson.Write(map, [])));
        Assert.Contains("something else", fold.Compare(SnapshotJson.Write(map with { Title = "Cars" }, [])), StringComparison.Ordinal);
        Assert.Contains("cannot read", fold.Compare(Encoding.UTF8.GetBytes("""{"v":1}""")), StringComparison.Ordinal);
        Assert.Contains("cannot read", fold.Compare("nonsense"u8.ToArray()), StringComparison.Ordinal);
        // Of another form it is made anew, as the rule for stored forms says.
        Assert.Null(fold.Compare(Encoding.UTF8.GetBytes("""{"v":2}""")));
    }

    static string? Read(WorkshopFold fold, string commit) => fold.Read(new(1, Guid.NewGuid(), Encoding.UTF8.GetBytes(commit)));
}

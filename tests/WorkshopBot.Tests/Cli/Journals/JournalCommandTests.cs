using Microsoft.Data.Sqlite;
using WorkshopBot.Journal;
using WorkshopBot.Journal.Moving;
using WorkshopBot.Journal.Sqlite;
using WorkshopBot.Tests.Turns;

namespace WorkshopBot.Tests.Cli.Journals;

/// <summary>The commands as an operator types them, on files.</summary>
public sealed class JournalCommandTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string Here(string name = "workshops.db") => "--Journal:Path=" + _folder.File(name);

    [Theory]
    [InlineData()]
    [InlineData("verify", "too-much")]
    [InlineData("export")]
    [InlineData("import", "a", "b")]
    [InlineData("verify", "--loud")]
    [InlineData("verify", "--Journel:Path=x")]
    [InlineData("verify", "--To:Path=x")]
    [InlineData("move")]
    [InlineData("move", "--From:Path=x")]
    [InlineData("burn")]
    public async Task Called_wrongly_it_says_how(params string[] words)
    {
        var (code, output, errors) = await Operator.Types(words);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("journal verify", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Journal:Kind=Stone", "Journal:Kind")]
    [InlineData("--Journal:Path=folder/", "Journal:Path")]
    public async Task A_wrong_setting_is_named(string setting, string named)
    {
        var (code, _, errors) = await Operator.Types("verify", setting);
        Assert.Equal(2, code);
        Assert.Contains(named, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("export", "x.gz")]
    [InlineData("move", "--To:Path=copy.db")]
    public async Task A_storage_that_is_not_there_is_neither_made_nor_taken_for_an_empty_one(params string[] words)
    {
        var (code, _, errors) = await Operator.Types([.. words, Here()]);
        Assert.Equal(1, code);
        Assert.Contains("is not there", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_journal_verifies_exports_imports_and_moves_without_a_word_of_trouble()
    {
        await Fill();
        Assert.Contains("Trouble: 0. Worth knowing: 0.", await Operator.Does("verify", Here()), StringComparison.Ordinal);
        Assert.Contains("1 workshops, all of one moment", await Operator.Does("export", _folder.File("backup"), Here()), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("backup")));
        Assert.Contains("Journal:Path=" + _folder.File("restored.db"), await Operator.Does("import", _folder.File("backup"), Here("restored.db")), StringComparison.Ordinal);
        Assert.Contains("the same in both", await Operator.Does("move", "--From:Path=" + _folder.File("restored.db"), "--To:Path=" + _folder.File("moved.db")), StringComparison.Ordinal);
        // Where nothing is said of it, what the bot serves is moved.
        await Operator.Does("move", Here("moved.db"), "--To:Path=" + _folder.File("again.db"));
        Assert.Equal(await Operator.Does("verify", Here()), (await Operator.Does("verify", Here("again.db"))).Replace("again.db", "workshops.db", StringComparison.Ordinal));
        Assert.Empty(await Differences("workshops.db", "again.db"));
    }

    [Fact]
    public async Task What_holds_something_is_never_written_into()
    {
        await Fill();
        await Operator.Does("export", _folder.File("backup"), Here());
        var (code, _, errors) = await Operator.Types("import", _folder.File("backup"), Here());
        Assert.Equal(1, code);
        Assert.Contains("not empty: it holds ", errors, StringComparison.Ordinal);
        Assert.Equal(1, (await Operator.Types("move", Here(), "--To:Path=" + _folder.File("workshops.db"))).Code);
        await Operator.Does("import", _folder.File("backup"), Here("other.db"));
        Assert.Contains("not empty", (await Operator.Types("move", Here(), "--To:Path=" + _folder.File("other.db"))).Errors, StringComparison.Ordinal);
        Assert.Contains("there already", (await Operator.Types("export", _folder.File("backup"), Here())).Errors, StringComparison.Ordinal);
        Assert.Empty(await Differences("workshops.db", "other.db"));
    }

    [Fact]
    public async Task A_damaged_or_cut_export_is_refused_before_anything_is_written()
    {
        await Fill();
        await Operator.Does("export", _folder.File("backup"), Here());
        var bytes = await File.ReadAllBytesAsync(_folder.File("backup"));
        await File.WriteAllBytesAsync(_folder.File("cut"), bytes[..(bytes.Length / 2)]);
        await File.WriteAllTextAsync(_folder.File("text"), "hello");
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(_folder.File("flipped"), bytes);
        foreach (var name in (string[])["cut", "text", "flipped"])
        {
            var (code, _, errors) = await Operator.Types("import", _folder.File(name), Here("restored.db"));
            Assert.Equal(1, code);
            Assert.StartsWith(_folder.File(name) + " ", errors, StringComparison.Ordinal);
            Assert.False(File.Exists(_folder.File("restored.db")));
        }
        Assert.Equal(1, (await Operator.Types("import", _folder.File("none"), Here("restored.db"))).Code);
    }

    [Fact]
    public async Task While_a_bot_serves_the_file_it_is_not_moved_and_nothing_is_imported_over_it()
    {
        await Fill();
        await Operator.Does("export", _folder.File("backup"), Here());
        await using var served = SqliteRowStore.Open(_folder.File("workshops.db"), TimeProvider.System);
        Assert.Contains("in use", (await Operator.Types("move", Here(), "--To:Path=" + _folder.File("copy.db"))).Errors, StringComparison.Ordinal);
        Assert.Contains("in use", (await Operator.Types("import", _folder.File("backup"), Here())).Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("copy.db")));
        await Operator.Does("verify", Here());
        await Operator.Does("export", _folder.File("beside"), Here());
    }

    [Fact]
    public async Task Each_damage_is_a_line_and_no_line_holds_what_people_typed()
    {
        await Fill();
        await Damage("UPDATE rows SET data = substr(data, 1, 40) WHERE partition LIKE 'w-%' AND key = 'c-0000000005'");
        await Damage("UPDATE rows SET data = x'00' WHERE key = 'head'");
        await Damage("INSERT INTO rows VALUES('zz' || char(27) || '[2J', 'secret goal', 1, 1, x'00')");
        var (code, output, _) = await Operator.Types("verify", Here());
        Assert.Equal(1, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["trouble", "trouble", "trouble"], lines[..^1].Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("trouble: w-m-1 c-0000000005 cannot be read", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("trouble: w-m-1 head cannot be read", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain("compare prices", output, StringComparison.Ordinal);
        Assert.EndsWith("Trouble: 3. Worth knowing: 0.", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_under_a_name_no_storage_takes_is_named_and_left_out_of_a_backup_and_nothing_is_moved()
    {
        await Fill();
        await Damage("INSERT INTO rows VALUES('zz' || char(27) || '[2J', 'what', 1, 1, x'00')");
        var (code, _, errors) = await Operator.Types("export", _folder.File("backup"), Here());
        Assert.Equal(1, code);
        Assert.Equal("trouble: zz?[2J what has a name that no storage takes, and is not in the file.", errors.Trim());
        await Operator.Does("import", _folder.File("backup"), Here("restored.db"));
        await Operator.Does("verify", Here("restored.db"));
        (code, _, errors) = await Operator.Types("move", Here(), "--To:Path=" + _folder.File("copy.db"));
        Assert.Equal(1, code);
        Assert.StartsWith("trouble: zz?[2J what ", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("copy.db")));
    }

    [Fact]
    public async Task An_import_that_never_ended_is_served_by_nobody_and_made_again()
    {
        await Fill();
        await Operator.Does("export", _folder.File("backup"), Here());
        await using (var rows = SqliteRowStore.Open(_folder.File("restored.db"), TimeProvider.System))
        {
            Assert.Null(await new Filling(rows, rows, TimeProvider.System).Begin());
            await rows.Write("w-m-1", [new RowChange.Insert("head", default)]);
        }
        Assert.Contains("has not ended", (await Operator.Types("verify", Here("restored.db"))).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Operator.Types("export", _folder.File("half"), Here("restored.db"))).Code);
        Assert.Equal(1, (await Operator.Types("move", Here("restored.db"), "--To:Path=" + _folder.File("half.db"))).Code);
        using (var bot = new Http.BotProcess(_folder.Path, "--Urls=http://127.0.0.1:0", Here("restored.db")))
        {
            Assert.Equal(1, await bot.Exit());
            Assert.Contains("has not ended", string.Join('\n', bot.Errors), StringComparison.Ordinal);
        }
        await Operator.Does("import", _folder.File("backup"), Here("restored.db"));
        Assert.Empty(await Differences("workshops.db", "restored.db"));
    }

    [Fact]
    public async Task What_the_bot_writes_beside_its_workshops_is_known()
    {
        await Fill();
        await using (var rows = SqliteRowStore.Open(_folder.File("workshops.db"), TimeProvider.System))
        {
            var ready = new WorkshopBot.Turns.Ready(rows, TimeProvider.System);
            ready.Saved(false);
            Assert.True(await ready.Answers(default));
            Assert.True(await new WorkshopBot.Pages.WebShelf(rows, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, shared: true).Save("r", new("i", "k", null, 1, "text", default, DateTimeOffset.UnixEpoch), default));
        }
        Assert.Contains("Trouble: 0. Worth knowing: 0.", await Operator.Does("verify", Here()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_failed_export_left_is_made_anew_and_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await Fill();
        await File.WriteAllTextAsync(_folder.File("backup.part"), "left");
        File.SetUnixFileMode(_folder.File("backup.part"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await Operator.Does("export", _folder.File("backup"), Here());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("backup")));
        Assert.False(File.Exists(_folder.File("backup.part")));
    }

    async Task Fill()
    {
        await using var rows = SqliteRowStore.Open(_folder.File("workshops.db"), TimeProvider.System);
        await using var talk = new Talk(rows);
        await talk.StartGoals();
        await talk.Takes("bob", "Research: compare prices");
    }

    async Task Damage(string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.File("workshops.db"), Pooling = false }.ToString());
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    async Task<IReadOnlyList<string>> Differences(string one, string other)
    {
        await using var left = SqliteRowReader.Open(_folder.File(one));
        await using var right = SqliteRowReader.Open(_folder.File(other));
        return await Comparing.Differences(left, right, 5);
    }
}

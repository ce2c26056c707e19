using System.Text;
using WorkshopBot.Turns;

namespace WorkshopBot.Tests.TwoChats;

/// <summary>Codes that do not work are all answered the same, whatever is wrong with them, and who guesses is not listened to for a while.</summary>
public sealed class CodeTests
{
    const string Wrong = "AAAA-AAAA";

    static string Of(Reply reply) => $"{reply.Kind}|{reply.Text}|{(reply.Message is { } card ? Encoding.UTF8.GetString(card.Data.Span) : "")}|{reply.Workshop}|{reply.Step}";

    [Fact]
    public async Task Wrong_expired_used_foreign_and_over_are_answered_the_same_to_the_byte()
    {
        await using var scene = new Scene();
        await scene.Start();
        var wrong = Of(await scene.Says(Scene.Zoe, $"join {Wrong}", Scene.Other));
        Assert.StartsWith("Refused|", wrong, StringComparison.Ordinal);

        var used = await scene.Code();
        await scene.Takes(Scene.Fay, $"join {used}", Scene.Far);
        Assert.Equal(wrong, Of(await scene.Says(Scene.Zoe, $"join {used}", Scene.Other)));
        var expired = await scene.Code();
        scene.Time.Advance(Codes.OfRoom);
        Assert.Equal(wrong, Of(await scene.Says(Scene.Zoe, $"join {expired}", Scene.Other)));
        // Somebody who is only a guest in that room, and a code that is for a person.
        Assert.Equal(wrong, Of(await scene.Says("two:d:guest", $"join {await scene.Code()}", Scene.Other, guest: true)).Replace("guest", "zoe", StringComparison.Ordinal));
        Assert.Equal(wrong, Of(await scene.Says(Scene.Zoe, $"join {await scene.Code("me")}", Scene.Other)));
        // Refused once, the code asks no more.
        await scene.Takes(Scene.Ann, "refuse", Scene.Home);
        scene.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(wrong, Of(await scene.Says(Scene.Fay, $"join {used}", Scene.Far)));
        var over = await scene.Code();
        await scene.Takes(Scene.Ann, "throw away", Scene.Home);
        Assert.Equal(wrong, Of(await scene.Says(Scene.Zoe, $"join {over}", Scene.Other)));
        Assert.Single((await scene.Map()).Tenancy.Asks);
    }

    [Fact]
    public async Task After_five_wrong_codes_an_hour_a_right_one_does_not_work_either_also_after_a_restart()
    {
        await using var scene = new Scene();
        await scene.Start();
        var code = await scene.Code();
        var wrong = "";
        for (var i = 0; i < Codes.MostOfPerson; i++)
            wrong = Of(await scene.Says(Scene.Fay, $"join {Wrong}", Scene.Far));
        await scene.Restart();
        Assert.Equal(wrong, Of(await scene.Says(Scene.Fay, $"join {code}", Scene.Far)));
        Assert.Empty((await scene.Map()).Tenancy.Asks);
        // Others of the tenant may, and they themselves after an hour.
        scene.Time.Advance(TimeSpan.FromHours(1));
        await scene.Takes(Scene.Fay, $"join {code}", Scene.Far);
    }

    [Fact]
    public async Task A_tenant_has_twenty_wrong_codes_an_hour_whoever_types_them()
    {
        await using var scene = new Scene();
        await scene.Start();
        var code = await scene.Code();
        for (var i = 0; i < Codes.MostOfTenant; i++)
            await scene.Refuses($"two:b:guesser{i % 5}", $"join {Wrong}", Scene.Far);
        await scene.Refuses(Scene.Fay, $"join {code}", Scene.Far);
        await scene.Takes(Scene.Zoe, $"join {code}", Scene.Other);
    }

    [Fact]
    public async Task The_same_wrong_turn_delivered_again_is_one_try()
    {
        await using var scene = new Scene();
        await scene.Start();
        var turn = scene.Turn(Scene.Fay, $"join {Wrong}", Scene.Far);
        for (var i = 0; i < 2 * Codes.MostOfPerson; i++)
            await scene.Bot.Loop.Deliver(turn);
        await scene.Takes(Scene.Fay, $"join {await scene.Code()}", Scene.Far);
    }

    [Fact]
    public async Task A_code_is_in_no_row_and_only_who_leads_gets_one()
    {
        SeenRows? rows = null;
        await using var scene = new Scene(inner => rows = new(inner));
        var seen = rows!;
        await scene.Start();
        var code = (await scene.Code()).Replace("-", "", StringComparison.Ordinal);
        await scene.Refuses(Scene.Ben, "code", Scene.Home);
        await scene.Takes(Scene.Fay, $"join {code}", Scene.Far);
        Assert.NotEmpty(seen.Written);
        Assert.DoesNotContain(seen.Written, row => row.Contains(code, StringComparison.OrdinalIgnoreCase) || row.Contains(code.Insert(4, "-"), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Codes_that_are_over_leave_the_storage_by_the_looks_of_the_agenda_however_many_there_were()
    {
        SeenRows? rows = null;
        await using var scene = new Scene(inner => rows = new(inner));
        await scene.Start();
        for (var i = 0; i < 2 * Codes.MostSwept; i++)
            await scene.Code("me");
        var used = await scene.Code();
        await scene.Takes(Scene.Fay, $"join {used}", Scene.Far);
        Assert.True(rows!.Left("code-") > 2 * Codes.MostSwept);

        await scene.Looks();
        scene.Time.Advance(Codes.OfRoom - TimeSpan.FromHours(1));
        // Asked for an hour before the day is over, and good for a day.
        var fresh = await scene.Code();
        scene.Time.Advance(TimeSpan.FromHours(20));
        await scene.Looks();
        Assert.Equal(1, rows.Left("code-"));
        await scene.Takes(Scene.Zoe, $"join {fresh}", Scene.Other);
        scene.Time.Advance(TimeSpan.FromDays(2));
        await scene.Looks();
        Assert.Equal((0, 0, 0), (rows.Left("code-"), rows.Left("codes-"), rows.Left("tries-")));
    }

    /// <summary>Rows of which all that is written is remembered.</summary>
    sealed class SeenRows(Journal.IRowStore rows) : Journal.IRowStore
    {
        readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte> _there = new();

        public System.Collections.Concurrent.ConcurrentBag<string> Written { get; } = [];

        public int Left(string partition) => _there.Keys.Count(row => row.StartsWith(partition, StringComparison.Ordinal));

        public ValueTask<Journal.StoredRow?> Get(string partition, string key, CancellationToken ct = default) => rows.Get(partition, key, ct);

        public ValueTask<IReadOnlyList<Journal.StoredRow>> Range(string partition, string from, string before, int most, CancellationToken ct = default) => rows.Range(partition, from, before, most, ct);

        public async ValueTask<Journal.WriteResult> Write(string partition, IReadOnlyList<Journal.RowChange> changes, CancellationToken ct = default)
        {
            foreach (var change in changes)
                Written.Add($"{partition} {change.Key} {change switch { Journal.RowChange.Insert row => Encoding.UTF8.GetString(row.Data.Span), Journal.RowChange.Replace row => Encoding.UTF8.GetString(row.Data.Span), Journal.RowChange.Put row => Encoding.UTF8.GetString(row.Data.Span), _ => "" }}");
            var written = await rows.Write(partition, changes, ct);
            foreach (var change in written is Journal.WriteResult.Written ? changes : [])
                _ = change is Journal.RowChange.Delete ? _there.TryRemove($"{partition} {change.Key}", out var _) : _there.TryAdd($"{partition} {change.Key}", 0);
            return written;
        }

        public ValueTask DisposeAsync() => rows.DisposeAsync();
    }
}

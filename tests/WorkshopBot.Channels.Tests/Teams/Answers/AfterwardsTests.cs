using Microsoft.Extensions.Logging.Abstractions;
using WorkshopBot.Channels.Teams.Answers;
using WorkshopBot.Tests;

namespace WorkshopBot.Channels.Tests.Teams.Answers;

/// <summary>What goes on after a request: in its order, bounded, and leaving nothing behind.</summary>
public sealed class AfterwardsTests : IAsyncDisposable
{
    readonly Afterwards _later = new(NullLogger.Instance);

    public ValueTask DisposeAsync() => _later.DisposeAsync();

    [Fact]
    public async Task What_is_done_under_one_name_is_done_in_its_order_and_other_names_do_not_wait()
    {
        var (first, said) = (new TaskCompletionSource(), new List<string>());
        _later.Run("a", async _ =>
        {
            await first.Task;
            said.Add("a1");
        });
        _later.Run("a", _ => Say("a2"));
        _later.Run("b", _ => Say("b"));
        await Until.True(() => _later.Count == 2);
        Assert.Equal(["b"], said);
        first.SetResult();
        await Until.True(() => _later.Count == 0);
        Assert.Equal(["b", "a1", "a2"], said);

        Task Say(string what)
        {
            said.Add(what);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Nothing_is_kept_of_what_is_done_also_where_it_failed()
    {
        var opened = new TaskCompletionSource();
        for (var i = 0; i < 100; i++)
            Assert.True(_later.Run($"{i % 40}", async _ =>
            {
                await opened.Task;
                throw new InvalidOperationException();
            }));
        Assert.Equal((100, 40), (_later.Count, _later.Names));
        opened.SetResult();
        await Until.True(() => _later.Count == 0);
        Assert.Equal(0, _later.Names);
    }

    [Fact]
    public async Task Beyond_a_bound_nothing_is_begun()
    {
        var opened = new TaskCompletionSource();
        for (var i = 0; i < Afterwards.Most; i++)
            Assert.True(_later.Run("all", _ => opened.Task));
        Assert.False(_later.Run("one more", _ => Task.CompletedTask));
        opened.SetResult();
        await Until.True(() => _later.Count == 0);
        Assert.True(_later.Run("one more", _ => Task.CompletedTask));
    }

    [Fact]
    public async Task At_the_end_what_was_begun_is_done_and_nothing_more_is_begun()
    {
        var (later, done) = (new Afterwards(NullLogger.Instance), false);
        later.Run("a", async _ =>
        {
            await Task.Yield();
            done = true;
        });
        await later.DisposeAsync();
        Assert.True(done);
        Assert.False(later.Run("a", _ => Task.CompletedTask));
    }
}

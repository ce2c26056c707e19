using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkshopBot.Channels.Teams.Auth;
using WorkshopBot.Tests;

namespace WorkshopBot.Channels.Tests.Teams.Auth;

public sealed class SigningKeysTests
{
    [Fact]
    public async Task The_first_request_with_a_new_key_is_served()
    {
        await using var gate = await Gate.Open();
        Assert.Equal("valid", await gate.Show(gate.Token()));
        gate.Server.Keys.Add(Forge.Published("rolled", Forge.Rolled, Forge.Teams));
        Assert.Equal("valid", await gate.Show(Rolled(gate)));
        Assert.Equal("valid", await gate.Show(gate.Token()));
        Assert.Equal(2, gate.Server.Fetches);
    }

    [Fact]
    public async Task All_who_come_with_a_new_key_at_once_wait_for_one_fetch_and_are_served()
    {
        await using var gate = await Gate.Open();
        Assert.Equal("valid", await gate.Show(gate.Token()));
        gate.Server.Keys.Add(Forge.Published("rolled", Forge.Rolled, Forge.Teams));
        var token = Rolled(gate);
        var said = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => gate.Show(token)));
        Assert.All(said, one => Assert.Equal("valid", one));
        Assert.Equal(2, gate.Server.Fetches);
    }

    [Fact]
    public async Task Keys_are_fetched_once_however_many_come_first()
    {
        await using var gate = await Gate.Open();
        var token = gate.Token();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => gate.Show(token))), one => Assert.Equal("valid", one));
        Assert.Equal(1, gate.Server.Fetches);
    }

    [Fact]
    public async Task A_storm_of_unknown_keys_makes_one_fetch_a_minute()
    {
        await using var gate = await Gate.Open();
        Assert.Equal("valid", await gate.Show(gate.Token()));
        for (var minute = 1; minute <= 3; minute++)
        {
            var said = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => gate.Show(gate.Token(head: head => head["kid"] = $"x{minute}-{i}"))));
            Assert.All(said, one => Assert.Equal("401 key", one));
            gate.Time.Advance(TimeSpan.FromSeconds(59));
            Assert.Equal("401 key", await gate.Show(gate.Token(head: head => head["kid"] = "late")));
            Assert.Equal(1 + minute, gate.Server.Fetches);
            gate.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task A_fetch_that_fails_keeps_the_old_keys_and_a_new_key_may_come_again()
    {
        await using var gate = await Gate.Open();
        Assert.Equal("valid", await gate.Show(gate.Token()));
        gate.Server.Keys.Add(Forge.Published("rolled", Forge.Rolled, Forge.Teams));
        gate.Server.Instead = Status(500);
        Assert.Equal("503 unavailable", await gate.Show(Rolled(gate)));
        Assert.Equal("503 unavailable", await gate.Show(Rolled(gate)));
        Assert.Equal("valid", await gate.Show(gate.Token()));
        Assert.Equal(2, gate.Server.Fetches);

        gate.Server.Instead = null;
        gate.Time.Advance(SigningKeys.Floor);
        Assert.Equal("valid", await gate.Show(Rolled(gate)));
        Assert.Equal(3, gate.Server.Fetches);
    }

    [Fact]
    public async Task Without_any_keys_nobody_is_judged_and_it_is_tried_again_soon()
    {
        await using var gate = await Gate.Open();
        gate.Server.Instead = Status(503);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gate.Show(gate.Token()))), one => Assert.Equal("503 unavailable", one));
        Assert.Equal(1, gate.Server.Fetches);
        gate.Server.Instead = null;
        Assert.Equal("503 unavailable", await gate.Show(gate.Token()));
        gate.Time.Advance(SigningKeys.WhileNone);
        Assert.Equal("valid", await gate.Show(gate.Token()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"jwks_uri":5}""")]
    [InlineData("""{"jwks_uri":"/keys"}""")]
    [InlineData("""{"jwks_uri":"file:///etc/passwd"}""")]
    [InlineData("""{"jwks_uri":"http://me:you@127.0.0.1/keys"}""")]
    [InlineData("""{"jwks_uri":"http://127.0.0.1:1/keys"}""")]
    [InlineData("""{"keys":{}}""")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[5,null,"x",[],{}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"good","n":"!!","e":"AQAB"}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"good","n":"AQAB","e":"AQAB"}]}""")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"good","k":"c2VjcmV0"}]}""")]
    public async Task Documents_without_keys_are_as_good_as_none(string document)
    {
        await using var gate = await Gate.Open();
        gate.Server.Instead = context => context.Response.WriteAsync(document);
        Assert.Equal("503 unavailable", await gate.Show(gate.Token()));
    }

    [Fact]
    public async Task What_is_no_key_is_left_out_and_the_others_are_used()
    {
        await using var gate = await Gate.Open();
        gate.Server.Keys.Insert(0, new JsonObject { ["kty"] = "RSA", ["kid"] = 5 });
        gate.Server.Keys.Insert(0, new JsonObject { ["kty"] = "EC", ["kid"] = "good", ["crv"] = "P-256" });
        var encryption = Forge.Published("encryption", Forge.Rolled, Forge.Teams);
        encryption["use"] = "enc";
        gate.Server.Keys.Add(encryption);
        Assert.Equal("valid", await gate.Show(gate.Token()));
        Assert.Equal("401 key", await gate.Show(gate.Token(head: head => head["kid"] = "encryption", key: Forge.Rolled)));
    }

    [Fact]
    public async Task Of_two_keys_with_one_name_the_one_that_signed_is_asked_what_it_may()
    {
        await using var gate = await Gate.Open();
        gate.Server.Keys.Add(Forge.Published("good", Forge.Rolled));
        Assert.Equal("valid", await gate.Show(gate.Token()));
        Assert.Equal("403 endorsement", await gate.Show(gate.Token(key: Forge.Rolled)));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var gate = await Gate.Open();
        var asked = 0;
        await using var other = await KeyServer.Start();
        other.Instead = context =>
        {
            Interlocked.Increment(ref asked);
            return Task.CompletedTask;
        };
        foreach (var status in new[] { 301, 302, 307, 308 })
        {
            gate.Server.Instead = context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = other.Metadata.ToString();
                return Task.CompletedTask;
            };
            Assert.Equal("503 unavailable", await gate.Show(gate.Token()));
            gate.Time.Advance(SigningKeys.WhileNone);
        }
        Assert.Equal((0, 4), (asked, gate.Server.Fetches));
    }

    [Theory]
    [InlineData(0, "valid")]
    [InlineData(1, "503 unavailable")]
    [InlineData(8 * 1024 * 1024, "503 unavailable")]
    public async Task A_document_is_read_up_to_its_bound_and_no_further(int more, string said)
    {
        await using var gate = await Gate.Open();
        var document = new JsonObject { ["keys"] = new JsonArray(Forge.Published("good", Forge.Good, Forge.Teams)) }.ToJsonString().PadRight(KeyDocument.MostBytes + more);
        gate.Server.Instead = context => context.Response.WriteAsync(document);
        Assert.Equal(said, await gate.Show(gate.Token()));
    }

    [Fact]
    public async Task A_document_that_does_not_come_is_given_up()
    {
        await using var gate = await Gate.Open();
        gate.Server.Instead = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var said = gate.Show(gate.Token());
        await Until.True(() => gate.Server.Fetches == 1);
        Assert.False(said.IsCompleted);
        gate.Time.Advance(SigningKeys.Patience);
        Assert.Equal("503 unavailable", await said.WaitAsync(Until.Bound));
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_end_the_fetch_for_the_others()
    {
        await using var gate = await Gate.Open();
        var go = new TaskCompletionSource();
        gate.Server.Instead = async context =>
        {
            await go.Task;
            await context.Response.WriteAsync($$"""{"jwks_uri":"{{gate.Server.Set}}"}""");
        };
        using var impatient = new CancellationTokenSource();
        var first = gate.Say("Bearer " + gate.Token(), ct: impatient.Token);
        await Until.True(() => gate.Server.Fetches == 1);
        var second = gate.Show(gate.Token());
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        go.SetResult();
        Assert.Equal("valid", await second.WaitAsync(Until.Bound));
        Assert.Equal(1, gate.Server.Fetches);
    }

    [Fact]
    public async Task Keys_are_fetched_again_every_day_and_one_that_is_withdrawn_is_known_no_more()
    {
        await using var gate = await Gate.Open();
        Assert.Equal("valid", await gate.Show(gate.Token()));
        gate.Server.Keys[0] = Forge.Published("rolled", Forge.Rolled, Forge.Teams);
        gate.Time.Advance(SigningKeys.Age - TimeSpan.FromSeconds(1));
        Assert.Equal("valid", await gate.Show(gate.Token()));
        gate.Time.Advance(TimeSpan.FromSeconds(1));
        await Until.True(async () => await gate.Show(gate.Token()) == "401 key");
        Assert.Equal("valid", await gate.Show(Rolled(gate)));
    }

    [Fact]
    public async Task A_daily_fetch_that_fails_is_tried_again_before_the_next_day()
    {
        await using var gate = await Gate.Open();
        Assert.Equal("valid", await gate.Show(gate.Token()));
        gate.Server.Instead = Status(500);
        gate.Time.Advance(SigningKeys.Age);
        await Until.True(() => gate.Server.Fetches == 2 && gate.Time.Next - gate.Time.GetUtcNow() == SigningKeys.AfterTrouble);
        Assert.Equal("valid", await gate.Show(gate.Token()));
        gate.Server.Instead = null;
        gate.Server.Keys.Add(Forge.Published("rolled", Forge.Rolled, Forge.Teams));
        gate.Time.Advance(SigningKeys.AfterTrouble);
        await Until.True(() => gate.Server.Fetches == 3 && gate.Time.Next - gate.Time.GetUtcNow() == SigningKeys.Age);
        Assert.Equal("valid", await gate.Show(Rolled(gate)));
        Assert.Equal(3, gate.Server.Fetches);
    }

    static string Rolled(Gate gate) => gate.Token(head: head => head["kid"] = "rolled", key: Forge.Rolled);

    static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}

using WorkshopBot.Channels.Slack.Api;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Tests.Slack.Api;

/// <summary>Calls of Slack's Web API, and what every answer of it means.</summary>
public sealed class SlackApiTests : Wired
{
    static readonly Dictionary<string, string> Reasons = new()
    {
        ["not_in_channel"] = "not-invited", ["channel_not_found"] = "not-found", ["is_archived"] = "channel-archived", ["is_inactive"] = "channel-archived",
        ["restricted_action"] = "no-permission", ["restricted_action_read_only_channel"] = "no-permission", ["restricted_action_thread_only_channel"] = "no-permission",
        ["restricted_action_thread_locked"] = "no-permission", ["restricted_action_non_threadable_channel"] = "no-permission", ["posting_to_channel_denied"] = "no-permission",
        ["channel_is_limited_access"] = "no-permission", ["no_permission"] = "no-permission", ["access_denied"] = "no-permission", ["accesslimited"] = "no-permission", ["ekm_access_denied"] = "no-permission",
        ["enterprise_is_restricted"] = "disabled", ["app_access_restricted"] = "disabled", ["team_access_not_granted"] = "uninstalled", ["team_not_found"] = "uninstalled",
        ["missing_scope"] = "missing-scope", ["messages_tab_disabled"] = "messages-off", ["user_disabled"] = "deactivated", ["user_not_found"] = "not-found", ["user_not_visible"] = "not-found",
    };

    static readonly string[] Later = ["ratelimited", "rate_limited", "message_limit_exceeded", "org_login_required", "team_added_to_org", "external_channel_migrating"];
    static readonly string[] Unsure = ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "update_failed"];
    static readonly string[] Revoking = ["token_revoked", "account_inactive", "invalid_auth", "token_expired"];
    static readonly string[] Ours = ["invalid_blocks", "invalid_arguments", "no_text", "msg_too_long", "not_authed", "unknown_method", "what_nobody_knows"];

    public static TheoryData<string> Lost => [.. Reasons.Keys];

    public static TheoryData<string> Revokes => [.. Revoking];

    public static TheoryData<string> Waits => [.. Later];

    public static TheoryData<string> Unknowns => [.. Unsure];

    public static TheoryData<string> Faults => [.. Ours];

    [Fact]
    public void Every_error_that_means_something_is_looked_at_here() =>
        Assert.Equal(SlackErrors.All.Keys.Order(StringComparer.Ordinal), Reasons.Keys.Concat(Later).Concat(Unsure).Concat(Revoking).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_call_is_a_form_with_the_token_beside_it_and_arguments_without_a_value_are_left_out()
    {
        Server.Next("chat.postMessage", """{"ok":true,"channel":"C1","ts":"1763712320.000520"}""");
        var call = new SlackCall("chat.postMessage") { { "channel", "C1" }, { "text", "ä & b = c\n\ud83d\ude00" }, { "blocks", "[]" }, { "thread_ts", null } };
        Assert.Equal("1763712320.000520", Assert.IsType<SlackReply.Done>(await Api.Call(Acme, call, CallRank.Kept, default)).Text("ts"));
        var came = Assert.Single(Server.Calls);
        Assert.Equal("Bearer " + Secret("one"), came.Token);
        Assert.Equal([("blocks", "[]"), ("channel", "C1"), ("text", "ä & b = c\n\ud83d\ude00")], came.Arguments.Select(one => (one.Key, one.Value)).Order());
    }

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task What_is_lost_says_why(string error)
    {
        Server.Fails("chat.postMessage", error);
        Assert.Equal(new SlackReply.Lost(Reasons[error]), await Api.Call(Acme, Post(), CallRank.Kept, default));
        Assert.Empty(Revoked);
        Assert.Contains(error, Log, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task What_passes_is_certainly_not_done_and_comes_later(string error)
    {
        Server.Fails("chat.postMessage", error);
        Assert.InRange(Assert.IsType<SlackReply.Later>(await Api.Call(Acme, Post(), CallRank.Kept, default)).After, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        Assert.Single(Server.Calls);
    }

    [Theory]
    [MemberData(nameof(Unknowns))]
    public async Task What_may_have_been_done_is_unknown_for_a_post_and_done_again_for_an_edit(string error)
    {
        Server.Fails("chat.postMessage", error);
        Assert.IsType<SlackReply.Unknown>(await Api.Call(Acme, Post(), CallRank.Kept, default));
        Server.Fails("chat.update", error);
        Assert.IsType<SlackReply.Later>(await Api.Call(Acme, new("chat.update"), CallRank.Kept, default));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_a_fault_of_ours_is_refused(string error)
    {
        Server.Fails("chat.postMessage", error);
        Assert.Equal(new SlackReply.Refused(error), await Api.Call(Acme, Post(), CallRank.Kept, default));
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]","[ERROR] s3cret [json-pointer:/blocks/1]","[ERROR] [json-pointer:s3cret of mine]",7]}}""", "chat.postMessage: invalid_blocks /blocks/0/text/text /blocks/1 ")]
    [InlineData("""{"ok":false,"error":"missing_scope","needed":"chat:write","provided":"app_mentions:read,users:read"}""", "chat.postMessage: missing_scope needed=chat:write provided=app_mentions:read,users:read ")]
    [InlineData("""{"ok":false,"error":"missing_scope","needed":"\ud800","provided":"s3cret words"}""", "chat.postMessage: missing_scope ")]
    [InlineData("""{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":"s3cret"}}""", "chat.postMessage: invalid_blocks ")]
    [InlineData("""{"ok":false,"error":"invalid_blocks","response_metadata":[]}""", "chat.postMessage: invalid_blocks ")]
    public async Task A_log_says_where_it_was_wrong_and_which_scopes_there_are_and_no_word_of_anybody(string answer, string said)
    {
        Server.Next("chat.postMessage", answer);
        await Api.Call(Acme, Post(), CallRank.Kept, default);
        Assert.Contains(said, Log, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", Log, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Revokes))]
    public async Task A_token_that_is_taken_no_more_takes_the_install_with_it(string error)
    {
        Server.Fails("chat.postMessage", error);
        Assert.Equal(new SlackReply.Lost("uninstalled"), await Api.Call(Acme, Post(), CallRank.Kept, default));
        Assert.Equal((Acme, error), Assert.Single(Revoked));
        Assert.Equal(error == "token_expired" ? 1 : 0, Renewals);
        Assert.DoesNotContain(Secret("one"), Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_renewed_and_the_call_made_once_more()
    {
        Renewed = Secret("two");
        Server.Fails("chat.postMessage", "token_expired");
        Assert.IsType<SlackReply.Done>(await Api.Call(Acme, Post(), CallRank.Kept, default));
        Assert.Equal(["Bearer " + Secret("one"), "Bearer " + Secret("two")], Server.Calls.Select(call => call.Token));
        Assert.Empty(Revoked);
        Renewed = Secret("three");
        Server.Fails("auth.test", "token_expired");
        Server.Fails("auth.test", "token_expired");
        Assert.Equal(new SlackReply.Lost("uninstalled"), await Api.Call(Acme, new("auth.test"), CallRank.Kept, default));
        Assert.Equal((Acme, "token_expired"), Assert.Single(Revoked));
    }

    [Fact]
    public async Task Where_the_install_of_the_workspace_has_ended_that_of_its_organisation_makes_the_call()
    {
        Left = Secret("all");
        Server.Fails("chat.postMessage", "account_inactive");
        Assert.IsType<SlackReply.Done>(await Api.Call(Acme, Post(), CallRank.Kept, default));
        Assert.Equal(["Bearer " + Secret("one"), "Bearer " + Secret("all")], Server.Calls.Select(call => call.Token));
        Assert.Equal((Acme, "account_inactive"), Assert.Single(Revoked));
    }

    [Fact]
    public async Task A_token_that_cannot_be_renewed_now_loses_nobody()
    {
        Stays = true;
        Server.Fails("chat.postMessage", "token_expired");
        Assert.IsType<SlackReply.Later>(await Api.Call(Acme, Post(), CallRank.Kept, default));
        Assert.Single(Server.Calls);
    }

    [Fact]
    public async Task Who_installed_the_app_anew_meanwhile_is_not_uninstalled_for_the_old_token()
    {
        Server.Next("chat.postMessage", context =>
        {
            Token = Secret("two");
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, """{"ok":false,"error":"token_revoked"}""");
        });
        Assert.IsType<SlackReply.Done>(await Api.Call(Acme, Post(), CallRank.Kept, default));
        Assert.Empty(Revoked);
    }

    [Fact]
    public async Task Without_an_install_nothing_is_called()
    {
        Token = null;
        Assert.Equal(new SlackReply.Lost("uninstalled"), await Api.Call(Acme, Post(), CallRank.Kept, default));
        Assert.Empty(Server.Calls);
        IsBroken = true;
        Assert.IsType<SlackReply.Later>(await Api.Call(Acme, Post("C2"), CallRank.Kept, default));
        Assert.DoesNotContain("s3cret", Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task A_server_in_trouble_says_nothing_of_a_post(int status)
    {
        Server.Next("chat.postMessage", "<html>", status);
        Assert.IsType<SlackReply.Unknown>(await Api.Call(Acme, Post(), CallRank.Kept, default));
        Server.Next("chat.update", "<html>", status);
        Assert.IsType<SlackReply.Later>(await Api.Call(Acme, new("chat.update"), CallRank.Kept, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"ok\":true,\"ts\":\"17")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"ok\":\"true\"}")]
    public async Task An_answer_that_cannot_be_read_says_nothing_of_a_post(string body)
    {
        Server.Next("chat.postMessage", body);
        Assert.IsType<SlackReply.Unknown>(await Api.Call(Acme, Post(), CallRank.Kept, default));
        Server.Next("views.publish", body);
        Assert.IsType<SlackReply.Later>(await Api.Call(Acme, new("views.publish"), CallRank.Kept, default));
    }

    [Fact]
    public async Task Half_a_character_in_an_answer_is_no_text()
    {
        Server.Next("users.info", """{"ok":true,"name":"\ud800","real_name":"anna"}""");
        var done = Assert.IsType<SlackReply.Done>(await Api.Call(Acme, new("users.info"), CallRank.Kept, default));
        Assert.Equal(("", "anna"), (done.Text("name"), done.Text("real_name")));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_sending_leaves_it_unknown_and_one_that_never_was_does_not()
    {
        Server.Next("chat.postMessage", SlackServer.Drops);
        Assert.IsType<SlackReply.Unknown>(await Api.Call(Acme, Post(), CallRank.Kept, default));
        Server.Next("chat.postMessage", SlackServer.Cuts);
        Assert.IsType<SlackReply.Unknown>(await Api.Call(Acme, Post("C2"), CallRank.Kept, default));
        Server.Next("users.info", SlackServer.Cuts);
        Assert.IsType<SlackReply.Later>(await Api.Call(Acme, new("users.info"), CallRank.Kept, default));
        var address = Server.Address;
        await Server.DisposeAsync();
        Assert.IsType<SlackReply.Later>(await Made(address).Call(Acme, Post("C3"), CallRank.Kept, default));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_not_waited_for_longer_than_ten_seconds()
    {
        var arrived = new TaskCompletionSource();
        Server.Next("chat.postMessage", async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var call = Api.Call(Acme, Post(), CallRank.Kept, default).AsTask();
        await arrived.Task;
        Time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(call.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<SlackReply.Unknown>(await call);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Nothing_is_followed_anywhere(int status)
    {
        Server.Next("chat.postMessage", "", status, ("Location", new Uri(Server.Address, "auth.test").ToString()));
        Assert.Equal(new SlackReply.Refused($"http-{status}"), await Api.Call(Acme, Post(), CallRank.Kept, default));
        Assert.Equal("chat.postMessage", Assert.Single(Server.Calls).Method);
    }

    [Theory]
    [InlineData("http://slack.com/api/")]
    [InlineData("https://slack.com:8443/api/")]
    [InlineData("https://slack.com.example.com/api/")]
    [InlineData("https://user@slack.com/api/")]
    [InlineData("https://evilslack.com/api/")]
    [InlineData("https://example.com/api/")]
    public async Task The_token_goes_to_no_other_host(string address) =>
        Assert.Equal(new SlackReply.Refused("not-allowed"), await Made(new(address)).Call(Acme, Post(), CallRank.Kept, default));

    [Fact]
    public async Task This_machine_is_called_only_where_that_was_allowed_and_a_method_is_a_name()
    {
        Assert.True(SlackHost.IsApi(SlackCloud.Public.ApiUrl, allowLoopback: false));
        Assert.Equal(new SlackReply.Refused("not-allowed"), await Made(Server.Address, allowLoopback: false).Call(Acme, Post(), CallRank.Kept, default));
        Assert.Equal(new SlackReply.Refused("not-allowed"), await Api.Call(Acme, new("../x"), CallRank.Kept, default));
        Assert.Equal(new SlackReply.Refused("not-allowed"), await Api.Call(Acme, new("//example.com/x"), CallRank.Kept, default));
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public async Task Too_many_calls_freeze_that_method_in_that_workspace_and_nothing_else()
    {
        Server.Next("chat.update", """{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "30"));
        Assert.Equal(new SlackReply.Later(TimeSpan.FromSeconds(30)), await Api.Call(Acme, new("chat.update"), CallRank.Kept, default));
        Assert.Equal(new SlackReply.Later(TimeSpan.FromSeconds(30)), await Api.Call(Acme, new("chat.update"), CallRank.Kept, default));
        Assert.Single(Server.Calls);
        Assert.IsType<SlackReply.Done>(await Api.Call(Acme, Post(), CallRank.Kept, default));
        Assert.IsType<SlackReply.Done>(await Api.Call(new(null, "T0OTHER"), new("chat.update"), CallRank.Kept, default));
        Assert.IsType<SlackReply.Done>(await Api.Call(new("E0ORG", "T0ACME"), new("chat.update"), CallRank.Kept, default));
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.IsType<SlackReply.Done>(await Api.Call(Acme, new("chat.update"), CallRank.Kept, default));
    }

    [Fact]
    public async Task What_somebody_waits_for_is_made_again_within_ten_seconds_and_then_given_up()
    {
        Server.Next("views.open", """{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "3"));
        var call = Api.Call(Acme, new("views.open"), CallRank.Person, default).AsTask();
        await WorkshopBot.Tests.Until.True(() => Time.Next == Time.GetUtcNow() + TimeSpan.FromSeconds(3));
        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.IsType<SlackReply.Done>(await call);
        Server.Next("views.open", """{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "11"));
        Assert.Equal(new SlackReply.Later(TimeSpan.FromSeconds(11)), await Api.Call(Acme, new("views.open"), CallRank.Person, default));
    }
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using WorkshopBot.Channels.Slack.Install;

namespace WorkshopBot.Channels.Tests.Slack.Install;

/// <summary>What an operator can set for Slack, and what the bot does not start with.</summary>
public sealed class SlackSettingsTests
{
    // In parts, so that nothing here looks like a secret of somebody's.
    const string Secret = "hunter2" + "-PASSWORD-hunter2", Bot = "xox" + "b-1-hunter2", App = "xap" + "p-1-hunter2", Ending = "xox" + "e.xoxb-1-hunter2", Mine = "xox" + "p-1-hunter2";
    const string Around = "|Web:PublicUrl=https://bot.example.com|Security:MasterKey=set", Client = "ClientId=12.34|ClientSecret=" + Secret, Right = "BotToken=" + Bot + "|SigningSecret=" + Secret;

    [Theory]
    [InlineData("")]
    [InlineData("BotToken=|AppToken=|SigningSecret=|PreviousSigningSecret=|ClientId=|ClientSecret=")]
    [InlineData("BotName=Journey|Cloud=UsGov|ApiUrl=nonsense")]
    public void While_nothing_says_who_the_bot_is_Slack_is_off(string set)
    {
        var read = Read(set);
        Assert.Null(read.Settings);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void A_token_and_a_signing_secret_are_enough_for_one_workspace()
    {
        var settings = Settings(Right);
        Assert.Equal((Bot, null, null, "WorkshopBot"), (settings.BotToken, settings.Client, settings.AppToken, settings.BotName));
        Assert.Equal([Secret], settings.SigningSecrets);
        Assert.Equal(new("https://slack.com/api/"), settings.ApiUrl);
    }

    [Fact]
    public void Two_signing_secrets_are_good_while_the_secret_changes()
    {
        Assert.Equal([Secret + "-new", Secret], Settings($"BotToken={Bot}|SigningSecret={Secret}-new|PreviousSigningSecret={Secret}").SigningSecrets);
        Assert.Equal([Secret], Settings($"{Right}|PreviousSigningSecret={Secret}").SigningSecrets);
    }

    [Fact]
    public void Over_connections_of_its_own_it_needs_no_signing_secret()
    {
        var settings = Settings($"BotToken={Bot}|AppToken={App}");
        Assert.Equal(App, settings.AppToken);
        Assert.Empty(settings.SigningSecrets);
        Assert.Equal(App, Settings($"{Right}|AppToken={App}").AppToken);
    }

    [Fact]
    public void Installed_by_OAuth_it_has_no_token_but_an_address_to_come_back_to()
    {
        var settings = Settings($"{Client}|SigningSecret={Secret}{Around}/bot/");
        Assert.Null(settings.BotToken);
        Assert.Equal(new("12.34", Secret, new("https://bot.example.com/slack/oauth")), Settings($"{Client}|SigningSecret={Secret}{Around}").Client);
        Assert.Equal(App, Settings($"{Client}|AppToken={App}{Around}").AppToken);
        // Development does without a key, and comes back to this machine.
        Assert.Equal(new("http://127.0.0.1:3978/slack/oauth"), Settings($"{Client}|SigningSecret={Secret}|Web:PublicUrl=http://127.0.0.1:3978", development: true).Client!.Redirect);
    }

    [Fact]
    public void Everything_else_can_be_set()
    {
        var settings = Settings(Right + "|Cloud=usgov|BotName=Journey");
        Assert.Equal(("UsGov", "Journey", "https://slack-gov.com/api/"), (settings.Cloud.Name, settings.BotName, settings.ApiUrl.AbsoluteUri));
        Assert.Equal("http://127.0.0.1:4000/api/", Settings(Right + "|ApiUrl=http://127.0.0.1:4000/api/", development: true).ApiUrl.AbsoluteUri);
        Assert.Equal("https://slack.com/api/", Settings(Right + "|ApiUrl=https://slack.com/api/").ApiUrl.AbsoluteUri);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("|Connections=1", 1)]
    [InlineData("|Connections=10", 10)]
    public void How_many_connections_are_open_at_once_can_be_set(string set, int connections) => Assert.Equal(connections, Settings($"BotToken={Bot}|AppToken={App}{set}").Connections);

    [Theory]
    [InlineData("SigningSecret=" + Secret, "BotToken")]
    [InlineData("AppToken=" + App, "BotToken")]
    [InlineData("BotToken=" + App + "|SigningSecret=" + Secret, "BotToken")]
    [InlineData("BotToken=" + Mine + "|SigningSecret=" + Secret, "BotToken")]
    [InlineData("BotToken=" + Ending + "|SigningSecret=" + Secret, "BotToken")]
    [InlineData("BotToken=" + Bot + " |SigningSecret=" + Secret, "BotToken")]
    [InlineData("BotToken=xoxb-|SigningSecret=" + Secret, "BotToken")]
    [InlineData(Right + "|" + Client + Around, "BotToken")]
    [InlineData(Right + "|ClientSecret=" + Secret + Around, "BotToken,ClientId")]
    [InlineData("BotToken=" + Bot, "SigningSecret")]
    [InlineData("BotToken=" + Bot + "|SigningSecret=short", "SigningSecret")]
    [InlineData("BotToken=" + Bot + "|SigningSecret=" + Secret + "\n", "SigningSecret")]
    [InlineData("BotToken=" + Bot + "|PreviousSigningSecret=" + Secret, "PreviousSigningSecret,SigningSecret")]
    [InlineData("BotToken=" + Bot + "|PreviousSigningSecret=" + Secret + "|AppToken=" + App, "PreviousSigningSecret")]
    [InlineData("BotToken=" + Bot + "|AppToken=" + Bot, "AppToken")]
    [InlineData("ClientId=12.34|SigningSecret=" + Secret + Around, "ClientSecret")]
    [InlineData("ClientSecret=" + Secret + "|SigningSecret=" + Secret + Around, "ClientId")]
    [InlineData("ClientId=hunter2|ClientSecret=" + Secret + "|SigningSecret=" + Secret + Around, "ClientId")]
    [InlineData(Client + Around, "SigningSecret")]
    [InlineData(Client + "|SigningSecret=" + Secret + "|Web:PublicUrl=https://bot.example.com", "ClientId")]
    [InlineData(Client + "|SigningSecret=" + Secret + "|Security:MasterKey=set", "ClientId")]
    [InlineData(Client + "|SigningSecret=" + Secret + "|Security:MasterKey=set|Web:PublicUrl=http://bot.example.com", "ClientId")]
    [InlineData(Client + "|SigningSecret=" + Secret + "|Security:MasterKey=set|Web:PublicUrl=http://127.0.0.1", "ClientId")]
    [InlineData(Right + "|Cloud=China", "Cloud")]
    [InlineData(Right + "|BotName=two\nlines", "BotName")]
    [InlineData(Right + "|Connections=0", "Connections")]
    [InlineData(Right + "|Connections=11", "Connections")]
    [InlineData(Right + "|Connections=-1", "Connections")]
    [InlineData(Right + "|Connections=2.5", "Connections")]
    [InlineData(Right + "|Connections=several", "Connections")]
    [InlineData(Right + "|Connections=99999999999", "Connections")]
    [InlineData(Right + "|ApiUrl=nonsense", "ApiUrl")]
    [InlineData(Right + "|ApiUrl=https://slack.example.com/api/", "ApiUrl")]
    [InlineData(Right + "|ApiUrl=http://127.0.0.1:4000/api/", "ApiUrl")]
    [InlineData(Right + "|ApiUrl=https://slack.com/api", "ApiUrl")]
    [InlineData(Right + "|ApiUrl=https://slack-gov.com/api/", "ApiUrl")]
    [InlineData("AppToken=x|ClientId=1|Cloud=x", "AppToken,BotName,ClientId,ClientSecret,Cloud")]
    public void Each_wrong_setting_is_told_once_and_no_secret_is_said(string set, string faults)
    {
        var read = Read(set + (set.Contains("AppToken=x|", StringComparison.Ordinal) ? "|BotName=" + new string('x', 81) : ""));
        Assert.Null(read.Settings);
        Assert.Equal(faults.Split(',').Select(key => "Slack:" + key), read.Faults.Select(fault => fault.Key).Order(StringComparer.Ordinal));
        Assert.All(read.Faults, fault => Assert.True(fault.Why.Length > 0 && !fault.Why.Contains('\n') && !fault.Why.Contains("hunter2", StringComparison.Ordinal), fault.Why));
    }

    [Theory]
    [InlineData("http://slack.example.com/api/")]
    [InlineData("http://127.0.0.1:4000/api")]
    [InlineData("http://127.0.0.1:4000/api/?x=y")]
    [InlineData("http://somebody@127.0.0.1:4000/api/")]
    [InlineData("ftp://127.0.0.1/api/")]
    [InlineData("/api/")]
    public void Development_calls_this_machine_and_no_other(string url) => Assert.Equal("Slack:ApiUrl", Assert.Single(Read($"{Right}|ApiUrl={url}", development: true).Faults).Key);

    [Theory]
    [InlineData("https://hooks.slack.com/commands/T1/2/3", true)]
    [InlineData("https://HOOKS.slack.com:443/actions/T1/2/3", true)]
    [InlineData("http://hooks.slack.com/commands/T1/2/3", false)]
    [InlineData("https://hooks.slack.com:8443/commands", false)]
    [InlineData("https://hooks.slack.com.example.com/commands", false)]
    [InlineData("https://hooks.slack.com@example.com/commands", false)]
    [InlineData("https://me@hooks.slack.com/commands", false)]
    [InlineData("https://evil.hooks.slack.com/commands", false)]
    [InlineData("https://slack.com/commands", false)]
    [InlineData("https://hooks.slack-gov.com/commands", false)]
    [InlineData("http://127.0.0.1:4000/commands", false)]
    [InlineData("https://127.0.0.1/commands", false)]
    [InlineData("/commands", false)]
    public void Answers_go_to_Slacks_own_host_and_no_other(string url, bool isTheirs)
    {
        var to = new Uri(url, UriKind.RelativeOrAbsolute);
        Assert.Equal(isTheirs, Settings(Right).Answers(to));
        Assert.Equal(url.Contains("//hooks.slack-gov.com/", StringComparison.Ordinal), Settings(Right + "|Cloud=UsGov").Answers(to));
        // While this machine plays Slack, it is answered too.
        Assert.Equal(isTheirs || url.StartsWith("http://127.", StringComparison.Ordinal), Settings(Right + "|ApiUrl=http://127.0.0.1:4000/api/", development: true).Answers(to));
    }

    [Fact]
    public void Nothing_that_is_printed_holds_a_secret()
    {
        var settings = Settings($"{Client}|SigningSecret={Secret}|AppToken={App}{Around}");
        Assert.DoesNotContain("hunter2", $"{settings} {settings.Client} {Settings(Right)}", StringComparison.Ordinal);
    }

    static SlackSettings Settings(string set, bool development = false)
    {
        var read = Read(set, development);
        Assert.Empty(read.Faults);
        return read.Settings!;
    }

    // A setting with a group of its own stands beside Slack's.
    static SlackSettingsRead Read(string set, bool development = false) => SlackSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(set.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2))
            .Select(parts => KeyValuePair.Create(Regex.IsMatch(parts[0], "^(Web|Security):") ? parts[0] : "Slack:" + parts[0], (string?)parts[1]))).Build(), development);
}

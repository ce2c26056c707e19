using System.Collections.Immutable;
using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Values;
using static WorkshopBot.Workshops.Kinds.Fields<WorkshopBot.Workshops.Steps.Touchpoints.Touchpoint>;

namespace WorkshopBot.Workshops.Steps.Touchpoints;

/// <summary>One contact of the customer with us or with what is said of us (S1-37, S2-29). <see cref="Channel"/> is the customer's, not a chat's.</summary>
public sealed record Touchpoint : Item
{
    /// <summary>The list of the moments of truth.</summary>
    public const string Moments = "moments";

    public Ref? Stage { get; init; }
    public string? Text { get; init; }
    public string? Detail { get; init; }
    public string? Channel { get; init; }
    public string? Setting { get; init; }
    public string? Timing { get; init; }
    public string? Experience { get; init; }
    public string? Verdict { get; init; }
    public ImmutableArray<Ref> Serves { get; init; } = [];
    public ImmutableArray<Ref> Answers { get; init; } = [];
    public string? MomentOfTruth { get; init; }
    public string? Trigger { get; init; }
    public string? Script { get; init; }
    public string? Asset { get; init; }
    public string? ResponseTime { get; init; }
    public PersonRef? Owner { get; init; }
    public string? SuccessSign { get; init; }
    public string? HandOver { get; init; }
    public decimal? Satisfaction { get; init; }
    public decimal? ImportanceCustomer { get; init; }
    public decimal? ImportanceBusiness { get; init; }
    public decimal? CustomerEffort { get; init; }
    public decimal? Criticality { get; init; }
    public string? Target { get; init; }

    public static readonly Kind Kind = new Kind<Touchpoint>
    {
        Id = "touchpoint", Letter = 'T', Label = "Touchpoint", Plural = "touchpoints",
        Line = "touchpoint Research: price page | web | during | friction | serves G2",
        Begins = ["stage", "text", "channel", "timing", "experience", "serves", "answers"],
        SharedAs = _ => Share.Bare,
        TaggedAs = t => t.Setting is { } setting ? [$"setting:{setting}"] : [],
        MarkedAs = (t, resolve) => t.Serves.Select(resolve).Distinct().Select(goal => (Serving(goal), 0))
            .Concat(t.Answers.Select(resolve).Distinct().Select(question => (Answering(question), 0)))
            .Concat(t.MomentOfTruth is null ? [] : [(Moments, 0)]),
        Fields =
        [
            Stage("S1-37", t => t.Stage, (t, v) => t with { Stage = v }),
            Text("text", "Touchpoint", "S1-37", t => t.Text, (t, v) => t with { Text = v }, "price page", "The contact, not the channel: \"e-mail with invoice\".", required: true, inOrder: true),
            Text("detail", "What happens there", "S0-48", t => t.Detail, (t, v) => t with { Detail = v }, "waits nine minutes for an answer", inOrder: true, also: ["detail", "note"]),
            Choice("channel", "Channel", "S0-32 S0-54 S2-02", t => t.Channel, (t, v) => t with { Channel = v },
                [new("web", "web", "website"), new("app", "app"), new("email", "e-mail", "email"), new("chat", "chat"), new("phone", "phone", "call"), new("shop", "shop", "store"),
                 new("social", "social media", "social"), new("letter", "letter", "post"), new("search", "search"), new("ad", "ad", "advert"), new("event", "event"), new("friends", "friends", "word of mouth")], open: true),
            Choice("setting", "Setting", "S1-38 S1-39 S1-40 S1-41 S1-42", t => t.Setting, (t, v) => t with { Setting = v },
                [new("offsite", "off site", "offsite"), new("onsite", "on site", "onsite"), new("marketing", "marketing", "through marketing"), new("in-person", "in person"), new("phone", "phone", "by phone")]),
            Choice("timing", "When", "S2-29", t => t.Timing, (t, v) => t with { Timing = v },
                [new("before", "before", "before purchase"), new("during", "during", "during purchase"), new("after", "after", "after purchase")], also: ["timing"]),
            Choice("experience", "Friction or delight", "S2-44 S2-45", t => t.Experience, (t, v) => t with { Experience = v }, [new("friction", "friction"), new("neutral", "neutral"), new("delight", "delight")], also: ["experience"]),
            Choice("verdict", "Keep, fix or stop", "S0-07", t => t.Verdict, (t, v) => t with { Verdict = v }, [new("keep", "keep"), new("fix", "fix"), new("stop", "stop")], also: ["verdict"]),
            Items("serves", "Serves", "S1-33", "G", t => t.Serves, (t, v) => t with { Serves = v }, "G2", "serves"),
            Items("answers", "Answers", "S1-35", "Q", t => t.Answers, (t, v) => t with { Answers = v }, "Q1", "answers"),
            Text("momentOfTruth", "Moment of truth because", "S2-46 S0-45", t => t.MomentOfTruth, (t, v) => t with { MomentOfTruth = v }, "the purchase is decided here", also: ["moment of truth", "why"]),
            Text("trigger", "Trigger", "S0-48", t => t.Trigger, (t, v) => t with { Trigger = v }, "the old car fails its test"),
            Text("script", "Script or message", "S0-48", t => t.Script, (t, v) => t with { Script = v }, "the true cost a month, first", also: ["script", "message"]),
            Text("asset", "Asset", "S0-48", t => t.Asset, (t, v) => t with { Asset = v }, "cost calculator"),
            Text("responseTime", "Response time", "S0-48", t => t.ResponseTime, (t, v) => t with { ResponseTime = v }, "within two hours", also: ["waits"]),
            Person("owner", "Owner", "S0-48 S0-60", t => t.Owner, (t, v) => t with { Owner = v }, "owner"),
            Text("successSign", "Sign of success", "S0-48", t => t.SuccessSign, (t, v) => t with { SuccessSign = v }, "a test ride is booked", also: ["success sign"]),
            Text("handOver", "Hand-over", "S2-02", t => t.HandOver, (t, v) => t with { HandOver = v }, "the shop sees the saved bike", also: ["hand-over", "hand over"]),
            Score("satisfaction", "Satisfaction now", "S1-07 S0-02", t => t.Satisfaction, (t, v) => t with { Satisfaction = v }, prefix: "satisfaction"),
            Score("importanceCustomer", "Importance to the customer", "S1-07", t => t.ImportanceCustomer, (t, v) => t with { ImportanceCustomer = v }, also: ["customer"]),
            Score("importanceBusiness", "Importance to us", "S1-07", t => t.ImportanceBusiness, (t, v) => t with { ImportanceBusiness = v }, also: ["us"]),
            Score("customerEffort", "Work for the customer", "S0-03", t => t.CustomerEffort, (t, v) => t with { CustomerEffort = v }, max: 7, hint: "1 is none, 7 is a lot.", also: ["customer effort"]),
            Score("criticality", "Criticality", "S1-43", t => t.Criticality, (t, v) => t with { Criticality = v }),
            Text("target", "Improve to", "S1-44", t => t.Target, (t, v) => t with { Target = v }, "price in two clicks", also: ["target"]),
        ],
    };

    /// <summary>The list of the touchpoints that serve a goal.</summary>
    public static string Serving(Ref goal) => $"serves:{goal}";

    /// <summary>The list of the touchpoints that answer a question.</summary>
    public static string Answering(Ref question) => $"answers:{question}";
}

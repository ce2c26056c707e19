namespace WorkshopBot.Workshops.Tests.Lines;

/// <summary>Lines as people really type, paste and dictate them. A row: the open step, the line, and what the map holds then.</summary>
public sealed class NoiseTests
{
    public static TheoryData<string, string, string> Lines => new()
    {
        // List marks and stray space.
        { "goals", "- Research: compare the true monthly cost", "G3.stage=S2; G3.text=compare the true monthly cost" },
        { "goals", "• Research: compare prices   ", "G3.stage=S2; G3.text=compare prices" },
        { "goals", "1. Research: compare prices", "G3.stage=S2; G3.text=compare prices" },
        { "goals", "12) [ ] Research? what is a fair price", "Q2.stage=S2; Q2.text=what is a fair price" },
        { "goals", "  \t Research :  compare\u00A0 prices  ", "G3.stage=S2; G3.text=compare prices" },
        { "goals", "Research:compare prices", "G3.stage=S2; G3.text=compare prices" },
        { "stages", "- Discover, Research,  Explore ,", "S1.name=Discover; S2.name=Research; S3.name=Explore; S4.name=(not there)" },

        // Arrows.
        { "data", "Research → Explore 31 % via website", "C1.from=S2; C1.to=S3; C1.percent=31; C1.medium=website" },
        { "data", "Research => Explore 31%", "C1.from=S2; C1.to=S3; C1.percent=31" },
        { "data", "Research –> Explore 31%", "C1.from=S2; C1.to=S3; C1.percent=31" },
        { "data", "Research —> Explore unknown | owner @sam", "C1.from=S2; C1.to=S3; C1.percent=(empty); C1.owner={\"key\":\"test:local:sam\",\"name\":\"Sam\"}" },
        { "data", "Research->Explore 31,5%", "C1.from=S2; C1.to=S3; C1.percent=31.5" },
        { "data", "S2 --> s3 0.125 %", "C1.from=S2; C1.to=S3; C1.percent=0.125" },
        { "touchpoints", "Research: price page -> checkout", "T4.stage=S2; T4.text=price page -> checkout" },
        { "kickoff", "scenario: first idea → bike in the hall", "frame.scenario=first idea -> bike in the hall" },
        { "personas", "Maya | nurse → ward manager | goal: calm mornings", "P1.name=Maya; P1.job=nurse -> ward manager; P1.goals=[\"calm mornings\"]" },

        // Numbers.
        { "data", "Research takes 2–4 weeks (CRM, May)", "S2.observedDuration={\"min\":2,\"max\":4,\"unit\":\"weeks\",\"source\":\"CRM\",\"period\":\"May\"}" },
        { "data", "research takes 1,5 days", "S2.observedDuration={\"typical\":1.5,\"unit\":\"days\"}" },
        { "data", "Research should take 2/6/21 days", "S2.targetDuration={\"min\":2,\"typical\":6,\"max\":21,\"unit\":\"days\"}" },
        { "data", "metric Purchase: drop-out | 0.125 | target: 0,1", "M1.stage=S5; M1.value=0.125; M1.target=0.1" },
        { "data", "metric Purchase: visitors | 2 140", "M1.value=2140" },
        { "data", "segment: Families | value: 1.200 EUR | size: 4'000", "Y1.value={\"amount\":1200,\"currency\":\"EUR\"}; Y1.size=4000" },
        { "data", "Research costs €2 per person", "S2.costs={\"amount\":2,\"currency\":\"EUR\",\"per\":\"person\"}" },
        { "data", "metric Purchase: drop-out at identity check | 31 % | target: 10 %", "M1.value=31; M1.unit=%; M1.target=10" },

        // Full-width punctuation.
        { "goals", "Research：compare prices", "G3.stage=S2; G3.text=compare prices" },
        { "goals", "Research？ what is a fair price", "Q2.stage=S2; Q2.text=what is a fair price" },
        { "touchpoints", "Research: price page ｜ web ｜ during ｜ serves G1，G2", "T4.text=price page; T4.channel=web; T4.timing=during; T4.serves=[\"G1\",\"G2\"]" },
        { "stages", "発見，調査，比較", "S1.name=発見; S2.name=調査; S3.name=比較" },

        // Links.
        { "touchpoints", "Research: page <https://x.example/a|label> | web", "T4.text=page <https://x.example/a|label>; T4.channel=web" },
        { "touchpoints", "Research: page https://x.example/a|b?c=1 | web", "T4.text=page https://x.example/a|b?c=1; T4.channel=web" },
        { "touchpoints", "edit T2 page <https://x.example/a|label>", "T2.text=page <https://x.example/a|label>" },
        { "data", "T2: 41% could not name the price (survey, n=2,140, <https://x.example/a,b|report>)", "E1.on=T2; E1.text=41% could not name the price; E1.level=survey; E1.n=2140; E1.permalink=https://x.example/a,b" },
        { "data", "T2: they leave (web analytics, n=2 140, May 2026, https://x.example/r?a=1,2)", "E1.level=analytics; E1.n=2140; E1.period=May 2026; E1.permalink=https://x.example/r?a=1,2; E1.source=web analytics" },
        { "data", "evidence T2: they leave (survey, n=12)", "E1.on=T2; E1.text=they leave; E1.level=survey; E1.n=12; E2.on=(not there)" },
        { "data", "T2: they leave | level: survey", "E1.on=T2; E1.level=survey" },

        // Names, refs and places.
        { "goals", "RESEARCH: compare prices", "G3.stage=S2; G3.text=compare prices" },
        { "goals", "GOAL s2: compare prices", "G3.stage=S2; G3.text=compare prices" },
        { "goals", "Goal: compare prices", "no: required" },
        { "goals", "Reserch: compare prices", "no: no-such-place.near" },
        { "goals", "goal Reserch: compare prices", "no: no-such-place.near" },
        { "data", "Reserch takes 2 weeks", "no: no-such-place.near" },
        { "data", "Reserch -> Explore 31%", "no: no-such-place.near" },
        { "data", "Research -> Exlore 31%", "no: no-such-place.near" },
        { "goals", "goal Buying: compare prices", "no: no-such-place" },
        { "data", "T99: 41% (survey, n=5)", "no: no-such-ref" },
        { "touchpoints", "T99 fails when chat is closed", "no: no-such-ref" },
        { "touchpoints", "Research: price page | serves G99", "no: no-such-ref" },
        { "data", "S9 takes 2 weeks", "no: no-such-ref" },
        { "data", "S2 takes 2 weeks", "S2.observedDuration={\"typical\":2,\"unit\":\"weeks\"}" },

        // Asked back.
        { "stages", "Find a bike, Buy", "no: list-or-command" },
        { "stages", "Pass, Fail", "no: list-or-command" },
        { "stages", "Pass", "done: as-content" },
        { "stages", "stage: Pass", "S1.name=Pass" },
        { "stages", "Leave", "no: leave-home" },
        { "stages", "stage: Leave", "S1.name=Leave" },
        { "stages", "\"Find a bike\", \"Look, then compare\", Buy", "S1.name=Find a bike; S2.name=Look, then compare; S3.name=Buy" },
        { "data", "Research: price page", "no: stage-line" },
        { "kickoff", "Research: price page", "no: not-understood" },
        { "kickoff", "review: 12/6", "no: date-ambiguous" },
        { "teams", "X2 | mock-up by 12/6", "no: date-ambiguous" },
        { "data", "Research -> Explore 131%", "no: percent-range" },
        { "data", "Research -> Explore 31% via website | phone", "no: too-many-parts" },

        // Items and people.
        { "kickoff", "owner: @\"Ann Lee\"", "frame.owner={\"key\":\"test:local:ann lee\",\"name\":\"Ann Lee\"}" },
        { "close", "owner @“Ann Lee”", "frame.owner={\"key\":\"test:local:ann lee\",\"name\":\"Ann Lee\"}" },
        { "close", "Owner @ben", "frame.owner={\"key\":\"test:local:ben\",\"name\":\"Ben\"}" },
        { "teams", "X2 -> Product + Web | m | effect 4 | owner @SAM | mock-up by 12 June", "X2.team=Product + Web; X2.effort=M; X2.effect=4; X2.owner={\"key\":\"test:local:sam\",\"name\":\"Sam\"}; X2.nextAction=mock-up; X2.due={\"at\":\"2026-06-12T00:00:00.0000000Z\",\"zone\":\"UTC\"}" },
        { "teams", "X2 → Product | owner @nobody", "no: no-such-person" },
        { "teams", "X2 -> Product | owner <@U12345>", "no: no-such-person" },
        { "teams", "X2 -> Product (workshop notes (May), n=5)", "X2.team=Product; E1.on=X2; E1.n=5" },
        { "touchpoints", "t3 FAILS WHEN chat is closed | prevent: hours on page | recover: call back | who: Support | owner @sam | severity 4 | likelihood 2 | hard to notice: 3",
            "F1.touchpoint=T3; F1.text=chat is closed; F1.prevention=hours on page; F1.recovery=call back; F1.who=Support; F1.owner={\"key\":\"test:local:sam\",\"name\":\"Sam\"}; F1.severity=4; F1.likelihood=2; F1.detectability=3" },
        { "touchpoints", "T3 Is A Moment Of Truth Because the purchase is decided here", "T3.momentOfTruth=the purchase is decided here" },
        { "touchpoints", "Research feels confused 2, wants confident 4 for maya", "V1.place=S2; V1.persona=P1; V1.actual=[[\"test:local:ann\",\"confused\",2]]; V1.wanted=[[\"test:local:ann\",\"confident\",4]]" },
        { "touchpoints", "Research feels ready for it 4", "V1.actual=[[\"test:local:ann\",\"ready for it\",4]]" },
        { "touchpoints", "Research feels confused 7", "no: score-range" },
        { "stages", "Choose | goal: be sure | should take 3 days", "S1.name=Choose; S1.majorGoal=be sure; S1.targetDuration={\"typical\":3,\"unit\":\"days\"}" },
        { "stages", "Need help | goal: be heard | done when: somebody answers", "S1.name=Need help; S1.majorGoal=be heard; S1.exitNeed=somebody answers" },
        { "touchpoints", "Research: Formular für Größe & Maße 📏 | Web | Während der Fahrt", "T4.text=Formular für Größe & Maße 📏; T4.channel=web; T4.detail=Während der Fahrt" },
        { "goals", "Research: قارن الأسعار", "G3.text=قارن الأسعار" },
        { "goals", "Research: 👩‍👩‍👧 wants <b>one</b> price", "G3.text=👩‍👩‍👧 wants <b>one</b> price" },
        { "goals", "UNDO", "done: undone" },
        { "data", "evidence: they leave (survey, n=12)", "no: required" },
        { "data", "evidence T2: they leave (survey, n=12, May) | value: 41 %", "E1.text=they leave (survey, n=12, May); E1.value=41 %; E1.level=assumption" },
        { "data", "Research takes too long", "no: not-a-span" },
        { "data", "Research -> Explore", "no: edge-form" },
        { "teams", "park a card for the second bike, later", "K1.text=a card for the second bike, later" },
        { "stages", "Größe, GRÖSSE, Maße", "S1.name=Größe; S2.name=Maße; S3.name=(not there)" },
        { "goals", "Help", "said: help.step" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_means_what_a_reader_would_take_it_for(string step, string line, string expected) =>
        Rooms.Expect(expected, Rooms.Hear(Rooms.At(step), line));

    public static TheoryData<string, string> OddNames => new()
    {
        { "Try: ride two bikes", "G1.stage=S1; G1.text=ride two bikes" },
        { "Try again: ride two bikes", "G1.stage=S2" },
        { "TRY AGAIN? who helps", "Q1.stage=S2; Q1.text=who helps" },
        { "Phase 2: pilot: ride to work", "G1.stage=S3; G1.text=ride to work" },
        { "Phase 2: pilot takes 2 weeks", "S3.observedDuration={\"typical\":2,\"unit\":\"weeks\"}" },
        { "Need help: be heard", "G1.stage=S4; G1.text=be heard" },
        { "need Need help: a number to call", "N1.stage=S4; N1.text=a number to call" },
        { "Goal setting: know what I want", "G1.stage=S5; G1.text=know what I want" },
        { "goal goal setting: know what I want", "G1.stage=S5" },
        { "Goal setting? what do I want: price or comfort", "Q1.stage=S5; Q1.text=what do I want: price or comfort" },
        { "Größe wählen: die richtige Größe", "G1.stage=S6; G1.text=die richtige Größe" },
        { "GRÖSSE WÄHLEN: die richtige Größe", "G1.stage=S6; G1.text=die richtige Größe" },
        { "Maße prüfen: Kosten vergleichen: nichts übersehen", "G1.stage=S12; G1.text=nichts übersehen" },
        { "maße prüfen: kosten vergleichen -> Try 12 %", "C1.from=S12; C1.to=S1; C1.percent=12" },
        { "比較する: 値段を比べる", "G1.stage=S7; G1.text=値段を比べる" },
        { "比較する → Try again 31％", "C1.from=S7; C1.to=S2; C1.percent=31" },
        { "Step 7: ride", "G1.stage=S8; G1.text=ride" },
        { "step Step 7: I ride round the block", "H1.stage=S8; H1.text=I ride round the block" },
        { "שלום: להשוות", "G1.stage=S9; G1.text=להשוות" },
        { "👩‍👩‍👧 Family: decide together", "G1.stage=S10; G1.text=decide together" },
        { "👩‍👩‍👧 family feels calm 4", "V1.place=S10; V1.actual=[[\"test:local:ann\",\"calm\",4]]" },
        { "Need: be heard", "no: required" },
        { "need Need: be heard", "N1.stage=S11; N1.text=be heard" },
        { "move Try again before Try", "S2.order=0; S1.order=1" },
        { "rename Phase 2: pilot Second phase", "S3.name=Second phase" },
        { "split Goal setting into Wish, Will", "S5.name=Wish; S13.name=Will; S13.order=5" },
    };

    public static TheoryData<string, string> CommandNames => new()
    {
        { "Find: a shop near by", "G1.stage=S1; G1.text=a shop near by" },
        { "Find? who sells bikes", "Q1.stage=S1" },
        { "Find -> Park 31%", "C1.from=S1; C1.to=S3; C1.percent=31" },
        { "find feels lost 2", "V1.place=S1; V1.actual=[[\"test:local:ann\",\"lost\",2]]" },
        { "Find a bike: one that fits", "G1.stage=S2; G1.text=one that fits" },
        { "Find a bike takes 2 weeks", "S2.observedDuration={\"typical\":2,\"unit\":\"weeks\"}" },
        { "Park -> Start 50%", "C1.from=S3; C1.to=S4; C1.percent=50" },
        { "Park a card for later", "K1.text=a card for later" },
        { "Start should take 3 days", "S4.targetDuration={\"typical\":3,\"unit\":\"days\"}" },
        { "Next: ride home", "G1.stage=S5; G1.text=ride home" },
        { "Leave: say goodbye", "G1.stage=S6; G1.text=say goodbye" },
        { "find a bike", "said: show.item" },
        { "move Next after Leave", "S5.order=5; S6.order=4" },
    };

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void A_stage_named_like_a_command_is_still_a_stage(string line, string expected) => Rooms.Expect(expected, Rooms.Hear(Rooms.Commanding, line));

    [Theory]
    [MemberData(nameof(OddNames))]
    public void Stages_may_be_called_what_people_like(string line, string expected) =>
        Rooms.Expect(expected, Rooms.Hear(line.StartsWith("split", StringComparison.Ordinal) ? Rooms.Hear(Rooms.Odd, "withdraw S11", turn: "w").After : Rooms.Odd, line));
}

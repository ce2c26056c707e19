using System.Globalization;

namespace WorkshopBot.Browser.Tests;

/// <summary>Cards made by hand, with everything the page has to show well: headings, facts, containers, inputs of all kinds, buttons.</summary>
static class Props
{
    public const string Map = """
        {"title":"Getting a family e-bike","label":"HYPOTHESIS: 12 % of what is said here has evidence","stages":[{"ref":"S1","name":"Discover"},{"ref":"S2","name":"Research"},{"ref":"S3","name":"Purchase"},{"ref":"S4","name":"Advocate"}],
         "isOpen":true,"lanes":[{"id":"goals","name":"Goals","hint":"What they want to get done","form":"goal","always":true,"isEmpty":false,"cells":[
            {"stage":"S1","items":[{"ref":"G1","text":"See that a family can live without a second car","at":null,"chips":[],"details":[]}],"more":0,"empty":"","isEmpty":false},
            {"stage":"S2","items":[{"ref":"G2","text":"Compare the true monthly cost with the car","at":null,"chips":[],"details":[]},{"ref":"G3","text":"Know it is safe for two children","at":null,"chips":[],"details":[]}],"more":0,"empty":"","isEmpty":false},
            {"stage":"S3","items":[{"ref":"G4","text":"Sign once and ride on Monday","at":null,"chips":[],"details":[]}],"more":0,"empty":"","isEmpty":false},
            {"stage":"S4","items":[],"more":0,"empty":"Nobody has said what they want at Advocate.","isEmpty":true}]},
          {"id":"feelings","name":"Feelings","hint":"How they want to feel","form":"feeling","always":true,"isEmpty":false,"cells":[
            {"stage":"S1","items":[{"ref":"F1","text":"curious 4","at":null,"chips":[],"details":[]}],"more":0,"empty":"","isEmpty":false},{"stage":"S2","items":[{"ref":"F2","text":"confused 2","at":null,"chips":[{"text":"so-so","tone":"plain"}],"details":[]}],"more":0,"empty":"","isEmpty":false},
            {"stage":"S3","items":[{"ref":"F3","text":"let down 1","at":null,"chips":[{"text":"bad","tone":"bad"}],"details":[]}],"more":0,"empty":"","isEmpty":false},{"stage":"S4","items":[{"ref":"F4","text":"proud 5","at":null,"chips":[{"text":"good","tone":"good"}],"details":[]}],"more":0,"empty":"","isEmpty":false}]}]}
        """;

    public static string Board(int answered) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"type":"AdaptiveCard","version":"1.5","lang":"en","body":[
          {"type":"TextBlock","text":"Getting a family e-bike","size":"large","weight":"bolder","style":"heading","wrap":true},
          {"type":"TextBlock","text":"When the second car breaks down, Maya wants to know whether a cargo bike would do, until the children ride along every day. As it is today.","isSubtle":true,"wrap":true},
          {"type":"TextBlock","text":"Kick-off done, Personas done, Stages open, Goals to come","size":"small","color":"accent","weight":"bolder","wrap":true},
          {"type":"Container","style":"emphasis","items":[{"type":"TextBlock","text":"Which stages does Maya go through, from first idea to telling friends?","weight":"bolder","wrap":true},{"type":"TextBlock","text":"{{{answered}}} of 8 have answered. Until Friday, 6 March, 17:00 (Europe/Berlin).","wrap":true,"spacing":"small"}]},
          {"type":"FactSet","facts":[{"title":"On the map","value":"14 items"},{"title":"Open gaps","value":"2"}]}],
         "actions":[{"type":"Action.Execute","title":"Add mine","verb":"form","style":"positive","data":{"verb":"form","w":"m-1","of":"stage"}},{"type":"Action.Execute","title":"Show map","verb":"say","data":{"verb":"say","line":"show map"}},{"type":"Action.Execute","title":"Pass","verb":"say","data":{"verb":"say","line":"pass"}},{"type":"Action.Execute","title":"Facilitate","verb":"facilitate","data":{"verb":"facilitate"}}]}
        """);

    public const string Step = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"Stages","size":"medium","weight":"bolder","style":"heading","wrap":true},
          {"type":"TextBlock","text":"What Maya goes through, in her words. Four to seven are enough. A good one: Research, done when two offers are compared.","wrap":true},
          {"type":"FactSet","facts":[{"title":"S1","value":"Discover"},{"title":"S2","value":"Research"},{"title":"S3","value":"Purchase"}]}],
         "actions":[{"type":"Action.Submit","title":"Same as S2","data":{"verb":"say","line":"+1 S2"}}]}
        """;

    public const string Vote = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"Which moment decides?","size":"medium","weight":"bolder","style":"heading","wrap":true},
          {"type":"Input.ChoiceSet","id":"f.one","label":"Your choice","style":"expanded","isRequired":true,"errorMessage":"Choose one","choices":[{"title":"T3 Test ride","value":"T3"},{"title":"T5 Sign-up in the app","value":"T5"}]},
          {"type":"Input.Text","id":"f.why","label":"Why","isMultiline":true,"maxLength":500}],
         "actions":[{"type":"Action.Execute","title":"Vote","verb":"submit","style":"positive","data":{"verb":"submit","form":"v1"}}]}
        """;

    public const string Outcome = """
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Six stages, from first idea to telling friends","size":"medium","weight":"bolder","style":"heading","wrap":true},{"type":"TextBlock","text":"Decided: the test ride is a stage of its own. Open: who calls back.","wrap":true}],
         "actions":[{"type":"Action.OpenUrl","title":"Open map","url":"maps/m-1"},{"type":"Action.OpenUrl","title":"Odd link","url":"javascript:alert(1)"}]}
        """;

    public const string Receipt = """
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"G1 is on the map, under Research. Missing: what makes it done.","wrap":true}],
         "actions":[{"type":"Action.Execute","title":"Say when it is done","verb":"form"},{"type":"Action.Execute","title":"Undo","verb":"say","data":{"verb":"say","line":"undo"}}]}
        """;

    public static string Form(string? fault = null) => $$$"""
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"A goal of Maya","size":"medium","weight":"bolder","style":"heading","wrap":true},
          {"type":"TextBlock","text":"What does she want to get done there?","wrap":true},
          {{{(fault is null ? "" : $$$"""{"type":"TextBlock","text":"{{{fault}}}","color":"attention","weight":"bolder","wrap":true},""")}}}
          {"type":"Input.Text","id":"f.text","label":"Goal","placeholder":"e.g. compare the true monthly cost","isRequired":true,"errorMessage":"Write a few words","maxLength":500},
          {"type":"Input.ChoiceSet","id":"f.stage","label":"Stage","style":"compact","value":"S2","choices":[{"title":"Discover","value":"S1"},{"title":"Research","value":"S2"}]},
          {"type":"Input.Number","id":"f.weight","label":"How important, 1 to 5","min":1,"max":5},
          {"type":"Input.Date","id":"f.by","label":"By when"},
          {"type":"Input.ChoiceSet","id":"f.who","label":"Who","style":"expanded","isMultiSelect":true,"choices":[{"title":"Maya","value":"P1"},{"title":"Her partner","value":"P2"}]},
          {"type":"Input.Toggle","id":"f.guess","title":"This is a guess","label":"Evidence","valueOn":"yes","valueOff":"no"}],
         "actions":[{"type":"Action.Execute","title":"Add to the map","verb":"submit","style":"positive","data":{"verb":"submit","form":"e-1"}},{"type":"Action.Execute","title":"Cancel","verb":"say","associatedInputs":"none","data":{"verb":"say","line":"cancel"}}]}
        """;
}

using WorkshopBot.Workshops.Kinds;
using WorkshopBot.Workshops.Map;
using WorkshopBot.Workshops.Steps.Goals;
using WorkshopBot.Workshops.Steps.Touchpoints;
using WorkshopBot.Workshops.Values;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Checks;

/// <summary>L07 (S1-35): a question of the customer that no touchpoint answers.</summary>
public sealed class QuestionWithoutAnswer : Check
{
    public const string Rule = "L07";

    public override string Id => Rule;
    public override string Since => "touchpoints";
    public override string Reads => "QT";

    public override IEnumerable<Ref> Places(Item item, Ref name, JourneyMap map) => item switch
    {
        Question => [name],
        Touchpoint touchpoint => touchpoint.Answers.Concat(map.List(Question.AnsweredWith(name)).Select(mark => mark.Name)),
        _ => [],
    };

    public override IEnumerable<Ref> AllPlaces(JourneyMap map) => map.LiveOn('Q').Select(question => question.Name);

    public override bool Broken(JourneyMap map, Ref place) =>
        map.Live(place)?.Item is Question question
        && (question.AnsweredBy is not { } answer || map.Live(map.Resolve(answer)) is null)
        && map.List(Touchpoint.Answering(place)).IsEmpty;

    public override Phrase Says(JourneyMap map, Ref place) => Phrase.Of("finding.L07", place, map.Find(place)?.Item is Question question ? question.Text ?? "" : "");
}

using System.Collections.Immutable;
using WorkshopBot.Workshops.Steps;
using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>What an answer looks like: a form, a question, what was asked for, or a receipt or refusal of what was said. Decides nothing; the text of the answer stays as it is beside it.</summary>
public static class Screens
{
    /// <param name="screen">What is shown, where it is more than what was said.</param>
    /// <param name="lines">What was said.</param>
    /// <param name="refused">Whether something was refused.</param>
    /// <param name="instead">The line that would have worked.</param>
    /// <param name="w">The workshop after it.</param>
    /// <param name="person">Key of the person it is for; nobody else sees it.</param>
    /// <param name="turn">Id of what the person did.</param>
    /// <param name="reader">How the person reads.</param>
    public static View Of(Screen? screen, ImmutableArray<Phrase> lines, bool refused, string? instead, Workshop w, string person, string turn, Reader reader) => screen switch
    {
        // What a form says of itself is on it; that a workshop has started is not.
        Screen.Fill fill => FormView.Of(fill.Form, string.Join("\n\n", reader.Say(lines.Where(line => line.Code is "started" or "started-from"))), reader),
        Screen.Offer offer => OfferView.Of(offer.Query, lines, reader),
        Screen.Ask ask => QuestionView.Of(ask.Question, reader),
        null or Screen.See { Query: not (Query.Help or Query.HowToAdd or Query.WhoSees) } when w.Phase == Phase.NotStarted => WelcomeView.Of(string.Join("\n\n", reader.Say(lines)), reader),
        Screen.See see when !refused => See(see.Query, lines, w, person, reader),
        _ when lines.Any(ExportView.IsHandover) => ExportView.Of(string.Join("\n\n", reader.Say(lines)), w),
        _ when refused && ReceiptView.Last(w, person, turn) is null => RefusalView.Of(lines, instead, w, person, reader),
        _ => ReceiptView.Of(lines, refused, w, person, turn, reader),
    };

    private static View See(Query query, ImmutableArray<Phrase> lines, Workshop w, string person, Reader reader) => query switch
    {
        Query.Show { What: "map" } => MapView.Of(w, reader),
        Query.ShowItem item when w.Map.Find(w.Map.Resolve(item.Name)) is { } entry => ItemView.Of(entry, w, person, reader),
        Query.Mine => MineView.Of(w, person, reader),
        Query.Help => HelpView.Of(lines, reader),
        Query.Rooms or Query.Facilitate when w.Crew[person]?.Leads == true => FacilitateView.Of(w, reader),
        Query.Facilitate => RefusalView.Of([Phrase.Of("only-facilitator", Arg.List(w.Crew.All.Where(one => one.Leads).Select(one => (Arg)one.Name)))], null, w, person, reader),
        Query.Export => ExportView.Of(string.Join("\n\n", reader.Say(lines)), w),
        _ => ListView.Of(lines, w, reader),
    };
}

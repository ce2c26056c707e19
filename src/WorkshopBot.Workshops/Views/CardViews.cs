using System.Text.Json.Serialization.Metadata;

namespace WorkshopBot.Workshops.Views;

/// <summary>What each card is bound to, by the name of the card: every screen there is.</summary>
public static class CardViews
{
    public static IReadOnlyDictionary<string, JsonTypeInfo> All { get; } = Listed(ViewsJson.Default);

    private static SortedDictionary<string, JsonTypeInfo> Listed(ViewsJson json) => new(StringComparer.Ordinal)
    {
        ["board"] = json.BoardView, ["step"] = json.StepView, ["findings"] = json.FindingsView, ["outcome"] = json.OutcomeView, ["digest"] = json.DigestView, ["invite"] = json.InviteView,
        ["welcome"] = json.WelcomeView, ["form"] = json.FormView, ["question"] = json.QuestionView, ["receipt"] = json.ReceiptView, ["refusal"] = json.RefusalView, ["facilitate"] = json.FacilitateView,
        ["mine"] = json.MineView, ["item"] = json.ItemView, ["list"] = json.ListView, ["help"] = json.HelpView, ["export"] = json.ExportView, ["map"] = json.MapView,
        ["which"] = json.WhichView, ["offer"] = json.OfferView, ["home"] = json.HomeView,
    };
}

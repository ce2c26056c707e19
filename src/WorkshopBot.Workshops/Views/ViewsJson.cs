using System.Text.Json.Serialization;

namespace WorkshopBot.Workshops.Views;

/// <summary>Every view as JSON. A newcomer adds a screen with its record, its card, a line here and one in <see cref="CardViews"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BoardView))]
[JsonSerializable(typeof(StepView))]
[JsonSerializable(typeof(FindingsView))]
[JsonSerializable(typeof(OutcomeView))]
[JsonSerializable(typeof(DigestView))]
[JsonSerializable(typeof(InviteView))]
[JsonSerializable(typeof(WelcomeView))]
[JsonSerializable(typeof(FormView))]
[JsonSerializable(typeof(QuestionView))]
[JsonSerializable(typeof(ReceiptView))]
[JsonSerializable(typeof(RefusalView))]
[JsonSerializable(typeof(FacilitateView))]
[JsonSerializable(typeof(MineView))]
[JsonSerializable(typeof(ItemView))]
[JsonSerializable(typeof(ListView))]
[JsonSerializable(typeof(HelpView))]
[JsonSerializable(typeof(ExportView))]
[JsonSerializable(typeof(MapView))]
[JsonSerializable(typeof(WhichView))]
[JsonSerializable(typeof(OfferView))]
[JsonSerializable(typeof(HomeView))]
public sealed partial class ViewsJson : JsonSerializerContext;

using System.Diagnostics;
using WorkshopBot.Channels.Cards;
using Xunit.Abstractions;

namespace WorkshopBot.Channels.Tests.Cards;

public sealed class BindingTimeTests(ITestOutputHelper output)
{
    const string Question =
        """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","style":"heading","text":"${title}","wrap":true},{"type":"TextBlock","text":"${open}","wrap":true},{"type":"TextBlock","isSubtle":true,"text":"${note}","wrap":true},
          {"type":"ActionSet","actions":[{"$data":"${buttons}","type":"Action.Execute","title":"${title}","verb":"${verb}","data":"${data}","fallback":{"type":"Action.Submit","title":"${title}","data":"${data}"}}]}]}
        """;

    const string Data =
        """
        {"title":"Touchpoints","open":"Where does Maya meet us between the first idea and telling her friends?","note":"Until Friday 15:00 CET. 5 of 8 have answered.",
         "buttons":[{"title":"Skip","verb":"say","data":{"verb":"say","w":"0192a","line":"skip"}},{"title":"Back","verb":"say","data":{"verb":"say","w":"0192a","line":"back"}}]}
        """;

    /// <summary>How long it takes is said, and is the machine's affair; what it leaves behind is the same everywhere, and little more than the card.</summary>
    [Fact]
    public void A_question_is_bound_without_building_a_tree()
    {
        var template = CardTemplate.Compile("question", Bound.Utf8(Question));
        ReadOnlyMemory<byte> data = Bound.Utf8(Data);
        var card = template.Bind(data);
        var bind = Each(() => template.Bind(data));
        var twin = Each(() => WorkshopBot.Channels.Cards.Twin.TextTwin.Of(card, "en"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        template.Bind(data);
        var left = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine(FormattableString.Invariant($"a question of {card.Length} bytes: bound in {bind:F1} µs with {left} bytes, said as text in {twin:F1} µs"));
        Assert.InRange(left, card.Length, 8 * card.Length);
    }

    /// <summary>The best of many short rounds: what else the machine does falls into the others.</summary>
    static double Each(Action act)
    {
        const int Rounds = 100, Times = 50;
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < Times; i++)
                act();
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalMicroseconds / Times);
        }
        return best;
    }
}

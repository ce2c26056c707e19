using WorkshopBot.Workshops.Words;

namespace WorkshopBot.Workshops.Views;

/// <summary>The workshop at its end, told once it is closed.</summary>
internal sealed class DigestFamily : Family
{
    private const string Name = "digest";

    public override IReadOnlyList<string> Names { get; } = [Name];

    public override IEnumerable<string> Keys(Workshop w) => [Name];

    public override Kept Show(KeptKey key, Workshop w, Reader reader) => new(key.Text, null, Must: false, InThread: false, () => DigestView.Pages(w, reader)) { OnlyEdits = w.Phase != Phase.Closed };

    public override Phrase? Told(KeptKey key, Workshop w) => w.Phase == Phase.Closed ? Phrase.Of("again.digest") : null;
}

namespace WorkshopBot.Turns;

/// <summary>What became of one attempt at a batch of turns.</summary>
enum Tried
{
    /// <summary>Those that could be answered are.</summary>
    Done,

    /// <summary>What was decided was decided on less than the journal holds; nobody wrote at the same time.</summary>
    Behind,

    /// <summary>Somebody else wrote first.</summary>
    Beaten,
}

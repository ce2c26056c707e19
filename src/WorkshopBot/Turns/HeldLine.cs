namespace WorkshopBot.Turns;

/// <summary>A message that waits until its person has said which workshop it is for; heard later, under the turn it came with.</summary>
sealed record HeldLine(string Turn, string Text);

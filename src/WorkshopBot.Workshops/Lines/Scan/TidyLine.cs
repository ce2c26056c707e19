namespace WorkshopBot.Workshops.Lines.Scan;

/// <summary>One line of a message after tidying, with the number (from 1) it had in the message as typed.</summary>
public sealed record TidyLine(int Number, string Text);
